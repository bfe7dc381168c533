import { AppError } from '@vitrina/platform/errors';
import { type Destination, type Goods, priceIn, zoneFor } from '../domain/delivery.ts';
import { textFor } from '../domain/localised.ts';
import type { Services } from '../services.ts';
import { type ShopTerms, termsOfShops } from '../store/shop-terms.ts';

export interface QuoteRequest {
  readonly shopId: string;
  readonly currency: string;
  readonly destination: Destination;
  readonly goods: Goods;
}

/** One way to deliver and its price, in the shop's currency. */
export interface DeliveryQuote {
  readonly methodId: string;
  readonly name: string;
  readonly priceMinor: bigint;
  readonly currency: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly paymentOnDelivery: boolean;
}

const assertPossible = ({ goods }: QuoteRequest, index: number): void => {
  if (goods.amountMinor < 0n)
    throw new AppError('BAD_USER_INPUT', 'The price of the goods is 0 or more.', {
      field: ['inputs', String(index), 'goodsMinor'],
    });
  if (goods.units < 1)
    throw new AppError('BAD_USER_INPUT', 'There is at least one unit to deliver.', {
      field: ['inputs', String(index), 'units'],
    });
};

const cheaper = (left: DeliveryQuote, right: DeliveryQuote): number =>
  left.priceMinor === right.priceMinor ? left.maxDays - right.maxDays : left.priceMinor < right.priceMinor ? -1 : 1;

const quote = (terms: ShopTerms | undefined, { currency, destination, goods }: QuoteRequest): DeliveryQuote[] => {
  if (terms?.shop.status !== 'ACTIVE' || terms.shop.currency !== currency) return [];
  const quotes = terms.methods.flatMap(({ id, names, zones, paymentOnDelivery }) => {
    const zone = zoneFor(zones, destination);
    return zone
      ? [{ methodId: id, name: textFor(names, 'en'), currency, paymentOnDelivery, ...priceIn(zone, goods) }]
      : [];
  });
  return quotes.sort(cheaper);
};

/**
 * What delivering goods of shops costs now, a list per request in the order of the requests, in one statement however
 * many: cheapest first, then soonest. Nothing from a shop that is closed.
 */
export const quoteDeliveries = async (
  { database }: Services,
  requests: readonly QuoteRequest[],
): Promise<readonly (readonly DeliveryQuote[])[]> => {
  requests.forEach(assertPossible);
  const terms = await termsOfShops(
    database.orm,
    requests.map(({ shopId }) => shopId),
  );
  return requests.map((request) =>
    quote(
      terms.find(({ shop }) => shop.id === request.shopId),
      request,
    ),
  );
};
