import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from '@vitrina/platform/database';
import { bundleProgram } from '@vitrina/platform/testing';
import { sql } from 'drizzle-orm';
import { contactPoint, preference } from '../../src/store/reach.table.ts';
import { eventsOfMinute, hasBrowser, quiet, type Storm, userId, zoneOf } from './plan.ts';
import type { Order, WorkerArguments } from './protocol.ts';

const minuteMs = 60_000;

export interface StormOptions extends WorkerArguments {
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

const startWorker = async (program: string, given: WorkerArguments, crashPoint?: string): Promise<ChildProcess> => {
  const child = fork(program, [JSON.stringify(given)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...(crashPoint && { VITRINA_CRASH_POINT: crashPoint }) },
  });
  // Loaders that work beside us may say things of their own first.
  await new Promise<void>((resolve, reject) => {
    child.on('message', (said) => {
      if ((said as { ready?: boolean }).ready) resolve();
    });
    child.on('exit', () => reject(new Error('A worker ended while it started.')));
  });
  child.removeAllListeners('message').removeAllListeners('exit');
  return child;
};

/** Gives a worker an order and waits until it is done, or the worker is. */
const answerOf = (worker: ChildProcess, order: Order) =>
  new Promise<'done' | { readonly code: number | null; readonly signal: string | null }>((resolve) => {
    const forget = () => {
      worker.off('message', onMessage);
      worker.off('exit', onExit);
    };
    const onMessage = (said: unknown) => {
      if ((said as { done?: number }).done !== order.now) return;
      forget();
      resolve('done');
    };
    const onExit = (code: number | null, signal: string | null) => {
      forget();
      resolve({ code, signal });
    };
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    // A worker that dies at this moment cannot be told any more; its exit says so.
    worker.send(order, () => undefined);
  });

/** Two workers that are replaced when they die; replacements are kept warm, so a kill costs the storm little. */
const openCrew = async ({ url, folder, users, crashPoints = [] }: StormOptions) => {
  const given = { url, folder, users };
  const points = [...crashPoints];
  const program = await bundleProgram(fileURLToPath(new URL('./worker.ts', import.meta.url)));
  const start = () => startWorker(program.file, given, points.shift());
  let died = 0;
  const crew = await Promise.all([start(), start()]);
  let spare = start();
  const replace = async (place: number): Promise<void> => {
    died += 1;
    // Taken before it is waited for: the other place may want one at the same moment, and must not get the same.
    const next = spare;
    spare = start();
    crew[place] = await next;
  };
  /** Has one place do an order, by as many workers as it takes. */
  const obey = async (place: number, order: Order): Promise<void> => {
    for (;;) {
      const worker = crew[place] as ChildProcess;
      if (worker.signalCode === null && worker.exitCode === null) {
        const end = await answerOf(worker, order);
        if (end === 'done') return;
        if (end.signal !== 'SIGKILL') throw new Error(`A worker ended by itself (exit ${String(end.code)}).`);
      }
      await replace(place);
    }
  };
  return {
    obey,
    kill: (place: number) => crew[place]?.kill('SIGKILL'),
    died: () => died,
    stop: async () => {
      for (const worker of [...crew, await spare]) {
        if (worker.exitCode !== null || worker.signalCode !== null) continue;
        const gone = once(worker, 'exit');
        worker.kill('SIGKILL');
        await gone;
      }
      await program.remove();
    },
  };
};

const isWaiting = async (database: Database): Promise<boolean> => {
  const rows = await database.orm.execute<{ waiting: boolean }>(
    sql`select exists (select from step where state = 'PENDING') as waiting`,
  );
  return rows[0]?.waiting === true;
};

/**
 * Lets events rain on two workers that are killed again and again, minute by minute of a clock that stands still while
 * they work, then lets the rest of each night pass. Gives how many workers died and how long it took.
 */
export const runStorm = async (options: StormOptions): Promise<{ readonly died: number; readonly seconds: number }> => {
  const { storm, database, kills, tell = () => {} } = options;
  const crew = await openCrew(options);
  const all = storm.nights.length * storm.minutes;
  let ordered = 0;
  const minute = async (order: Order, killing: number): Promise<void> => {
    const middle = Math.floor((order.from + order.to) / 2);
    const obeyed = Promise.all([crew.obey(0, { ...order, to: middle }), crew.obey(1, { ...order, from: middle })]);
    for (let kill = 0; kill < killing; kill += 1) {
      await Promise.race([obeyed, pause(2 + Math.random() * 150)]);
      crew.kill(ordered % 2);
      ordered += 1;
    }
    await obeyed;
  };
  const started = performance.now();
  try {
    for (const [index, night] of storm.nights.entries()) {
      for (let past = 0; past < storm.minutes; past += 1) {
        const place = index * storm.minutes + past;
        const [from, to] = eventsOfMinute(storm, index, past);
        const killing = Math.floor((kills * (place + 1)) / all) - Math.floor((kills * place) / all);
        await minute({ now: night + past * minuteMs, from, to }, killing);
      }
      let now = night + storm.minutes * minuteMs;
      for (let quarters = 0; quarters < 4 * 30 && (await isWaiting(database)); quarters += 1) {
        await minute({ now, from: 0, to: 0 }, 0);
        now += (quarters < 8 ? 2 : 15) * minuteMs;
      }
      tell(`night ${index + 1} of ${storm.nights.length} is over; ${crew.died()} workers died`);
    }
    return { died: crew.died(), seconds: (performance.now() - started) / 1_000 };
  } finally {
    await crew.stop();
  }
};
