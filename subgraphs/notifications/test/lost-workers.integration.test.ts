import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimSeconds, maxAttempts, maxLost } from '../src/domain/retry.ts';
import { claimDue, markHanded } from '../src/store/steps.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship } = orderEvents(() => engine);
const mailOf = async () =>
  (await runsOf(engine, 'usr_buyer', 'order-shipped'))
    .flatMap(({ steps }) => steps)
    .find(({ type }) => type === 'EMAIL');

/** Workers claim what is due, hand it over, and are killed before they hear an answer, one after the other. */
const loseWorkers = async (count: number): Promise<void> => {
  const { database, clock } = engine.market;
  for (let lost = 0; lost < count; lost += 1) {
    const now = clock.now();
    const until = new Date(now.getTime() + claimSeconds * 1_000);
    const claimed = await claimDue(database.orm, { now, until, limit: 96 });
    expect(claimed.length).toBeGreaterThan(0);
    await markHanded(database.orm, claimed);
    clock.advance(claimSeconds * 1_000);
  }
};
const busy = (times: number) => Array.from({ length: times }, () => ({ kind: 'RETRY' as const, code: 'SMTP 451' }));

describe('a message whose workers are killed', () => {
  it('has all its tries yet: a killed worker is no refusal', async () => {
    await ship();
    await loseWorkers(maxAttempts + 2);
    engine.answers.push(...busy(maxAttempts - 1));
    for (let tried = 0; tried < maxAttempts; tried += 1) await engine.pass(3_600);
    expect(engine.handed.map(({ channel }) => channel)).toEqual(Array.from({ length: maxAttempts }, () => 'EMAIL'));
    expect(new Set(engine.handed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(await mailOf()).toMatchObject({ state: 'SENT', attempts: maxAttempts, lostTries: maxAttempts + 2 });
  });

  it('loses none when a worker puts it back, or says what became of it', async () => {
    await ship();
    engine.answers.push(...busy(1));
    await engine.work();
    expect(await mailOf()).toMatchObject({ state: 'PENDING', attempts: 1, lostTries: 0 });
    await engine.pass(60);
    expect(await mailOf()).toMatchObject({ state: 'SENT', attempts: 2, lostTries: 0 });
  });

  it('waits for an operator when it may be what kills them, and goes out when it is put back', async () => {
    await ship();
    await loseWorkers(maxLost);
    await engine.work();
    expect(engine.handed).toEqual([]);
    const dead = await mailOf();
    expect(dead).toMatchObject({ state: 'FAILED', reason: 'WORKERS_LOST', lostTries: maxLost });
    await engine.answer(
      'mutation ($input: ReplayNotificationDeliveriesInput!) { replayNotificationDeliveries(input: $input) { replayedCount } }',
      { input: { kind: 'order-shipped' } },
      'usr_admin',
    );
    await engine.work();
    expect(engine.handed).toMatchObject([{ channel: 'EMAIL', idempotencyKey: dead?.id }]);
    expect(await mailOf()).toMatchObject({ state: 'SENT', attempts: 1, lostTries: 0 });
  });
});
