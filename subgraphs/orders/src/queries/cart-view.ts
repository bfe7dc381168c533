import type { VariantQuote } from '../clients/catalog-client.ts';
import type { DeliveryQuote } from '../clients/seller-client.ts';
import { addSums, priceOrder, type Sums } from '../domain/pricing.ts';
import type { Ports } from '../ports.ts';
import type { CartLineRow, CartRow } from '../store/cart.table.ts';

/** One shop's part of a cart, with what delivery costs now. */
export interface ShopCartView {
  readonly shopId: string;
  readonly lines: readonly CartLineRow[];
  readonly currency: string | null;
  readonly options: readonly DeliveryQuote[];
  readonly chosen: DeliveryQuote | null;
  readonly sums: Sums | null;
}

/** A cart as its buyer sees it at this moment. */
export interface CartView {
  readonly shops: readonly ShopCartView[];
  readonly currency: string | null;
  readonly sums: Sums | null;
}

const untaxed = { basisPoints: 0, included: true };

const onlyOne = (values: readonly string[]): string | null => {
  const different = new Set(values);
  return different.size === 1 ? (values[0] ?? null) : null;
};

const optionsFor = async (
  { seller }: Ports,
  cart: CartRow,
  shopId: string,
  lines: readonly CartLineRow[],
  currency: string | null,
) => {
  const { destination } = cart;
  if (!destination || !currency) return [];
  const goodsMinor = lines.reduce((sum, line) => sum + line.priceSeenMinor * BigInt(line.quantity), 0n);
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  const { country, region, postalCode } = destination;
  return seller.quoteDelivery({ shopId, country, region, postalCode, currency, goodsMinor, units });
};

const viewShop = async (
  ports: Ports,
  cart: CartRow,
  shopId: string,
  lines: readonly CartLineRow[],
  quotes: Quotes,
): Promise<ShopCartView> => {
  const currency = onlyOne(lines.map((line) => line.currency));
  const options = await optionsFor(ports, cart, shopId, lines, currency);
  const chosen = options.find(({ methodId }) => methodId === cart.choices[shopId]) ?? options[0] ?? null;
  const { destination } = cart;
  const rateFor = (category: string) => (destination ? ports.taxRates.rateFor(destination, category) : untaxed);
  const toPrice = lines.map((line) => ({
    quantity: line.quantity,
    unitPriceMinor: line.priceSeenMinor,
    rate: rateFor(quotes.get(line.variantId)?.taxCategory ?? 'standard'),
  }));
  const { sums } = priceOrder(toPrice, { priceMinor: BigInt(chosen?.priceMinor ?? 0), rate: rateFor('standard') });
  return { shopId, lines, currency, options, chosen, sums: currency ? sums : null };
};

/** Works out a cart from its lines and today's quotes, by the same rules as a checkout but at the prices the buyer has seen. */
const viewCart = async (
  ports: Ports,
  cart: CartRow,
  lines: readonly CartLineRow[],
  quotes: Quotes,
): Promise<CartView> => {
  const shopIds = [...new Set(lines.map((line) => line.shopId))];
  const shops = await Promise.all(
    shopIds.map((shopId) =>
      viewShop(
        ports,
        cart,
        shopId,
        lines.filter((line) => line.shopId === shopId),
        quotes,
      ),
    ),
  );
  const currency = onlyOne(lines.map((line) => line.currency));
  const parts = shops.flatMap(({ sums }) => (sums ? [sums] : []));
  return { shops, currency, sums: currency && parts.length === shops.length ? addSums(parts) : null };
};

export type Quotes = ReadonlyMap<string, VariantQuote>;

/** A cart with what other contexts say about it, asked at most once. */
export interface LiveCart {
  readonly row: CartRow;
  readonly lines: readonly CartLineRow[];
  quotes(): Promise<Quotes>;
  view(): Promise<CartView>;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

export const liveCart = (ports: Ports, row: CartRow, lines: readonly CartLineRow[]): LiveCart => {
  const quotes = once(
    async () =>
      new Map(
        (await ports.catalog.quote(lines.map(({ variantId }) => variantId))).map((quote) => [quote.variantId, quote]),
      ),
  );
  return { row, lines, quotes, view: once(async () => viewCart(ports, row, lines, await quotes())) };
};
