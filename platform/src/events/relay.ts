import { crashPoint } from '../crash-points/index.ts';
import type { Database } from '../database/index.ts';
import type { Logger } from '../logging/index.ts';
import { createAlarm } from './alarm.ts';
import type { EventBus } from './bus/contract.ts';
import type { EventEnvelope } from './contract.ts';
import { begin } from './surviving-transaction.ts';
import type { Wake } from './wake.ts';

/** Rows moved per transaction. */
const batchSize = 500;
const fastestMs = 5;
/** Hints of this many milliseconds are one batch: moving one costs two transactions, however many events it holds. */
const hintGatherMs = 15;
const idleMs = 200;
const troubledMs = 2_000;

interface OutboxRow {
  readonly position: string;
  readonly event_id: string;
  readonly name: string;
  readonly version: number;
  readonly aggregate_id: string;
  readonly aggregate_version: string;
  readonly payload: unknown;
  readonly traceparent: string | null;
  readonly occurred_at: string;
}

const envelopeOf = (row: OutboxRow): EventEnvelope => ({
  eventId: row.event_id,
  name: row.name,
  version: row.version,
  aggregateId: row.aggregate_id,
  aggregateVersion: Number(row.aggregate_version),
  occurredAt: new Date(row.occurred_at),
  payload: row.payload,
  traceparent: row.traceparent ?? undefined,
});

const inOrder = (rows: readonly OutboxRow[]): readonly EventEnvelope[] =>
  [...rows].sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1)).map(envelopeOf);

/**
 * Moves one batch. The rows are deleted in a transaction that commits only after the bus has them: a crash in between
 * leaves them in place, and the bus drops the repeat by event id. Whatever is visible is taken, not "what is newer than
 * the last one", because transactions commit in another order than their rows were numbered.
 *
 * One relay at a time, by an advisory lock that lives as long as the transaction: it falls free the moment its holder
 * ends or dies, and an idle relay keeps no connection of the context's small pool.
 */
const moveBatch = async (
  context: string,
  database: Database,
  bus: EventBus,
): Promise<{ moved: number; woken: readonly string[] }> => {
  const nothing = { moved: 0, woken: [] };
  const [waiting] = await database.sql<{ any: boolean }[]>`select exists(select 1 from kit.outbox) as any`;
  if (!waiting?.any) return nothing;
  return begin(database.sql, async (tx) => {
    // Rows that another relay took between our look and our turn are gone by then, and left out.
    const rows = await tx<OutboxRow[]>`
      with turn as materialized (select pg_try_advisory_xact_lock(hashtext(${`vitrina.relay.${context}`})) as mine)
      delete from kit.outbox where position = any(array(
        select position from kit.outbox where (select mine from turn) order by position limit ${batchSize}))
      returning position, event_id, name, version, aggregate_id, aggregate_version, payload, traceparent, occurred_at`;
    if (rows.length === 0) return nothing;
    const woken = await bus.append(inOrder(rows));
    crashPoint('events.relay.after-append');
    return { moved: rows.length, woken };
  });
};

export interface Relay {
  stop(): Promise<void>;
  /** True while a batch is under way. */
  busy(): boolean;
  /** Batches moved so far. */
  moves(): number;
}

/** Runs the relay of one context: woken by hints, polling faster while there is traffic and a few times a second when idle. */
export const startRelay = (options: {
  readonly context: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly wake: Wake;
  readonly log: Logger;
}): Relay => {
  const { context, database, bus, wake, log } = options;
  const alarm = createAlarm(hintGatherMs);
  const deafen = wake.listen('outbox', context, alarm.ring);
  let running = true;
  let busy = false;
  let moves = 0;

  const step = async (): Promise<number> => {
    busy = true;
    try {
      const { moved, woken } = await moveBatch(context, database, bus);
      if (moved > 0) moves += 1;
      for (const woke of woken) wake.hint('deliveries', woke);
      return moved;
    } finally {
      busy = false;
    }
  };
  const run = async (): Promise<void> => {
    let delay = fastestMs;
    while (running) {
      try {
        const moved = await step();
        if (moved === batchSize) continue;
        delay = moved > 0 ? fastestMs : Math.min(delay * 2, idleMs);
      } catch (error) {
        log.error(
          { err: error, context },
          'The relay could not move events; they stay in the outbox and it tries again.',
        );
        delay = troubledMs;
      }
      if (!running) break;
      // A hint may come before its commit: after one, look often for a moment.
      if ((await alarm.wait(delay)) && delay !== troubledMs) delay = fastestMs;
    }
  };
  const done = run();
  return {
    stop: async () => {
      running = false;
      deafen();
      alarm.ring();
      await done;
    },
    busy: () => busy,
    moves: () => moves,
  };
};
