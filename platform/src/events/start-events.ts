import { sql } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { EventBus } from './bus/contract.ts';
import { runConsumers } from './consumer/run-consumers.ts';
import { type ConsumerSettings, defaultConsumerSettings } from './consumer/settings.ts';
import type { EventConsumer } from './contract.ts';
import { drained, type RunningEvents } from './drained.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startRelay } from './relay.ts';
import { localWake, type Wake } from './wake.ts';

export interface StartEventsOptions<S> {
  readonly context: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly consumers: readonly EventConsumer<S>[];
  readonly services: S;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where hints come from; the process's own by default. */
  readonly wake?: Wake;
  readonly settings?: Partial<ConsumerSettings>;
}

const byFullName = <S>(
  context: string,
  consumers: readonly EventConsumer<S>[],
): ReadonlyMap<string, EventConsumer<S>> => {
  const named = new Map<string, EventConsumer<S>>();
  for (const consumer of consumers) {
    const name = `${context}.${consumer.name}`;
    invariant(!named.has(name), `Two consumers are called ${name}; a name is how the bus knows what was handled.`);
    named.set(name, consumer);
  }
  return named;
};

/**
 * Runs relay and consumers of one context until `stop()`: consumers become known to the bus, the outbox is emptied onto
 * it, and deliveries are worked off. Any number of processes may do this for the same context.
 */
export const startEvents = async <S>(options: StartEventsOptions<S>): Promise<RunningEvents> => {
  const { context, database, bus, log, wake = localWake } = options;
  const consumers = byFullName(context, options.consumers);
  const settings = { ...defaultConsumerSettings, ...options.settings };
  await bus.register(
    context,
    [...consumers].map(([consumer, { contract }]) => ({ consumer, eventName: contract.name })),
  );
  const relay = startRelay({ context, database, bus, wake, log });
  const workers = consumers.size > 0 ? runConsumers({ ...options, wake, consumers, settings }) : undefined;
  const housekeeping = startHousekeeping(options);

  const waiting = async (): Promise<{ readonly outbox: number; readonly deliveries: number }> => {
    const [row] = await database.orm.execute<{ count: number }>(sql`select count(*)::int as count from kit.outbox`);
    return { outbox: row?.count ?? 0, deliveries: await bus.pending(context) };
  };
  const running: RunningEvents = {
    context,
    waiting,
    busy: () => relay.busy() || (workers?.busy() ?? false),
    moves: () => relay.moves() + (workers?.moves() ?? 0),
    drained: (timeoutMs) => drained([running], timeoutMs),
    stop: async () => {
      housekeeping.stop();
      await Promise.all([relay.stop(), workers?.stop()]);
    },
  };
  return running;
};
