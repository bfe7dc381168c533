import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from '../../src/clock/index.ts';
import { newId } from '../../src/ids/index.ts';
import type { Sagas } from '../../src/saga/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';
import { createBooks, outcomeOf, plan, purchase, sagasOn } from './fixture.ts';

let db: TestDatabase;
let clock: ManualClock;
let sagas: Sagas;
let subject: string;
let id: string;

beforeAll(async () => {
  db = await testDatabase({ migrations: undefined });
  await createBooks(db.database);
});
afterAll(() => db.drop());
beforeEach(async () => {
  clock = manualClock();
  sagas = sagasOn(db.database, clock);
  subject = newId('grp');
  await db.database.sql`delete from fault`;
});

const begin = async () => {
  id = await db.database.transaction((tx) => sagas.start(tx, purchase, { subject, data: {} }));
};
const state = async () => (await sagas.byId(id))?.state;
const outcome = () => outcomeOf(db.database, subject);
const failure = async () => (await sagas.byId(id))?.failure;
const later = async (seconds: number) => {
  clock.advance(seconds * 1_000);
  await sagas.sweep();
};
const calls = async () => {
  const journal = await sagas.journal([id]);
  return journal.filter(({ direction }) => direction === 'FORWARD').map(({ step, tries }) => `${step} ${tries}`);
};

/** What a purchase owes whoever holds goods and money for it once its 15 minutes are over. */
describe('the deadline of a saga', () => {
  const tooLate = { code: 'DEADLINE_EXCEEDED' };

  it('lets nothing begin that was not begun in time', async () => {
    await begin();
    clock.advance(900_000);
    await sagas.advance(id);
    expect(await state()).toBe('UNDONE');
    expect(await failure()).toMatchObject(tooLate);
    expect(await outcome()).toEqual({ books: {}, effects: ['undone'] });
    expect(await calls()).toEqual([]);
  });

  it('leaves the last millisecond to whoever comes in time', async () => {
    await begin();
    clock.advance(899_999);
    await sagas.advance(id);
    expect(await state()).toBe('DONE');
  });

  it('asks for no payment once more when the request for it was lost and the time is over', async () => {
    await plan(db.database, 'pay', 'lost-request');
    await begin();
    await sagas.advance(id);
    await later(901);
    expect(await state()).toBe('UNDONE');
    expect(await failure()).toMatchObject(tooLate);
    // The callee knew of no payment; it was undone all the same, which makes one that comes late worth nothing.
    expect(await outcome()).toEqual({ books: { reservation: 'released', payment: 'voided' }, effects: ['undone'] });
    expect(await calls()).toContain('pay 1');
  });

  it('undoes a payment whose answer was lost when its callee cannot be asked either', async () => {
    await plan(db.database, 'pay', 'lost-answer');
    await plan(db.database, 'ask-payment', 'away');
    await begin();
    await sagas.advance(id);
    expect((await outcome()).books).toEqual({ reservation: 'held', payment: 'authorised' });
    await later(901);
    expect(await state()).toBe('UNDONE');
    expect((await outcome()).books).toEqual({ reservation: 'released', payment: 'voided' });
  });

  it('goes on asking before it is over, as long as the callee is away', async () => {
    await plan(db.database, 'pay', 'lost-answer');
    await plan(db.database, 'ask-payment', 'away', 'away', 'away');
    await begin();
    await sagas.advance(id);
    for (let round = 0; round < 3; round += 1) await later(60);
    expect(await state()).toBe('RUNNING');
    await later(60);
    expect(await state()).toBe('DONE');
    expect(await calls()).toContain('pay 1');
  });

  it('does not touch what comes after its last step: what is paid is committed, however late', async () => {
    await plan(db.database, 'commit', 'away', 'away');
    await begin();
    await sagas.advance(id);
    expect(await state()).toBe('RUNNING');
    await later(3_600);
    await later(3_600);
    expect(await state()).toBe('DONE');
    expect(await outcome()).toEqual({
      books: { reservation: 'held', payment: 'authorised', commitment: 'committed' },
      effects: ['confirmed', 'done'],
    });
  });

  it('wakes a saga that would poll later than it', async () => {
    await plan(db.database, 'pay', 'wait');
    await begin();
    clock.advance(870_000);
    await sagas.advance(id);
    const deadlineAt = (await sagas.byId(id))?.deadlineAt;
    expect((await sagas.byId(id))?.nextRunAt).toEqual(deadlineAt);
    await later(30);
    expect(await state()).toBe('UNDONE');
  });

  it('keeps the reason of the first refusal while everything is undone past it', async () => {
    await plan(db.database, 'pay', 'refuse');
    await plan(db.database, 'release', 'away');
    await begin();
    await sagas.advance(id);
    expect(await state()).toBe('COMPENSATING');
    await later(1_800);
    expect(await state()).toBe('UNDONE');
    expect(await failure()).toMatchObject({ code: 'PAY_REFUSED' });
  });
});

describe('a failure while everything is undone', () => {
  it('that will not pass stops for a person, and goes on undoing when that person resumes it', async () => {
    await plan(db.database, 'pay', 'refuse');
    await plan(db.database, 'release', ...Array.from({ length: 10 }, () => 'defect' as const));
    await begin();
    await sagas.advance(id);
    for (let round = 0; round < 12; round += 1) await later(60);
    expect(await sagas.byId(id)).toMatchObject({ state: 'STUCK', step: 'reserve', failure: { code: 'PAY_REFUSED' } });
    await sagas.resume(id, { actor: 'user:usr_admin', reason: 'The callee was repaired.' });
    await sagas.advance(id);
    // It must not be bought after all: the direction is part of what a person resumes.
    expect(await sagas.byId(id)).toMatchObject({ state: 'UNDONE', failure: { code: 'PAY_REFUSED' } });
    expect(await outcome()).toEqual({ books: { reservation: 'released' }, effects: ['undone'] });
  });
});
