import { money } from '@vitrina/platform/money';
import type { Sums } from '../domain/pricing.ts';

type Totals = Sums & { readonly currency: string };

/** Sums as amounts of money, for carts and orders alike. */
export const totalsFields = {
  goods: ({ goodsMinor, currency }: Totals) => money(goodsMinor, currency),
  delivery: ({ deliveryMinor, currency }: Totals) => money(deliveryMinor, currency),
  tax: ({ taxMinor, currency }: Totals) => money(taxMinor, currency),
  taxAdded: ({ taxAddedMinor, currency }: Totals) => money(taxAddedMinor, currency),
  total: ({ totalMinor, currency }: Totals) => money(totalMinor, currency),
};
