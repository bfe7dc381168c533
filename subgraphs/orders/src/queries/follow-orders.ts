import type { Identity } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { eq } from 'drizzle-orm';
import { isIdLike } from '../domain/plain-text.ts';
import type { Ports } from '../ports.ts';
import { type OrderEventRow, orderGroup, shopOrder } from '../store/order.table.ts';
import { canReadGroup, canReadOrder } from '../usecases/access.ts';
import { groupTopic } from '../usecases/announce.ts';
import { eventsAfter } from './order-lists.ts';

export interface FollowRequest {
  readonly groupId: string | null;
  readonly orderId: string | null;
  readonly afterVersion: number | null;
}

interface Target {
  readonly groupId: string;
  readonly orderId: string | null;
  /** The group's version when the subscription began. */
  readonly version: number;
}

/** A hint may come before its commit: after one, look again this much later. */
const settleMs = 250;
/** Hints may be lost; looking this often makes up for it. */
const usualLookEveryMs = 10_000;
const batch = 100;

const missing = () =>
  new AppError('NOT_FOUND', 'There is no such order; check the id, or sign in as somebody who may see it.');

/** What is followed, when the caller may read it now. */
const targetOf = async (
  { database: { orm } }: Ports,
  identity: Identity,
  { groupId, orderId }: FollowRequest,
): Promise<Target | null> => {
  if (![groupId, orderId].every((id) => id === null || isIdLike(id))) return null;
  if (orderId) {
    const [row] = await orm
      .select({ order: shopOrder, version: orderGroup.version })
      .from(shopOrder)
      .innerJoin(orderGroup, eq(orderGroup.id, shopOrder.groupId))
      .where(eq(shopOrder.id, orderId));
    return row && canReadOrder(identity, row.order)
      ? { groupId: row.order.groupId, orderId, version: row.version }
      : null;
  }
  const [group] = groupId ? await orm.select().from(orderGroup).where(eq(orderGroup.id, groupId)) : [];
  return group && canReadGroup(identity, group) ? { groupId: group.id, orderId: null, version: group.version } : null;
};

/**
 * Every change of a group or an order, in order, none missed and none twice: subscribes to hints first, then reads the
 * event table from `afterVersion` on and again at every hint. Versions are given under the group's lock, so there are no
 * gaps to wait for. Who may see it is asked again before each read; the stream ends when the answer turns to no.
 */
export const followOrders = async (
  ports: Ports,
  identity: Identity,
  request: FollowRequest,
  signal: AbortSignal,
  lookEveryMs = usualLookEveryMs,
): Promise<AsyncIterableIterator<OrderEventRow>> => {
  if ((request.groupId === null) === (request.orderId === null))
    throw new AppError('BAD_USER_INPUT', 'Give "groupId" or "orderId", and not both.');
  const known = await targetOf(ports, identity, request);
  if (!known) throw missing();
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const look = lookout();
  const hints = await ports.pubsub.subscribe(groupTopic(known.groupId), { signal: ended, onGap: look.ring });
  void (async () => {
    for await (const _ of hints) look.ring();
  })().catch((error: unknown) => {
    ports.log.warn({ err: error, groupId: known.groupId }, 'Hints are away; the subscription looks by itself');
  });
  const start = await targetOf(ports, identity, request).catch((error: unknown) => {
    stop.abort();
    throw error;
  });
  if (start) return eventStream(ports, identity, request, start, { stop, ended, look, lookEveryMs });
  stop.abort();
  throw missing();
};

interface Lookout {
  ring(): void;
  /** Resolves at a ring (also one that came before), when `ms` have passed, or at the end. */
  wait(ms: number, ended: AbortSignal): Promise<boolean>;
}

const lookout = (): Lookout => {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: (ms, ended) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          ended.removeEventListener('abort', finish);
          wake = undefined;
          const answer = rung;
          rung = false;
          resolve(answer);
        };
        const timer = setTimeout(finish, ms);
        ended.addEventListener('abort', finish, { once: true });
        wake = finish;
        if (rung || ended.aborted) finish();
      }),
  };
};

interface Stream {
  readonly stop: AbortController;
  readonly ended: AbortSignal;
  readonly look: Lookout;
  readonly lookEveryMs: number;
}

/** Written by hand: an async generator's `return()` would wait for the next event. */
const eventStream = (
  ports: Ports,
  identity: Identity,
  request: FollowRequest,
  target: Target,
  { stop, ended, look, lookEveryMs }: Stream,
): AsyncIterableIterator<OrderEventRow> => {
  let seen = request.afterVersion ?? target.version;
  let buffered: OrderEventRow[] = [];
  let waitMs = lookEveryMs;
  const end = { done: true as const, value: undefined };

  const next = async (): Promise<IteratorResult<OrderEventRow>> => {
    while (!ended.aborted) {
      const ready = buffered.shift();
      if (ready) {
        seen = ready.groupVersion;
        return { done: false, value: ready };
      }
      if (!(await targetOf(ports, identity, request))) break;
      buffered = await eventsAfter(ports.database, target.groupId, target.orderId, seen, batch);
      if (buffered.length > 0) continue;
      waitMs = (await look.wait(waitMs, ended)) ? settleMs : lookEveryMs;
    }
    stop.abort();
    return end;
  };
  return {
    next,
    return: async () => {
      stop.abort();
      return end;
    },
    throw: async (error) => {
      stop.abort();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
