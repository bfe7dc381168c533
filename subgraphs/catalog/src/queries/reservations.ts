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

/** Those of the references under which units are held and may still be given back; one that is missing stays so. */
export const heldAmong = async (tx: Tx, references: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await statement<{ reference: string }>(tx)`
    select reference from reservation where reference = any(${references}::text[]) and state = 'HELD'`;
  return new Set(rows.map(({ reference }) => reference));
};

/** References of holds whose time is over, oldest first. */
export const findDueReferences = async (executor: Executor, now: Date, limit: number): Promise<string[]> => {
  const rows = await executor.execute<{ reference: string }>(sql`
    select reference from reservation where state = 'HELD' and expires_at <= ${now.toISOString()}::timestamptz order by expires_at limit ${limit}`);
  return rows.map((row) => row.reference);
};
