import { AppError } from '@vitrina/platform/errors';
import { type Destination, type Goods, priceIn, zoneFor } from '../domain/delivery.ts';
import { textFor } from '../domain/localised.ts';
import type { Services } from '../services.ts';
import { methodsOfShops } from '../store/delivery-methods.ts';
import { shopById } from '../store/shops.ts';

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

/** What delivering those goods there costs now, cheapest first, then soonest. Nothing from a shop that is closed. */
export const quoteDelivery = async (
  { database }: Services,
  { shopId, currency, destination, goods }: QuoteRequest,
): Promise<readonly DeliveryQuote[]> => {
  if (goods.amountMinor < 0n)
    throw new AppError('BAD_USER_INPUT', 'The price of the goods is 0 or more.', { field: ['input', 'goodsMinor'] });
  if (goods.units < 1)
    throw new AppError('BAD_USER_INPUT', 'There is at least one unit to deliver.', { field: ['input', 'units'] });
  const [shop, methods] = await Promise.all([shopById(database.orm, shopId), methodsOfShops(database.orm, [shopId])]);
  if (shop?.status !== 'ACTIVE' || shop.currency !== currency) return [];
  const quotes = methods
    .filter((method) => method.active)
    .flatMap(({ id, names, zones, paymentOnDelivery }) => {
      const zone = zoneFor(zones, destination);
      return zone
        ? [{ methodId: id, name: textFor(names, 'en'), currency, paymentOnDelivery, ...priceIn(zone, goods) }]
        : [];
    });
  const cheaper = (left: DeliveryQuote, right: DeliveryQuote): number =>
    left.priceMinor === right.priceMinor ? left.maxDays - right.maxDays : left.priceMinor < right.priceMinor ? -1 : 1;
  return quotes.sort(cheaper);
};
