import type { Executor } from '@vitrina/platform/database';
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { delivery } from './delivery.table.ts';

type DeliveryRow = typeof delivery.$inferSelect;

/** What became of one try. */
export type Settled = Pick<DeliveryRow, 'id' | 'attempts' | 'state' | 'dueAt' | 'sentAt' | 'lastError'>;

/** How long mail is left to the worker that claimed it, and how much of it is taken. */
export interface Claim {
  readonly now: Date;
  readonly until: Date;
  readonly limit: number;
}

/**
 * Takes e-mails that are due for this worker, those that wait longest first: not those that are sent already, claimed by
 * another or waiting for their next try. What another worker is claiming at this moment is passed over.
 */
export const claimDue = (on: Executor, { now, until, limit }: Claim): Promise<DeliveryRow[]> =>
  on
    .update(delivery)
    .set({ attempts: sql`${delivery.attempts} + 1`, dueAt: until })
    .where(
      inArray(
        delivery.id,
        on
          .select({ id: delivery.id })
          .from(delivery)
          .where(and(eq(delivery.state, 'PENDING'), lte(delivery.dueAt, now)))
          .orderBy(asc(delivery.dueAt))
          .limit(limit)
          .for('update', { skipLocked: true }),
      ),
    )
    .returning();

/**
 * Writes what became of tries. Only a claim that is still the worker's own is settled: one that was too slow must not
 * undo what its successor did.
 */
export const settleDeliveries = async (on: Executor, settled: readonly Settled[]): Promise<void> => {
  await on.execute(sql`
    update delivery set state = s.state, due_at = s."dueAt", sent_at = s."sentAt", last_error = s."lastError"
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as s(id text, attempts int, state text, "dueAt" timestamptz, "sentAt" timestamptz, "lastError" text)
    where delivery.id = s.id and delivery.attempts = s.attempts`);
};
