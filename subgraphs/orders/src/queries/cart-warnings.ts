import { type Money, money } from '@vitrina/platform/money';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { CartLineRow, CartRow } from '../store/cart.table.ts';
import type { CartView, Quotes } from './cart-view.ts';

interface Warning<T extends string> {
  readonly __typename: T;
  readonly code: string;
  /** Null when it is about the whole cart. */
  readonly lineId: string | null;
  readonly message: string;
}

/** One thing the buyer should know before paying. */
export type CartWarningView =
  | (Warning<'CartPriceWarning'> & { readonly was: Money; readonly now: Money })
  | (Warning<'CartStockWarning'> & { readonly requested: number; readonly available: number })
  | Warning<'CartNotice'>;

const notice = (code: string, lineId: string | null, message: string): CartWarningView => ({
  __typename: 'CartNotice',
  code,
  lineId,
  message,
});

const priceWarning = (line: CartLineRow, quote: VariantQuote): CartWarningView[] => {
  const now = money(BigInt(quote.unitPriceMinor), quote.currency);
  const was = money(line.priceSeenMinor, line.currency);
  if (now.amountMinor === was.amountMinor && now.currency === was.currency) return [];
  const message = 'The price changed since you looked; accept the new one to order.';
  return [{ __typename: 'CartPriceWarning', code: 'PRICE_CHANGED', lineId: line.id, message, was, now }];
};

const stockWarning = ({ id, quantity }: CartLineRow, { available }: VariantQuote): CartWarningView[] => {
  if (available >= quantity) return [];
  const message =
    available > 0
      ? `Only ${available} are left; lower the quantity to order.`
      : 'It is sold out; take it out to order the rest.';
  return [
    { __typename: 'CartStockWarning', code: 'OUT_OF_STOCK', lineId: id, message, requested: quantity, available },
  ];
};

const lineWarnings = (line: CartLineRow, quote: VariantQuote | undefined): CartWarningView[] =>
  quote?.status === 'ON_SALE'
    ? [...priceWarning(line, quote), ...stockWarning(line, quote)]
    : [notice('NOT_FOR_SALE', line.id, 'This is not sold any more; take it out to order the rest.')];

/** What stands in the way of buying a cart, or changed since the buyer looked. */
export const cartWarnings = (
  cart: CartRow,
  view: CartView,
  lines: readonly CartLineRow[],
  quotes: Quotes,
): CartWarningView[] => {
  const currencies = [...new Set(lines.map((line) => line.currency))];
  const undeliverable = cart.destination
    ? view.shops.filter(({ options, currency }) => currency !== null && options.length === 0)
    : [];
  return [
    ...lines.flatMap((line) => lineWarnings(line, quotes.get(line.variantId))),
    ...(currencies.length > 1
      ? [
          notice(
            'MIXED_CURRENCIES',
            null,
            `These goods are priced in ${currencies.join(' and ')}; order them one currency at a time.`,
          ),
        ]
      : []),
    ...undeliverable.map(() =>
      notice(
        'NOT_DELIVERABLE',
        null,
        'One of the shops does not deliver to this address; see which one has no delivery options.',
      ),
    ),
  ];
};
