import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from '../../src/clock/index.ts';
import { newId } from '../../src/ids/index.ts';
import type { Sagas } from '../../src/saga/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';
import { createBooks, outcomeOf, plan, purchase, sagasOn } from './fixture.ts';

describe('a saga', () => {
  let db: TestDatabase;
  let clock: ManualClock;
  let sagas: Sagas;
  let subject: string;

  beforeAll(async () => {
    db = await testDatabase({ migrations: undefined });
    await createBooks(db.database);
  });
  afterAll(() => db.drop());
  beforeEach(() => {
    clock = manualClock();
    sagas = sagasOn(db.database, clock);
    subject = newId('grp');
  });

  const begin = () => db.database.transaction((tx) => sagas.start(tx, purchase, { subject, data: {} }));
  const stateOf = async (id: string) => (await sagas.byId(id))?.state;
  const outcome = () => outcomeOf(db.database, subject);
  /** Lets `seconds` pass and sweeps, as the worker would. */
  const later = async (seconds: number) => {
    clock.advance(seconds * 1_000);
    await sagas.sweep();
  };

  it('takes every step once and ends with its effect', async () => {
    const id = await begin();
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('DONE');
    expect(await outcome()).toEqual({
      books: { reservation: 'held', payment: 'authorised', commitment: 'committed' },
      effects: ['confirmed', 'done'],
    });
    expect((await sagas.byId(id))?.data).toMatchObject({ paymentId: `payment-of-${subject}` });
  });

  /** Begun by whoever goes on with it right away. */
  const beginMine = () => db.database.transaction((tx) => sagas.start(tx, purchase, { subject, data: {}, goOn: true }));

  it('begun to be gone on with is held from the first moment, its first intent written', async () => {
    const id = await beginMine();
    expect(await sagas.journal([id])).toMatchObject([{ step: purchase.steps[0]?.name, outcome: 'STARTED' }]);
    await sagasOn(db.database, clock).advance(id);
    expect(await outcome()).toEqual({ books: {}, effects: [] });
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('DONE');
    expect((await outcome()).effects).toEqual(['confirmed', 'done']);
  });

  it('begun by a process that died before it could go on is taken over after the lease', async () => {
    const id = await beginMine();
    sagas = sagasOn(db.database, clock);
    await later(14);
    expect(await stateOf(id)).toBe('RUNNING');
    await later(2);
    expect(await stateOf(id)).toBe('DONE');
    expect((await outcome()).effects).toEqual(['confirmed', 'done']);
  });

  it('that its process comes back to only after the lease is fetched anew', async () => {
    const id = await beginMine();
    clock.advance(20_000);
    await sagasOn(db.database, clock).advance(id);
    await sagas.advance(id);
    expect((await outcome()).effects).toEqual(['confirmed', 'done']);
  });

  it('does nothing more once it has ended', async () => {
    const id = await begin();
    await sagas.advance(id);
    await sagas.advance(id);
    await later(3_600);
    expect((await outcome()).effects).toEqual(['confirmed', 'done']);
  });

  it('exists once per subject', async () => {
    await begin();
    await expect(begin()).rejects.toThrow();
  });

  it('undoes its own effects and no others when a step is refused', async () => {
    await plan(db.database, 'pay', 'refuse');
    const id = await begin();
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('UNDONE');
    expect(await outcome()).toEqual({ books: { reservation: 'released' }, effects: ['undone'] });
    expect((await sagas.byId(id))?.failure).toMatchObject({ code: 'PAY_REFUSED' });
  });

  it('undoes an abandoned step too, unlike a refused one: it may have had an effect', async () => {
    await plan(db.database, 'pay', 'wait');
    const id = await begin();
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('WAITING');
    await plan(db.database, 'wish-payment', 'unwanted');
    await later(61);
    expect(await stateOf(id)).toBe('UNDONE');
    expect(await outcome()).toEqual({
      books: { reservation: 'released', payment: 'voided' },
      effects: ['undone'],
    });
    expect((await sagas.byId(id))?.failure).toMatchObject({ code: 'UNWANTED' });
    expect(await sagas.countStuck(0)).toBe(0);
  });

  it('undoes in reverse, local effects included, when the last step is refused', async () => {
    await plan(db.database, 'commit', 'refuse');
    const id = await begin();
    await sagas.advance(id);
    expect(await outcome()).toEqual({
      books: { reservation: 'released', payment: 'voided' },
      effects: ['confirmed', 'unconfirmed', 'undone'],
    });
    const back = (await sagas.journal([id])).filter((entry) => entry.direction === 'BACK').map((entry) => entry.step);
    expect(back.sort()).toEqual(['confirm', 'pay', 'reserve']);
  });

  it('asks instead of assuming when an answer was lost after the effect', async () => {
    await plan(db.database, 'pay', 'lost-answer');
    const id = await begin();
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('RUNNING');
    await later(60);
    expect(await stateOf(id)).toBe('DONE');
    const [pay] = (await sagas.journal([id])).filter((entry) => entry.step === 'pay');
    expect(pay?.tries).toBe(1);
  });

  it('asks, then does it again, when the request itself was lost', async () => {
    await plan(db.database, 'pay', 'lost-request');
    const id = await begin();
    await sagas.advance(id);
    expect((await outcome()).books).toEqual({ reservation: 'held' });
    await later(60);
    expect(await stateOf(id)).toBe('DONE');
    const [pay] = (await sagas.journal([id])).filter((entry) => entry.step === 'pay');
    expect(pay?.tries).toBe(2);
  });

  it('keeps trying to undo while a callee is away', async () => {
    await plan(db.database, 'pay', 'refuse');
    await plan(db.database, 'release', 'away', 'lost-answer', 'away');
    const id = await begin();
    await sagas.advance(id);
    for (let round = 0; round < 4; round += 1) await later(60);
    expect(await stateOf(id)).toBe('UNDONE');
    expect((await outcome()).books).toEqual({ reservation: 'released' });
  });

  it('waits for a signal and goes on with what the callee then says', async () => {
    await plan(db.database, 'pay', 'wait');
    const id = await begin();
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('WAITING');
    await db.database.sql`update book set state = 'authorised' where kind = 'payment' and reference = ${subject}`;
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('WAITING');
    await db.database.transaction((tx) => sagas.signal(tx, purchase.name, subject));
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('DONE');
  });

  it('looks for itself when the signal is lost', async () => {
    await plan(db.database, 'pay', 'wait');
    const id = await begin();
    await sagas.advance(id);
    await db.database.sql`update book set state = 'authorised' where kind = 'payment' and reference = ${subject}`;
    await later(61);
    expect(await stateOf(id)).toBe('DONE');
  });

  it('undoes a step that waited past the deadline, although its outcome never came', async () => {
    await plan(db.database, 'pay', 'wait');
    const id = await begin();
    await sagas.advance(id);
    await later(899);
    expect(await stateOf(id)).toBe('WAITING');
    await later(2);
    expect(await stateOf(id)).toBe('UNDONE');
    expect(await outcome()).toEqual({ books: { reservation: 'released', payment: 'voided' }, effects: ['undone'] });
  });

  it('takes a yes that came just before the deadline was looked at', async () => {
    await plan(db.database, 'pay', 'wait');
    const id = await begin();
    await sagas.advance(id);
    await db.database.sql`update book set state = 'authorised' where kind = 'payment' and reference = ${subject}`;
    await later(901);
    expect(await stateOf(id)).toBe('DONE');
  });

  it('gives up for a person after too many defects, and goes on when resumed', async () => {
    await plan(db.database, 'commit', ...Array.from({ length: 10 }, () => 'defect' as const));
    const id = await begin();
    await sagas.advance(id);
    for (let round = 0; round < 12; round += 1) await later(60);
    expect(await stateOf(id)).toBe('STUCK');
    expect((await sagas.stuck({ after: undefined, limit: 10, lateSeconds: 1e6 })).map((row) => row.id)).toContain(id);
    const resumed = await sagas.resume(id, { actor: 'user:usr_admin', reason: 'The callee was repaired.' });
    expect(resumed.ok).toBe(true);
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('DONE');
    expect(await sagas.interventions(id)).toMatchObject([
      { actor: 'user:usr_admin', stateBefore: 'STUCK', stepBefore: 'commit' },
    ]);
  });

  it('refuses to resume what has ended, or never was', async () => {
    const id = await begin();
    await sagas.advance(id);
    const by = { actor: 'user:usr_admin', reason: 'Curious.' };
    expect(await sagas.resume(id, by)).toMatchObject({ ok: false, refusals: [{ code: 'SAGA_ENDED' }] });
    expect(await sagas.resume('sga_nowhere', by)).toMatchObject({ ok: false, refusals: [{ code: 'SAGA_UNKNOWN' }] });
  });

  it('is never run by two workers at the same time', async () => {
    const others = Array.from({ length: 4 }, () => sagasOn(db.connectAgain(2), clock));
    const ids: string[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      subject = newId('grp');
      ids.push(await begin());
    }
    await Promise.all(ids.flatMap((id) => others.map((worker) => worker.advance(id))));
    for (const id of ids) {
      expect(await stateOf(id)).toBe('DONE');
      expect((await sagas.journal([id])).map((entry) => entry.tries)).toEqual([1, 1, 1, 1]);
    }
    expect((await outcome()).effects).toEqual(['confirmed', 'done']);
  });

  it('is taken over when its worker is lost, and the lost worker can write nothing any more', async () => {
    const id = await begin();
    await db.database
      .sql`update kit.saga_instance set lease_until = ${new Date(clock.now().getTime() + 15_000).toISOString()} where id = ${id}`;
    await sagas.advance(id);
    expect(await stateOf(id)).toBe('RUNNING');
    await later(14);
    expect(await stateOf(id)).toBe('RUNNING');
    await later(2);
    expect(await stateOf(id)).toBe('DONE');
  });

  it('stops when it was overtaken in the middle of a step', async () => {
    const id = await begin();
    await plan(db.database, 'commit', 'wait');
    await db.database.sql`create or replace function overtake() returns trigger language plpgsql as $$
      begin update kit.saga_instance set version = version + 100 where subject = new.reference; return new; end $$`;
    await db.database
      .sql`create trigger overtake after insert on book for each row when (new.kind = 'payment') execute function overtake()`;
    await sagas.advance(id);
    await db.database.sql`drop trigger overtake on book`;
    expect((await sagas.byId(id))?.step).toBe('pay');
    expect((await outcome()).effects).toEqual([]);
    await later(16);
    expect((await outcome()).effects).toEqual(['confirmed']);
  });
});
