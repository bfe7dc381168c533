import type { InternalCaller } from '@vitrina/platform/internal';
import {
  CheckoutShopsDocument,
  type CheckoutShopsQuery,
  QuoteDeliveryDocument,
  type QuoteDeliveryQuery,
} from '../generated/seller-client.ts';

export type CheckoutShop = CheckoutShopsQuery['checkoutShops'][number];
export type DeliveryQuote = QuoteDeliveryQuery['quoteDelivery'][number];

/** One shop's goods on their way to an address. */
export interface DeliveryRequest {
  readonly shopId: string;
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly currency: string;
  readonly goodsMinor: bigint;
  readonly units: number;
}

/** What orders asks of seller. */
export const createSellerClient = (internal: InternalCaller) => ({
  shops: async (ids: readonly string[]): Promise<readonly CheckoutShop[]> =>
    ids.length === 0 ? [] : (await internal.call('seller', CheckoutShopsDocument, { ids: [...ids] })).checkoutShops,
  /** Cheapest first; empty when the shop does not deliver there. */
  quoteDelivery: async (request: DeliveryRequest): Promise<readonly DeliveryQuote[]> => {
    const { quoteDelivery } = await internal.call('seller', QuoteDeliveryDocument, {
      input: { ...request, goodsMinor: request.goodsMinor.toString() },
    });
    return quoteDelivery;
  },
});

export type SellerClient = ReturnType<typeof createSellerClient>;
