import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type SQL, sql } from 'drizzle-orm';
import { findDelivery } from '../queries/deliveries.ts';
import type { DeliveryRow } from '../queries/rows.ts';
import type { Services } from '../services.ts';

/** Which dead letters are put back. */
export interface ReplayFilter {
  readonly kind?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly failedFrom?: Date | null | undefined;
  readonly failedUntil?: Date | null | undefined;
  readonly limit?: number | undefined;
}

/** The most that one request puts back; more would only wait in line. */
const mostReplayed = 10_000;

/** Gives failed steps a full set of tries; what was answered before stays in the log. */
const replay = async ({ database, clock, wakeSender }: Services, which: SQL): Promise<number> => {
  const rows = await database.orm.execute(sql`
    update step set state = 'PENDING', attempts = 0, lost = 0, due_at = ${clock.now().toISOString()}::timestamptz, settled_at = null
    where state = 'FAILED' and id in (${which}) returning id`);
  if (rows.length > 0) await wakeSender();
  return rows.length;
};

/** Puts one failed message back on its way. */
export const replayDelivery = async (services: Services, deliveryId: string): Promise<Result<DeliveryRow, Refusal>> => {
  const replayed = await replay(services, sql`${deliveryId}`);
  const row = replayed > 0 ? await findDelivery(services, deliveryId) : undefined;
  return row
    ? ok(row)
    : refuse(
        plainRefusal(
          'NOT_FAILED',
          ['deliveryId'],
          'Only a delivery that failed can be tried again; look at its state first.',
        ),
      );
};

/** Puts failed messages that fit a filter back on their way, oldest first. */
export const replayDeliveries = async (
  services: Services,
  { kind, channel, failedFrom, failedUntil, limit = 1_000 }: ReplayFilter,
): Promise<Result<number, Refusal>> => {
  if (limit < 1 || limit > mostReplayed)
    return refuse(
      plainRefusal('LIMIT_TOO_HIGH', ['limit'], `Replay between 1 and ${mostReplayed} at once; repeat it for more.`),
    );
  const instant = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
  return ok(
    await replay(
      services,
      sql`select s.id from step s join workflow_run r on r.id = s.run_id
        where s.state = 'FAILED' and r.workflow = coalesce(${kind ?? null}, r.workflow)
          and s.type = coalesce(${channel ?? null}, s.type)
          and s.settled_at >= coalesce(${instant(failedFrom)}::timestamptz, '-infinity')
          and s.settled_at < coalesce(${instant(failedUntil)}::timestamptz, 'infinity')
        order by s.id limit ${limit} for no key update of s skip locked`,
    ),
  );
};
