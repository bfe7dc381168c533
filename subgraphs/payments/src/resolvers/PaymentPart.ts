import { money } from '@vitrina/platform/money';
import type { PaymentPartResolvers } from '../generated/resolvers.ts';

/** Order and shop are stubs: their own contexts decide what of them may be seen. */
export const PaymentPart: PaymentPartResolvers = {
  order: ({ orderId }) => ({ id: orderId }),
  shop: ({ shopId }) => ({ id: shopId }),
  amount: (part) => money(part.amountMinor, part.currency),
  captured: (part) => money(part.fundedMinor, part.currency),
  refunded: (part) => money(part.refundedMinor, part.currency),
};
