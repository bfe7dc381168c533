import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../clock/index.ts';
import type { Database } from '../../database/index.ts';
import { silentLogger } from '../../logging/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';
import { consume, type EventConsumer } from '../contract.ts';
import { createLocalWake } from '../wake.ts';
import { runConsumers } from './run-consumers.ts';
import { type ConsumerSettings, defaultConsumerSettings } from './settings.ts';

const contract = { name: 'parcel.moved', version: 1, owner: 'depot', payload: z.object({ place: z.string() }) };
const clock = manualClock();
const name = 'shop.write-down';

const delivery = (
  position: number,
  aggregateId: string,
  more: { attempts?: number; consumer?: string } = {},
): Delivery => ({
  consumer: more.consumer ?? name,
  position: String(position),
  lease: 'lease_1',
  attempts: more.attempts ?? 0,
  event: {
    eventId: `evt_${position}`,
    name: contract.name,
    version: 1,
    aggregateId,
    aggregateVersion: position,
    occurredAt: clock.now(),
    payload: { place: `place ${position}` },
  },
});
const positions = (all: readonly Delivery[]): string => all.map(({ position }) => position).join(' ');

/** A database that knows the inbox's three statements; what a failed transaction entered is taken back. */
const inboxDatabase = (handled: readonly string[] = []): Database => {
  let inbox = new Set<string>(handled.map((eventId) => `${name} ${eventId}`));
  const named = (json: unknown): string[] =>
    (JSON.parse(String(json)) as { consumer: string; eventId: string }[]).map(
      (one) => `${one.consumer} ${one.eventId}`,
    );
  const unsafe = async (text: string, parameters: readonly unknown[]): Promise<object[]> => {
    if (text.includes('delete from kit.inbox')) {
      for (const key of named(parameters[0])) inbox.delete(key);
      return [];
    }
    const together = text.includes('jsonb_to_recordset');
    const keys = together ? named(parameters[1]) : [`${parameters[0]} ${parameters[1]}`];
    const fresh = keys.filter((key) => !inbox.has(key));
    for (const key of fresh) inbox.add(key);
    return fresh.map((key) => ({ key }));
  };
  const transaction = async (work: (tx: unknown) => Promise<unknown>): Promise<unknown> => {
    const before = new Set(inbox);
    try {
      return await work({ _: { session: { client: { unsafe } } } });
    } catch (error) {
      inbox = before;
      throw error;
    }
  };
  return { transaction } as unknown as Database;
};

interface Wish {
  readonly waiting: readonly Delivery[];
  readonly handle: (place: string) => Promise<void> | void;
  readonly settings?: Partial<ConsumerSettings>;
  readonly bus?: Partial<EventBus>;
  /** Events that had their effect before. */
  readonly handled?: readonly string[];
}

/** Runs a context's only consumer over a bus that holds these deliveries, and notes what the bus is told. */
const running = ({ waiting, handle, settings, bus: changes, handled }: Wish) => {
  const told: string[] = [];
  let left = [...waiting];
  const bus = {
    claim: async ({ limit }) => {
      const claimed = left.slice(0, limit);
      left = left.slice(limit);
      return claimed;
    },
    close: async (all) => void told.push(`close ${positions(all)}`),
    release: async (all) => void (all.length > 0 && told.push(`release ${positions(all)}`)),
    retry: async (one) => void told.push(`retry ${one.position}`),
    park: async (one) => void told.push(`park ${one.position}`),
    extend: async () => {},
    watch: () => () => {},
    ...changes,
  } as Partial<EventBus> as EventBus;
  const seen: string[] = [];
  const consumer = consume(contract, 'write-down', async ({ payload }) => {
    await handle(payload.place);
    seen.push(payload.place.replace('place ', ''));
  });
  const workers = runConsumers<unknown>({
    context: 'shop',
    bus,
    database: inboxDatabase(handled),
    services: {},
    clock,
    log: silentLogger,
    wake: createLocalWake(),
    settings: { ...defaultConsumerSettings, ...settings },
    consumers: new Map<string, EventConsumer<unknown>>([[name, consumer as EventConsumer<unknown>]]),
  });
  const idle = () => vi.waitFor(() => expect(workers.busy()).toBe(false), { timeout: 5_000 });
  return { told, seen, workers, idle };
};
const closedOf = (told: readonly string[]): string[] =>
  told.flatMap((line) => (line.startsWith('close ') ? line.slice(6).split(' ') : [])).sort();

describe('what a worker has claimed', () => {
  it('is handled in the order of the bus and closed, each once', async () => {
    const { told, seen, workers, idle } = running({
      waiting: [delivery(1, 'a'), delivery(2, 'b'), delivery(3, 'a'), delivery(4, 'c')],
      handle: () => {},
    });
    await idle();
    await workers.stop();
    expect(seen.indexOf('1')).toBeLessThan(seen.indexOf('3'));
    expect(seen.toSorted()).toEqual(['1', '2', '3', '4']);
    expect(closedOf(told)).toEqual(['1', '2', '3', '4']);
    expect(told.every((line) => line.startsWith('close'))).toBe(true);
  });

  it('waits behind the first one of its aggregate that fails, and for no other', async () => {
    const effects: string[] = [];
    const { told, workers, idle } = running({
      waiting: [delivery(1, 'a'), delivery(2, 'a'), delivery(3, 'a'), delivery(4, 'b')],
      handle: (place) => {
        effects.push(place);
        if (place === 'place 2') throw new Error('broken');
      },
    });
    await idle();
    await workers.stop();
    expect(closedOf(told)).toEqual(['1', '4']);
    // Given back only once the failure is settled: before that nobody may claim what stands behind it.
    expect(told.filter((line) => !line.startsWith('close'))).toEqual(['retry 2', 'release 3']);
    expect(effects).not.toContain('place 3');
  });

  it('is parked with its last attempt, and what stands behind it is given back', async () => {
    const { told, workers, idle } = running({
      waiting: [delivery(1, 'a', { attempts: 2 }), delivery(2, 'a')],
      handle: () => Promise.reject(new Error('broken')),
      settings: { maxAttempts: 3 },
    });
    await idle();
    await workers.stop();
    expect(told).toEqual(['park 1', 'release 2']);
  });

  it('is given back untouched when the code of its consumer is gone', async () => {
    const { told, seen, workers, idle } = running({
      waiting: [delivery(1, 'a', { consumer: 'shop.gone' }), delivery(2, 'b')],
      handle: () => {},
    });
    await idle();
    await workers.stop();
    expect(seen).toEqual(['2']);
    expect(told.toSorted()).toEqual(['close 2', 'release 1']);
  });

  it('is given back unhandled when its lease has run out: somebody else may have it', async () => {
    const { told, seen, workers, idle } = running({
      waiting: [delivery(1, 'a'), delivery(2, 'a')],
      handle: () => {},
      settings: { leaseMs: 0 },
      bus: { extend: () => Promise.reject(new Error('The bus is away.')) },
    });
    await idle();
    await workers.stop();
    expect(seen).toEqual([]);
    expect(told).toEqual(['release 1 2']);
  });

  it('is left to its lease when the bus cannot be told of a failure', async () => {
    const { told, workers, idle } = running({
      waiting: [delivery(1, 'a', { attempts: 1 }), delivery(2, 'a')],
      handle: () => Promise.reject(new Error('broken')),
      bus: { retry: () => Promise.reject(new Error('The bus is away.')) },
    });
    await idle();
    await workers.stop();
    expect(told).toEqual([]);
  });

  it.each([0, 1])(
    'is dropped where it had its effect before, and closed all the same (after %i failures)',
    async (attempts) => {
      const { told, seen, workers, idle } = running({
        waiting: [delivery(1, 'a', { attempts }), delivery(2, 'b', { attempts })],
        handle: () => {},
        handled: ['evt_1'],
      });
      await idle();
      await workers.stop();
      expect(seen).toEqual(['2']);
      expect(closedOf(told)).toEqual(['1', '2']);
    },
  );
});

describe('a worker that is stopped', () => {
  it('finishes what runs and gives back what it only holds', async () => {
    let finish = (): void => {};
    const begun = vi.fn();
    const { told, seen, workers } = running({
      waiting: [delivery(1, 'a'), delivery(2, 'a'), delivery(3, 'b')],
      handle: () => {
        begun();
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    });
    await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(1));
    const stopped = workers.stop();
    finish();
    await stopped;
    expect(seen).toEqual(['1']);
    expect(
      told
        .filter((line) => line.startsWith('release'))
        .join(' ')
        .match(/\d/g)
        ?.sort(),
    ).toEqual(['2', '3']);
    expect(closedOf(told)).toEqual(['1']);
  });

  it('holds nothing more, and counts what it claimed', async () => {
    const { workers, idle } = running({ waiting: [delivery(1, 'a')], handle: () => {} });
    await idle();
    await workers.stop();
    expect(workers.busy()).toBe(false);
    expect(workers.moves()).toBe(1);
  });
});

describe('work that comes later', () => {
  it('is claimed at a hint', async () => {
    const wake = createLocalWake();
    let waiting: Delivery[] = [];
    const seen: string[] = [];
    const claims = vi.fn();
    const bus = {
      claim: async () => {
        claims();
        const claimed = waiting;
        waiting = [];
        return claimed;
      },
      close: async () => {},
      watch: () => () => {},
    } as Partial<EventBus> as EventBus;
    const consumer = consume(contract, 'write-down', async ({ payload }) => void seen.push(payload.place));
    const workers = runConsumers<unknown>({
      context: 'shop',
      bus,
      database: inboxDatabase(),
      services: {},
      clock,
      log: silentLogger,
      wake,
      settings: defaultConsumerSettings,
      consumers: new Map<string, EventConsumer<unknown>>([[name, consumer as EventConsumer<unknown>]]),
    });
    await vi.waitFor(() => expect(claims).toHaveBeenCalled());
    waiting = [delivery(1, 'a')];
    wake.hint('deliveries', 'shop');
    // Without the hint it would be looked for after two seconds.
    await vi.waitFor(() => expect(seen).toEqual(['place 1']), { timeout: 1_500 });
    await workers.stop();
    const before = claims.mock.calls.length;
    wake.hint('deliveries', 'shop');
    expect(claims.mock.calls.length).toBe(before);
  });
});
