import type { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import { statement, type Tx } from '../database/index.ts';
import { invariant } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import { currentTraceparent } from '../observability/index.ts';
import { storableJson } from '../text/index.ts';
import type { EventContract, EventPublisher, NewEvent } from './contract.ts';
import { localWake, type Wake } from './wake.ts';

/** The payload as it travels: checked against the contract, and in the contract's output form, which must be JSON. */
const payloadOf = (contract: EventContract, payload: unknown): unknown => {
  const parsed = contract.payload.safeParse(payload);
  invariant(
    parsed.success,
    `The payload of ${contract.name} v${contract.version} does not fit its contract: ${parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
  return parsed.data;
};

const writeRows = async (tx: Tx, contract: EventContract, rows: readonly object[], occurredAt: Date): Promise<void> => {
  await statement(tx)`
    insert into kit.outbox (event_id, name, version, aggregate_id, aggregate_version, payload, traceparent, occurred_at)
    select fact->>'eventId', ${contract.name}, ${contract.version}::int, fact->>'aggregateId',
           (fact->>'aggregateVersion')::bigint, fact->'payload', ${currentTraceparent() ?? null}::text, ${occurredAt.toISOString()}::timestamptz
    from jsonb_array_elements(${storableJson(rows)}::jsonb) with ordinality as given(fact, nth)
    order by nth`;
};

/**
 * Publishes by writing outbox rows inside the caller's transaction, so a fact is on its way exactly when it is true.
 * Within one aggregate the order of commits must be the order of writes: load the aggregate `for update` (or change its
 * row) before publishing. A context publishes its own events only. The wake hint goes out before the commit; the relay looks more often for a moment after one.
 */
export const createEventPublisher = (context: string, clock: Clock, wake: Wake = localWake): EventPublisher => {
  const publishAll = async <P extends z.ZodType>(
    tx: Tx,
    contract: EventContract<P>,
    events: readonly NewEvent<z.input<P>>[],
  ): Promise<void> => {
    invariant(
      contract.owner === context,
      `${contract.name} is told by ${contract.owner} alone; ${context} cannot know that it is true.`,
    );
    if (events.length === 0) return;
    const rows = events.map(({ aggregateId, aggregateVersion, payload }) => ({
      eventId: newId('evt'),
      aggregateId,
      aggregateVersion,
      payload: payloadOf(contract, payload),
    }));
    await writeRows(tx, contract, rows, clock.now());
    wake.hint('outbox', contract.owner);
  };
  return { publishAll, publish: (tx, contract, event) => publishAll(tx, contract, [event]) };
};
