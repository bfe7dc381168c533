import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from '../../src/clock/index.ts';
import { AppError } from '../../src/errors/index.ts';
import { newId } from '../../src/ids/index.ts';
import type { JobQueue } from '../../src/jobs/index.ts';
import { silentLogger } from '../../src/logging/index.ts';
import { createSagas, defineSaga, type Sagas, type StepOutcome, stepDone, stepWaits } from '../../src/saga/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

type Data = Readonly<Record<string, never>>;
/** The other context: what it answers when it is called, and when it is asked. */
interface Desk {
  call: () => Promise<StepOutcome<Data>>;
  ask: () => Promise<StepOutcome<Data>>;
}

const errand = defineSaga<Desk, Data>({
  name: 'test.errand',
  steps: [
    {
      kind: 'remote',
      name: 'fetch',
      run: ({ services }) => services.call(),
      askOutcome: ({ services }) => services.ask(),
    },
  ],
});

let db: TestDatabase;
let clock: ManualClock;
let desk: Desk;
let wakes: { readonly sagaId: string; readonly delayMs: number | undefined }[];
let queue: JobQueue['enqueue'];
let sagas: Sagas;
beforeAll(async () => {
  db = await testDatabase({ migrations: undefined });
});
afterAll(() => db.drop());
beforeEach(() => {
  clock = manualClock();
  desk = { call: async () => stepDone(), ask: async () => stepDone() };
  wakes = [];
  queue = async (_job, data, options) =>
    void wakes.push({ sagaId: (data as { sagaId: string }).sagaId, delayMs: options?.delayMs });
  const jobs: JobQueue = {
    enqueue: (job, data, options) => queue(job, data, options),
    enqueueSequence: async () => {},
  };
  const shared = { context: 'test', database: db.database, clock, jobs, log: silentLogger };
  sagas = createSagas<Desk>({ ...shared, services: desk, definitions: [errand] });
});

const begin = (subject = newId('grp')) =>
  db.database.transaction((tx) => sagas.start(tx, errand, { subject, data: {} }));
const state = async (id: string) => (await sagas.byId(id))?.state;

describe('somebody who waits for a saga', () => {
  it('has its end when it ends in time', async () => {
    expect(await sagas.advanceFor(await begin(), 5_000)).toBe('DONE');
    expect(wakes).toEqual([]);
  });

  it('hears at once that it rests for longer than they would wait, and it is woken when its rest is over', async () => {
    desk.call = async () => stepWaits(60);
    const id = await begin();
    const started = performance.now();
    expect(await sagas.advanceFor(id, 10_000)).toBe('WAITING');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(wakes).toEqual([{ sagaId: id, delayMs: 60_000 }]);
  });

  it('hears how it stands when their time is over, while its work goes on', async () => {
    let answer = (): void => {};
    desk.call = () =>
      new Promise((resolve) => {
        answer = () => resolve(stepDone());
      });
    const id = await begin();
    expect(await sagas.advanceFor(id, 60)).toBe('RUNNING');
    answer();
    await sagas.idle();
    expect(await state(id)).toBe('DONE');
  });

  it('has its end although its callee was away for a moment', async () => {
    let calls = 0;
    desk.call = async () => {
      calls += 1;
      throw new AppError('UNAVAILABLE', 'Away.');
    };
    const ticking = setInterval(() => clock.advance(200), 10);
    try {
      expect(await sagas.advanceFor(await begin(), 20_000)).toBe('DONE');
    } finally {
      clearInterval(ticking);
    }
    // Its answer was lost, so it was asked and not called again.
    expect(calls).toBe(1);
  });

  it('has the end of one that has ended before', async () => {
    const id = await begin();
    await sagas.advance(id);
    expect(await sagas.advanceFor(id, 0)).toBe('DONE');
  });

  it('of which there is none is told so', async () => {
    await expect(sagas.advanceFor('sga_nowhere', 10)).rejects.toThrow(/There is no saga sga_nowhere/);
  });
});

describe('a signal', () => {
  const signal = (subject: string) => db.database.transaction((tx) => sagas.signal(tx, errand.name, subject));

  it('that comes while its saga is just about to rest cuts the rest short', async () => {
    const subject = newId('grp');
    desk.call = async () => {
      await signal(subject);
      return stepWaits(3_600);
    };
    const id = await begin(subject);
    await sagas.advance(id);
    // Still this very moment: nobody has to wait an hour for what was said a moment too early.
    expect(await sagas.byId(id)).toMatchObject({ state: 'WAITING', nextRunAt: clock.now() });
    await sagas.sweep();
    expect(await state(id)).toBe('DONE');
  });

  it('wakes the saga it is about a moment later, and none that has ended or is about something else', async () => {
    desk.call = async () => stepWaits(3_600);
    const [subject, other] = [newId('grp'), newId('grp')];
    const id = await begin(subject);
    await begin(other);
    await sagas.advance(id);
    wakes.length = 0;
    await signal(subject);
    expect(wakes).toMatchObject([{ sagaId: id }]);
    await sagas.advance(id);
    expect(await state(id)).toBe('DONE');
    wakes.length = 0;
    await signal(subject);
    expect(wakes).toEqual([]);
  });

  it('is undone with the transaction it was sent in', async () => {
    desk.call = async () => stepWaits(3_600);
    const subject = newId('grp');
    const id = await begin(subject);
    await sagas.advance(id);
    const rolledBack = db.database.transaction(async (tx) => {
      await sagas.signal(tx, errand.name, subject);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await sagas.advance(id);
    expect(await state(id)).toBe('WAITING');
  });
});

describe('the sweep of sagas', () => {
  it('finds what a wake that could not be sent would have woken', async () => {
    desk.call = async () => stepWaits(60);
    queue = () => Promise.reject(new Error('The queue is away.'));
    const id = await begin();
    await sagas.advance(id);
    clock.advance(60_000);
    await sagas.sweep();
    expect(await state(id)).toBe('DONE');
  });

  it('goes on after one that no version running here knows, and leaves that one as it is', async () => {
    const [unknown, known] = [await begin(), await begin()];
    await db.database.orm.execute(sql`update kit.saga_instance set name = 'test.tomorrow' where id = ${unknown}`);
    expect(await sagas.sweep()).toBeGreaterThanOrEqual(2);
    expect(await state(known)).toBe('DONE');
    expect(await state(unknown)).toBe('RUNNING');
    await expect(sagas.advance(unknown)).resolves.toBeUndefined();
    clock.advance(16_000);
    await expect(sagas.advance(unknown)).rejects.toThrow(/Nobody knows the saga "test.tomorrow"/);
    await db.database.orm.execute(sql`delete from kit.saga_instance where id = ${unknown}`);
  });

  it('begins nothing more once it is asked to stop', async () => {
    const id = await begin();
    await sagas.sweep(AbortSignal.abort());
    expect(await state(id)).toBe('RUNNING');
    await sagas.advance(id);
  });

  it('takes the oldest first, and counts what it found', async () => {
    const order: string[] = [];
    const ids: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      ids.push(await begin());
      clock.advance(1_000);
    }
    desk.call = async () => {
      order.push('called');
      return stepDone();
    };
    expect(await sagas.sweep()).toBe(3);
    expect(order).toHaveLength(3);
    for (const id of ids) expect(await state(id)).toBe('DONE');
    expect(await sagas.sweep()).toBe(0);
  });
});
