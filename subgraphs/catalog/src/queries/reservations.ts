import { type Executor, statement, type Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { Reservation, ReservationLine, ReservationState } from '../domain/reservation.ts';

/** Reservations with their lines, by reference; unknown ones are left out. */
export const readReservations = async (executor: Executor, references: readonly string[]): Promise<Reservation[]> => {
  const rows = await statement<{
    id: string;
    reference: string;
    state: ReservationState;
    expiresAt: string | null;
    lines: ReservationLine[];
  }>(executor)`
    select reservation.id, reference, state, expires_at as "expiresAt",
           jsonb_agg(jsonb_build_object('variantId', variant_id, 'locationId', location_id, 'quantity', quantity) order by variant_id, location_id) as lines
    from reservation join reservation_line on reservation_id = reservation.id
    where reference = any(${references}::text[])
    group by reservation.id`;
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt) }));
};

/** Whether units are held under the reference and may still be given back; once it is false it stays so. */
export const isHeld = async (tx: Tx, reference: string): Promise<boolean> => {
  const rows = await statement(tx)`select 1 from reservation where reference = ${reference} and state = 'HELD'`;
  return rows.length > 0;
};

/** References of holds whose time is over, oldest first. */
export const findDueReferences = async (executor: Executor, now: Date, limit: number): Promise<string[]> => {
  const rows = await executor.execute<{ reference: string }>(sql`
    select reference from reservation where state = 'HELD' and expires_at <= ${now.toISOString()}::timestamptz order by expires_at limit ${limit}`);
  return rows.map((row) => row.reference);
};
