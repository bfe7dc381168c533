import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { CheckoutShop } from '../clients/seller-client.ts';
import { isIdLike } from '../domain/plain-text.ts';
import {
  invalidQuantity,
  mixedCurrencies,
  notForSale,
  outOfStock,
  plain,
  priceChanged,
  quantityLimits,
  shopClosed,
} from '../domain/refusals.ts';
import type { Ports } from '../ports.ts';

/** Units somebody wants, at the price they saw. */
export interface WantedLine {
  /** Null when it is bought right away. */
  readonly lineId: string | null;
  readonly variantId: string;
  readonly quantity: number;
  readonly priceSeenMinor: bigint;
  readonly currency: string;
}

export interface CheckedGoods {
  readonly currency: string;
  readonly shops: readonly CheckoutShop[];
  readonly lines: readonly { readonly wanted: WantedLine; readonly quote: VariantQuote }[];
}

const fieldOf = ({ lineId }: WantedLine): string[] => (lineId ? ['cartId', lineId] : ['variantId']);

/** What is wrong with one line by itself. */
const lineRefusals = (wanted: WantedLine, quote: VariantQuote | undefined): Refusal[] => {
  const { lineId, variantId, quantity } = wanted;
  const field = fieldOf(wanted);
  if (quantity < quantityLimits.min || quantity > quantityLimits.max)
    return [invalidQuantity(lineId ? field : ['quantity'])];
  if (!quote || quote.status === 'NOT_FOR_SALE') return [notForSale(field, variantId)];
  if (quote.status === 'SHOP_CLOSED') return [];
  const refusals: Refusal[] = [];
  if (BigInt(quote.unitPriceMinor) !== wanted.priceSeenMinor || quote.currency !== wanted.currency) {
    const prices = {
      wasMinor: wanted.priceSeenMinor.toString(),
      nowMinor: quote.unitPriceMinor,
      currency: wanted.currency,
      nowCurrency: quote.currency,
    };
    refusals.push(priceChanged(field, { lineId, variantId, ...prices }));
  }
  if (quote.available < quantity)
    refusals.push(outOfStock(field, { variantId, requested: quantity, available: quote.available }));
  return refusals;
};

/** Closed when either says so: what catalogue calls closed was not checked for price and stock. */
const shopRefusals = (
  shopIds: readonly string[],
  shops: readonly CheckoutShop[],
  quotes: ReadonlyMap<string, VariantQuote>,
): Refusal[] => {
  const closed = new Set(
    [...quotes.values()].flatMap(({ status, shopId }) => (status === 'SHOP_CLOSED' ? [shopId] : [])),
  );
  return shopIds.flatMap((shopId) => {
    const shop = shops.find((candidate) => candidate.shopId === shopId);
    return shop?.acceptsOrders && !closed.has(shopId) ? [] : [shopClosed(shopId, shop?.name)];
  });
};

/** Checks lines against catalogue and shops as they are now, and says everything that is wrong at once. */
export const checkGoods = async (
  { catalog, seller }: Ports,
  wanted: readonly WantedLine[],
): Promise<Result<CheckedGoods, Refusal>> => {
  if (wanted.length === 0)
    return refuse(plain('EMPTY_CART', ['cartId'], 'The cart is empty; put something into it first.'));
  const quotes = new Map(
    (await catalog.quote(wanted.map(({ variantId }) => variantId).filter(isIdLike))).map((quote) => [
      quote.variantId,
      quote,
    ]),
  );
  const lines = wanted.flatMap((line) => {
    const quote = quotes.get(line.variantId);
    return quote ? [{ wanted: line, quote }] : [];
  });
  const shopIds = [...new Set(lines.map(({ quote }) => quote.shopId))];
  const shops = await seller.shops(shopIds);
  const currencies = [...new Set(lines.map(({ quote }) => quote.currency))];
  const [first, ...rest] = [
    ...wanted.flatMap((line) => lineRefusals(line, quotes.get(line.variantId))),
    ...shopRefusals(shopIds, shops, quotes),
    ...(currencies.length > 1 ? [mixedCurrencies(currencies)] : []),
  ];
  if (first) return refuse(first, ...rest);
  const inOrder = shopIds.flatMap((shopId) => shops.filter((shop) => shop.shopId === shopId));
  return ok({ currency: currencies[0] ?? '', shops: inOrder, lines });
};
