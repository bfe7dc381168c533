import type { InternalCaller } from '@vitrina/platform/internal';
import {
  CommitStockDocument,
  QuoteVariantsDocument,
  type QuoteVariantsQuery,
  ReleaseStockDocument,
  ReservationByReferenceDocument,
  ReserveStockDocument,
  type ReserveStockMutation,
  RestockLinesDocument,
} from '../generated/catalog-client.ts';

/** Price, stock and names of a variant at this moment. */
export type VariantQuote = QuoteVariantsQuery['quoteVariants'][number];
export type ReserveStockAnswer = ReserveStockMutation['reserveStock'];

/** Most variants one call may ask for. */
const quoteBatch = 500;

/** What orders asks of catalog. Names of holds are the order group's id, so repetitions are recognised. */
export const createCatalogClient = (internal: InternalCaller) => ({
  quote: async (ids: readonly string[]): Promise<VariantQuote[]> => {
    const quotes: VariantQuote[] = [];
    for (let start = 0; start < ids.length; start += quoteBatch) {
      const answer = await internal.call('catalog', QuoteVariantsDocument, {
        ids: ids.slice(start, start + quoteBatch),
      });
      quotes.push(...answer.quoteVariants);
    }
    return quotes;
  },
  reserve: async (input: {
    reference: string;
    ttlSeconds: number;
    lines: readonly { variantId: string; quantity: number }[];
  }) =>
    (await internal.call('catalog', ReserveStockDocument, { input: { ...input, lines: [...input.lines] } }))
      .reserveStock,
  release: async (reference: string) =>
    (await internal.call('catalog', ReleaseStockDocument, { input: { reference } })).releaseStock,
  commit: async (reference: string) =>
    (await internal.call('catalog', CommitStockDocument, { input: { reference } })).commitStock,
  restock: async (reference: string, lines: readonly { variantId: string; quantity: number }[]) =>
    (await internal.call('catalog', RestockLinesDocument, { input: { reference, lines: [...lines] } })).restockLines,
  reservation: async (reference: string) =>
    (await internal.call('catalog', ReservationByReferenceDocument, { reference })).reservationByReference,
});

export type CatalogClient = ReturnType<typeof createCatalogClient>;
