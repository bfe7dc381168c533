import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { receipt } from '../store/receipt.table.ts';

/** What providers said later, by step. */
export const receiptsOfStep: LoaderDefinition<Services, string, typeof receipt.$inferSelect> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(receipt)
      .where(inArray(receipt.stepId, [...ids]))
      .orderBy(asc(receipt.at), asc(receipt.status)),
  keyOf: ({ stepId }) => stepId,
};
