import { setTimeout as pause } from 'node:timers/promises';
import { type ManualClock, manualClock } from '@vitrina/platform/clock';
import { connect, type Database } from '@vitrina/platform/database';
import { createEventPublisher, createLocalWake, createPostgresBus, startEvents } from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { messageSent } from '@vitrina/schema/events';
import { sql } from 'drizzle-orm';
import { contactPoint, preference } from '../../src/store/reach.table.ts';
import { openCrew } from './crew.ts';
import { eventOf, eventsOfMinute, hasBrowser, quiet, type Storm, userId, zoneOf } from './plan.ts';
import type { StormPlaces } from './protocol.ts';

const minuteMs = 60_000;
/** Messages written in one transaction of messaging. */
const writtenAtOnce = 50;

export interface StormOptions extends StormPlaces {
  readonly storm: Storm;
  readonly database: Database;
  /** How many workers are killed, spread over the minutes in which events come. */
  readonly kills: number;
  /** Values of `VITRINA_CRASH_POINT` for the first workers that are started: each kills itself there. */
  readonly crashPoints?: readonly string[];
  readonly tell?: (step: string) => void;
}

/** People with their zones, quiet hours and browsers. */
export const fillPeople = async (database: Database, users: number): Promise<void> => {
  const at = new Date(0);
  for (let from = 0; from < users; from += 1_000) {
    const indexes = Array.from({ length: Math.min(1_000, users - from) }, (_, index) => from + index);
    await database.orm.insert(preference).values(
      indexes.map((index) => ({
        userId: userId(index),
        version: 1,
        choices: {},
        timeZone: zoneOf(index),
        quietFrom: quiet.from,
        quietTo: quiet.to,
        updatedAt: at,
      })),
    );
    const browsers = indexes.filter(hasBrowser).map((index) => ({
      id: `pfp_${userId(index)}`,
      userId: userId(index),
      channel: 'WEB_PUSH',
      address: `browser-of-${userId(index)}`,
      addressHash: userId(index),
      label: 'browser',
      confirmedAt: at,
      createdAt: at,
    }));
    if (browsers.length > 0) await database.orm.insert(contactPoint).values(browsers);
  }
};

/** Messaging as far as a storm needs it: messages are told by its outbox, and its relay brings them to the bus. */
const openMessaging = async ({ storm, messagingUrl, busUrl }: StormOptions, clock: ManualClock) => {
  const database = connect(messagingUrl);
  const bus = createPostgresBus(busUrl, { log: silentLogger });
  const wake = createLocalWake();
  const publisher = createEventPublisher('messaging', clock, wake);
  const rest = { database, bus, services: {}, clock, log: silentLogger, wake };
  const relay = await startEvents({ context: 'messaging', consumers: [], ...rest });
  const messageOf = (index: number) => {
    const { user, conversationId, messageId } = eventOf(storm, index);
    const facts = { messageId, conversationId, shopId: 'shp_1', buyerId: userId(user), authorId: 'usr_clerk' };
    return {
      aggregateId: conversationId,
      aggregateVersion: index + 1,
      payload: { ...facts, side: 'SHOP' as const, productId: 'prd_1', orderId: null, sequence: index + 1 },
    };
  };
  return {
    write: async (from: number, to: number): Promise<void> => {
      for (let first = from; first < to; first += writtenAtOnce) {
        const count = Math.min(writtenAtOnce, to - first);
        const messages = Array.from({ length: count }, (_, index) => messageOf(first + index));
        await database.transaction((tx) => publisher.publishAll(tx, messageSent, messages));
      }
    },
    /** Waits until at most so many messages are not taken by notifications yet. */
    takenUpTo: async (left: number): Promise<void> => {
      for (;;) {
        const { outbox } = await relay.waiting();
        if (outbox + (await bus.pending('notifications')) <= left) return;
        await pause(25);
      }
    },
    parked: () => bus.parked(),
    close: async () => {
      await relay.stop();
      await bus.stop();
      await database.close();
    },
  };
};

const isWaiting = async (database: Database): Promise<boolean> => {
  const rows = await database.orm.execute<{ waiting: boolean }>(
    sql`select exists (select from step where state = 'PENDING') as waiting`,
  );
  return rows[0]?.waiting === true;
};

export interface StormEnd {
  readonly died: number;
  readonly seconds: number;
  /** Deliveries no worker could make anything of; there must be none. */
  readonly parked: number;
}

/**
 * Lets messages rain on two workers that are killed again and again, minute by minute of the storm's clock, then lets the
 * rest of each night pass. Messages come by messaging's outbox, its relay and the bus, as in the market; workers consume
 * while they do what is due, and fall behind by a minute's messages at most.
 */
export const runStorm = async (options: StormOptions): Promise<StormEnd> => {
  const { storm, database, kills, crashPoints, tell = () => {} } = options;
  const clock = manualClock();
  const messaging = await openMessaging(options, clock);
  const crew = await openCrew({ url: options.url, busUrl: options.busUrl, folder: options.folder }, crashPoints);
  const all = storm.nights.length * storm.minutes;
  let ordered = 0;
  const doDue = (now: number): Promise<unknown> => {
    clock.set(new Date(now));
    return Promise.all([crew.obey(0, { now }), crew.obey(1, { now })]);
  };
  /** Whoever dies after it has obeyed is replaced by the next order only, and the dead take no messages. */
  const untilTaken = async (now: number, left: number): Promise<void> => {
    let isTaken = false;
    const taken = messaging.takenUpTo(left).then(() => {
      isTaken = true;
    });
    for (;;) {
      await Promise.race([taken, pause(250)]);
      if (isTaken) return;
      await doDue(now);
    }
  };
  const rain = async (now: number, place: number, [from, to]: [number, number]): Promise<void> => {
    const obeyed = doDue(now);
    const written = messaging.write(from, to);
    const killing = Math.floor((kills * (place + 1)) / all) - Math.floor((kills * place) / all);
    for (let kill = 0; kill < killing; kill += 1) {
      await pause(2 + Math.random() * 150);
      crew.kill(ordered % 2);
      ordered += 1;
    }
    await Promise.all([obeyed, written]);
    await untilTaken(now, to - from);
  };
  const started = performance.now();
  try {
    for (const [index, night] of storm.nights.entries()) {
      const begun = performance.now();
      for (let past = 0; past < storm.minutes; past += 1)
        await rain(night + past * minuteMs, index * storm.minutes + past, eventsOfMinute(storm, index, past));
      let now = night + storm.minutes * minuteMs;
      await doDue(now);
      await untilTaken(now, 0);
      const rained = performance.now();
      for (let quarters = 0; quarters < 4 * 30 && (await isWaiting(database)); quarters += 1) {
        now += (quarters < 8 ? 2 : 15) * minuteMs;
        await doDue(now);
      }
      const [raining, rest] = [rained - begun, performance.now() - rained].map((ms) => (ms / 1_000).toFixed(1));
      tell(
        `night ${index + 1} of ${storm.nights.length}: ${raining} s of rain, ${rest} s until all is told; ${crew.died()} died`,
      );
    }
    const seconds = (performance.now() - started) / 1_000;
    return { died: crew.died(), seconds, parked: (await messaging.parked()).length };
  } finally {
    await crew.stop();
    await messaging.close();
  }
};
