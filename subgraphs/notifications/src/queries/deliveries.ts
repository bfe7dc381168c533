import { type Connection, type PageArgs, readPage, toConnection } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, lt, lte } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { delivery } from '../store/delivery.table.ts';
import type { DeliveryRow } from './rows.ts';

/** Deliveries of one state or of all, newest first. */
export const listDeliveries = async (
  { database }: Services,
  state: string | undefined,
  args: PageArgs,
): Promise<Connection<DeliveryRow>> => {
  const page = readPage<[string]>(args, 1);
  const forward = page.direction === 'forward';
  const beyond = page.cursor && (forward ? lt : gt)(delivery.id, page.cursor[0]);
  const rows = await database.orm
    .select()
    .from(delivery)
    .where(and(state ? eq(delivery.state, state) : undefined, beyond))
    .orderBy(forward ? desc(delivery.id) : asc(delivery.id))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.id]);
};

/** Ids of deliveries whose time has come, oldest first. */
export const dueDeliveries = async ({ database, clock }: Services, limit: number): Promise<string[]> => {
  const rows = await database.orm
    .select({ id: delivery.id })
    .from(delivery)
    .where(and(eq(delivery.state, 'PENDING'), lte(delivery.dueAt, clock.now())))
    .orderBy(asc(delivery.dueAt))
    .limit(limit);
  return rows.map(({ id }) => id);
};
