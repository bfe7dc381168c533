import type { Identity } from '@vitrina/platform/auth';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { DeliveryQuote } from '../clients/seller-client.ts';
import type { Address } from '../domain/address.ts';
import type { Terms } from '../domain/order-state.ts';
import { addSums, type PricedOrder, priceOrder } from '../domain/pricing.ts';
import { notDeliverable, totalChanged } from '../domain/refusals.ts';
import type { Ports } from '../ports.ts';
import { checkGoods, type WantedLine } from './check-goods.ts';
import { savedAddress } from './set-cart-delivery.ts';

/** What somebody wants to buy, whether out of a cart or right away. */
export interface Wish {
  readonly lines: readonly WantedLine[];
  readonly choices: Readonly<Record<string, string>>;
  /** Where the goods go, when that is said already. */
  readonly destination: Address | null;
  /** A saved address that goes before `destination`. */
  readonly addressId: string | null;
  readonly terms: Terms;
  readonly expectedTotalMinor: bigint | null;
  readonly locale: string;
}

export interface PlannedLine {
  readonly quote: VariantQuote;
  readonly quantity: number;
  readonly title: string;
  readonly taxRate: { readonly basisPoints: number; readonly included: boolean };
}

export interface PlannedOrder {
  readonly shopId: string;
  readonly returnWindowDays: number;
  readonly delivery: DeliveryQuote;
  readonly lines: readonly PlannedLine[];
  readonly priced: PricedOrder;
}

/** A purchase with everything that will be frozen. */
export interface Plan {
  readonly currency: string;
  readonly terms: Terms;
  readonly address: Address;
  readonly orders: readonly PlannedOrder[];
  readonly totalMinor: bigint;
}

/** The product's title in the buyer's language, with what tells the variant from its siblings. */
const titleIn = (quote: VariantQuote, locale: string): string => {
  const language = locale.split('-')[0];
  const title =
    quote.titles.find((text) => text.locale === locale || text.locale.split('-')[0] === language)?.text ?? quote.title;
  return quote.optionsLabel ? `${title} (${quote.optionsLabel})` : title;
};

/** The delivery method for one shop's part: the chosen one, else the cheapest that goes with the payment terms. */
const chooseDelivery = (
  quotes: readonly DeliveryQuote[],
  shopId: string,
  { choices, terms }: Wish,
): Result<DeliveryQuote, Refusal> => {
  if (quotes.length === 0)
    return refuse(
      notDeliverable(
        shopId,
        ['cartId'],
        'The shop does not deliver to this address; choose another address or take its goods out.',
      ),
    );
  const wanted = choices[shopId];
  const fitting = quotes.filter((quote) => terms === 'PREPAID' || quote.paymentOnDelivery);
  const found = wanted ? quotes.find(({ methodId }) => methodId === wanted) : (fitting[0] ?? quotes[0]);
  if (!found)
    return refuse(
      notDeliverable(
        shopId,
        ['cartId'],
        'The chosen delivery method is not offered for these goods and this address; choose another one.',
      ),
    );
  if (terms === 'PREPAID' || found.paymentOnDelivery) return ok(found);
  return refuse(
    notDeliverable(
      shopId,
      ['payment', 'terms'],
      'The shop does not take payment on delivery here; pay in advance or choose another delivery method.',
    ),
  );
};

const planOrder = async (
  ports: Ports,
  wish: Wish,
  address: Address,
  shop: { shopId: string; returnWindowDays: number },
  lines: readonly { wanted: WantedLine; quote: VariantQuote }[],
) => {
  const goodsMinor = lines.reduce(
    (sum, { wanted, quote }) => sum + BigInt(quote.unitPriceMinor) * BigInt(wanted.quantity),
    0n,
  );
  const units = lines.reduce((sum, { wanted }) => sum + wanted.quantity, 0);
  const currency = lines[0]?.quote.currency ?? '';
  const quotes = await ports.seller.quoteDelivery({
    ...placeOf(address),
    shopId: shop.shopId,
    currency,
    goodsMinor,
    units,
  });
  const delivery = chooseDelivery(quotes, shop.shopId, wish);
  if (!delivery.ok) return delivery;
  const planned = lines.map(({ wanted, quote }) => ({
    quote,
    quantity: wanted.quantity,
    title: titleIn(quote, wish.locale),
    taxRate: ports.taxRates.rateFor(address, quote.taxCategory),
  }));
  const priced = priceOrder(
    planned.map(({ quote, quantity, taxRate }) => ({
      quantity,
      unitPriceMinor: BigInt(quote.unitPriceMinor),
      rate: taxRate,
    })),
    { priceMinor: BigInt(delivery.value.priceMinor), rate: ports.taxRates.rateFor(address, 'standard') },
  );
  return ok<PlannedOrder>({
    shopId: shop.shopId,
    returnWindowDays: shop.returnWindowDays,
    delivery: delivery.value,
    lines: planned,
    priced,
  });
};

const placeOf = ({ country, region, postalCode }: Address) => ({ country, region, postalCode });

/**
 * Looks at everything a purchase depends on at this moment: prices, stock, shops, delivery, tax. All that is wrong is
 * said at once where it can be. Nothing is written; what others hold may change until it is reserved.
 */
export const planPurchase = async (ports: Ports, identity: Identity, wish: Wish): Promise<Result<Plan, Refusal>> => {
  const goods = await checkGoods(ports, wish.lines);
  if (!goods.ok) return goods;
  const address =
    wish.addressId || !wish.destination ? await savedAddress(ports, identity, wish.addressId) : ok(wish.destination);
  if (!address.ok) return address;
  const planned = await Promise.all(
    goods.value.shops.map((shop) =>
      planOrder(
        ports,
        wish,
        address.value,
        shop,
        goods.value.lines.filter(({ quote }) => quote.shopId === shop.shopId),
      ),
    ),
  );
  const refusals = planned.flatMap((order) => (order.ok ? [] : order.refusals));
  const [first, ...rest] = refusals;
  if (first) return refuse(first, ...rest);
  const orders = planned.flatMap((order) => (order.ok ? [order.value] : []));
  const { totalMinor } = addSums(orders.map(({ priced }) => priced.sums));
  const { currency } = goods.value;
  if (wish.expectedTotalMinor !== null && wish.expectedTotalMinor !== totalMinor) {
    return refuse(
      totalChanged({ wasMinor: wish.expectedTotalMinor.toString(), nowMinor: totalMinor.toString(), currency }),
    );
  }
  return ok({ currency, terms: wish.terms, address: address.value, orders, totalMinor });
};
