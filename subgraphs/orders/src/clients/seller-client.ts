import { invariant } from '@vitrina/platform/errors';
import type { InternalCaller } from '@vitrina/platform/internal';
import {
  CheckoutShopsDocument,
  type CheckoutShopsQuery,
  QuoteDeliveriesDocument,
  type QuoteDeliveriesQuery,
} from '../generated/seller-client.ts';

export type CheckoutShop = CheckoutShopsQuery['checkoutShops'][number];
export type DeliveryQuote = QuoteDeliveriesQuery['quoteDeliveries'][number][number];

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

/** Collects what is asked in one go of the event loop's queue into one question; answers come in the order asked. */
const gathered = <Q, A>(askAll: (questions: readonly Q[]) => Promise<readonly A[]>): ((question: Q) => Promise<A>) => {
  let open: { readonly questions: Q[]; readonly answers: Promise<readonly A[]> } | undefined;
  return async (question) => {
    if (!open) {
      const questions: Q[] = [];
      const answers = Promise.resolve().then(() => {
        open = undefined;
        return askAll(questions);
      });
      open = { questions, answers };
    }
    const { questions, answers } = open;
    const place = questions.push(question) - 1;
    const answer = (await answers)[place];
    invariant(answer !== undefined, 'Every question has its answer.');
    return answer;
  };
};

/** What orders asks of seller. */
export const createSellerClient = (internal: InternalCaller) => ({
  shops: async (ids: readonly string[]): Promise<readonly CheckoutShop[]> =>
    ids.length === 0 ? [] : (await internal.call('seller', CheckoutShopsDocument, { ids: [...ids] })).checkoutShops,
  /**
   * Cheapest first; empty when the shop does not deliver there. The shops of one purchase are asked for side by side,
   * and that is one call.
   */
  quoteDelivery: gathered(
    async (requests: readonly DeliveryRequest[]): Promise<readonly (readonly DeliveryQuote[])[]> => {
      const inputs = requests.map((request) => ({ ...request, goodsMinor: request.goodsMinor.toString() }));
      return (await internal.call('seller', QuoteDeliveriesDocument, { inputs })).quoteDeliveries;
    },
  ),
});

export type SellerClient = ReturnType<typeof createSellerClient>;
