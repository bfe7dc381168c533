import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDue } from '../src/usecases/run-due.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship, failPayment, pay } = orderEvents(() => engine);
const prefer = (input: Record<string, unknown>, userId = 'usr_buyer') =>
  engine.answer(
    'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }',
    { input: { expectedVersion: 0, ...input } },
    userId,
  );
const sentBy = (channel: string) => engine.handed.filter((message) => message.channel === channel);
const stepsOf = async (kind: string) => (await runsOf(engine, 'usr_buyer', kind)).flatMap(({ steps }) => steps);

describe('quiet hours', () => {
  const night = { timeZone: 'Europe/Berlin', quietHours: { from: '12:30', to: '14:00' } };

  it('put off what could wait, are asked again when it is sent, and do not use up tries', async () => {
    await prefer(night);
    await ship();
    await engine.work();
    expect(engine.handed).toEqual([]);
    expect(await stepsOf('order-shipped')).toMatchObject([{ state: 'PENDING', attempts: 0, reason: 'QUIET_HOURS' }]);
    await prefer({ expectedVersion: 1, quietHours: { from: '12:30', to: '15:00' } });
    await engine.pass(3_600);
    expect(engine.handed).toEqual([]);
    await engine.pass(3_599);
    expect(engine.handed).toEqual([]);
    await engine.pass(1);
    expect(engine.handed).toMatchObject([{ channel: 'EMAIL' }]);
  });

  it('let payments and security through', async () => {
    await prefer(night);
    await pay();
    await engine.work();
    expect(sentBy('EMAIL')).toMatchObject([{ subject: expect.stringContaining('Payment') }]);
  });
});

describe('pushes', () => {
  it('are never more than three a minute for one person, and none is lost', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 10; order += 1) await ship(`ord_${order}`);
    for (let second = 0; second < 260; second += 10) await engine.pass(10);
    const times = sentBy('WEB_PUSH').map(({ at }) => at.getTime());
    expect(times).toHaveLength(10);
    for (const [index, time] of times.entries())
      if (index >= 3) expect(time - (times[index - 3] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('keep to their budget when several workers ask for it at once', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 12; order += 1) await ship(`ord_${order}`);
    await Promise.all([1, 2, 3, 4].map(() => runDue(engine.market.services, new AbortController().signal)));
    expect(sentBy('WEB_PUSH')).toHaveLength(3);
  });

  it('about payments do not wait behind others', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 5; order += 1) await ship(`ord_${order}`);
    await engine.work();
    await failPayment();
    await engine.work();
    expect(sentBy('WEB_PUSH').map(({ data }) => data['kind'])).toContain('payment-failed');
  });

  it('go to every browser of a person, and forget one that is gone', async () => {
    await engine.addBrowser('usr_buyer', 'desk');
    await engine.addBrowser('usr_buyer', 'phone');
    await ship();
    engine.answers.push(
      { kind: 'ACCEPTED', providerId: 'mail' },
      { kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true },
    );
    await engine.work();
    expect(sentBy('WEB_PUSH')).toHaveLength(2);
    const left = await engine.answer<{ notificationPreferences: { pushSubscriptions: unknown[] } }>(
      '{ notificationPreferences { pushSubscriptions { label } } }',
    );
    expect(left.notificationPreferences.pushSubscriptions).toHaveLength(1);
  });
});

describe('a push to two browsers', () => {
  it('that one of them took is not said again because of a fault at the other', async () => {
    await engine.addBrowser('usr_buyer', 'desk');
    await engine.addBrowser('usr_buyer', 'phone');
    await engine.write('cnv_1');
    engine.answers.push(new TypeError('the key of this browser cannot be used'));
    await engine.pass(121);
    await engine.pass(4_000);
    expect(engine.handed.map(({ channel }) => channel)).toEqual(['WEB_PUSH', 'WEB_PUSH']);
    expect((await stepsOf('message-received')).at(-1)).toMatchObject({ type: 'WEB_PUSH', state: 'SENT' });
  });
});

describe('a channel that does not do', () => {
  it('hands over to the next: no browser left, no chat, then mail; the log tells it', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.answers.push({ kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true });
    await engine.pass(121);
    await engine.work();
    expect(engine.handed.map(({ channel }) => channel)).toEqual(['WEB_PUSH', 'EMAIL']);
    expect(await stepsOf('message-received')).toMatchObject([
      { type: 'DIGEST', state: 'DONE' },
      {
        type: 'WEB_PUSH',
        state: 'FELL_BACK',
        reason: 'PUSH 410',
        tries: [{ outcome: 'REFUSED', code: 'PUSH 410', providerId: null }],
      },
      { type: 'TELEGRAM', state: 'FELL_BACK', reason: 'NO_ADDRESS', tries: [] },
      { type: 'EMAIL', state: 'SENT', tries: [{ outcome: 'ACCEPTED', code: null }] },
    ]);
  });

  it('is given three tries before that when it may yet do', async () => {
    await engine.addTelegram('usr_buyer');
    await engine.write('cnv_1');
    for (let tried = 0; tried < 3; tried += 1) engine.answers.push({ kind: 'RETRY', code: 'TELEGRAM 500' });
    await engine.pass(121);
    await engine.pass(15);
    await engine.pass(30);
    expect(engine.handed.map(({ channel }) => channel)).toEqual(['TELEGRAM', 'TELEGRAM', 'TELEGRAM', 'EMAIL']);
  });

  it('waits as long as the provider asks for', async () => {
    await ship();
    engine.answers.push({ kind: 'RETRY', code: 'SMTP 450', afterSeconds: 600 });
    await engine.work();
    await engine.pass(599);
    expect(engine.handed).toHaveLength(1);
    await engine.pass(1);
    expect(engine.handed).toHaveLength(2);
  });
});

describe('an outcome nobody knows', () => {
  it('is tried again under the same key where the provider drops repeats', async () => {
    await ship();
    engine.answers.push({ kind: 'UNKNOWN', code: 'SMTP timed out' });
    await engine.work();
    await engine.pass(12);
    const [first, second] = engine.handed;
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(await stepsOf('order-shipped')).toMatchObject([
      { state: 'SENT', tries: [{ outcome: 'UNKNOWN' }, { outcome: 'ACCEPTED' }] },
    ]);
  });

  it('is left at that where it does not, and no other channel says it again', async () => {
    await engine.addTelegram('usr_buyer');
    await engine.write('cnv_1');
    engine.answers.push({ kind: 'UNKNOWN', code: 'TELEGRAM timed out' });
    await engine.pass(121);
    await engine.pass(7_200);
    expect(engine.handed).toHaveLength(1);
    expect(await stepsOf('message-received')).toMatchObject([
      { type: 'DIGEST' },
      { type: 'WEB_PUSH' },
      { type: 'TELEGRAM', state: 'UNCERTAIN' },
    ]);
  });
});
