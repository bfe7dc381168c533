import { describe, expect, it } from 'vitest';
import { inSeconds } from '../retry.ts';
import { pushesPerMinute, spend } from './budget.ts';
import { judgeConditions } from './conditions.ts';
import { decideSend, noWishes, type SendFacts } from './decide.ts';
import { jittered, judgeTry, type TryFacts } from './outcome.ts';

const now = new Date('2026-01-15T23:00:00Z');

describe('whether a message goes', () => {
  const facts: SendFacts = {
    category: 'MESSAGES',
    channel: 'EMAIL',
    wishes: noWishes,
    addresses: 1,
    usable: 1,
    configured: true,
    now,
  };
  const night = { choices: {}, quietHours: { zone: 'UTC', from: 22 * 60, to: 8 * 60 } };

  it('is decided by what the market has, the person wants, and the address allows, in this order', () => {
    expect(decideSend(facts)).toEqual({ kind: 'GO' });
    expect(decideSend({ ...facts, configured: false, addresses: 0 })).toMatchObject({ reason: 'NO_CHANNEL' });
    const off = { ...noWishes, choices: { 'MESSAGES:EMAIL': false } as const };
    expect(decideSend({ ...facts, wishes: off, addresses: 0 })).toMatchObject({ reason: 'NOT_WANTED' });
    expect(decideSend({ ...facts, addresses: 0, usable: 0 })).toMatchObject({ reason: 'NO_ADDRESS' });
    expect(decideSend({ ...facts, usable: 0 })).toMatchObject({ kind: 'PASS_ON', reason: 'SUPPRESSED' });
  });

  it('waits for the end of quiet hours, unless it is mandatory', () => {
    expect(decideSend({ ...facts, wishes: night })).toEqual({
      kind: 'PUT_OFF',
      until: new Date('2026-01-16T08:00:00Z'),
      reason: 'QUIET_HOURS',
    });
    expect(decideSend({ ...facts, category: 'PAYMENTS', wishes: night })).toEqual({ kind: 'GO' });
  });

  it('of a mandatory category does not heed what cannot be chosen, but heeds what can', () => {
    const off = { ...noWishes, choices: { 'PAYMENTS:EMAIL': false, 'PAYMENTS:WEB_PUSH': false } as const };
    expect(decideSend({ ...facts, category: 'PAYMENTS', wishes: off })).toEqual({ kind: 'GO' });
    expect(decideSend({ ...facts, category: 'PAYMENTS', channel: 'WEB_PUSH', wishes: off })).toMatchObject({
      reason: 'NOT_WANTED',
    });
  });
});

describe('what an answer means', () => {
  const facts: TryFacts = {
    stepId: 'stp_1',
    attempts: 1,
    hasFallback: false,
    deduplicates: true,
    mandatory: false,
    now,
  };
  const unknown = { kind: 'UNKNOWN', code: 'timed out' } as const;

  it('is sent, tried later, or the end of it', () => {
    expect(judgeTry({ kind: 'ACCEPTED', providerId: 'x' }, facts)).toEqual({ state: 'SENT' });
    expect(judgeTry({ kind: 'REFUSED', code: '550', addressIsDead: true }, facts)).toEqual({ state: 'FAILED' });
    expect(judgeTry({ kind: 'RETRY', code: '451' }, { ...facts, attempts: 8 })).toEqual({ state: 'FAILED' });
    expect(judgeTry({ kind: 'RETRY', code: '451', afterSeconds: 900 }, facts)).toEqual({
      state: 'PENDING',
      dueAt: inSeconds(now, 900),
    });
  });

  it('does not make somebody wait for whom another channel stands ready', () => {
    const third = { ...facts, attempts: 3 };
    expect(judgeTry({ kind: 'RETRY', code: '500' }, third).state).toBe('PENDING');
    expect(judgeTry({ kind: 'RETRY', code: '500' }, { ...third, hasFallback: true })).toEqual({ state: 'FAILED' });
  });

  it('that is unknown is tried again only where that is harmless, or silence would be worse', () => {
    expect(judgeTry(unknown, facts).state).toBe('PENDING');
    expect(judgeTry(unknown, { ...facts, deduplicates: false })).toEqual({ state: 'UNCERTAIN' });
    expect(judgeTry(unknown, { ...facts, deduplicates: false, mandatory: true }).state).toBe('PENDING');
  });

  it('spreads the next tries of a crowd over a fifth of the pause, the same way every time', () => {
    const pauses = Array.from({ length: 500 }, (_, index) => jittered(100, `stp_${index}`, 2));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(90);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(110.1);
    expect(new Set(pauses).size).toBeGreaterThan(100);
    expect(jittered(100, 'stp_7', 2)).toBe(pauses[7]);
  });
});

describe('a budget', () => {
  it('grants no more within any minute, and says when there is more', () => {
    let spentAt: readonly Date[] = [];
    const granted: number[] = [];
    for (let second = 0; second < 300; second += 1) {
      const at = inSeconds(now, second);
      const answer = spend(pushesPerMinute, spentAt, at);
      spentAt = answer.spentAt;
      if (answer.granted) granted.push(second);
      else expect(answer.freeAt.getTime()).toBeGreaterThan(at.getTime());
    }
    expect(granted).toEqual([0, 1, 2, 60, 61, 62, 120, 121, 122, 180, 181, 182, 240, 241, 242]);
  });
});

describe('conditions', () => {
  const message = (messageId: string, readByOtherSide = false, deleted = false) =>
    [messageId, { messageId, authorName: 'Anna', excerpt: `of ${messageId}`, readByOtherSide, deleted }] as const;
  const news = {
    messages: new Map([message('m1'), message('m2', true), message('m3'), message('m4', false, true)]),
    orders: new Map([
      ['o1', { orderId: 'o1', number: 'V-1', status: 'CANCELLED', awaitsPayment: true }],
      ['o2', { orderId: 'o2', number: 'V-2', status: 'SHIPPED', awaitsPayment: false }],
    ]),
    goods: new Map(),
  };
  const events = (...ids: string[]) => ids.map((messageId) => ({ messageId }));
  const judge = (
    conditions: Parameters<typeof judgeConditions>[0],
    all: Parameters<typeof judgeConditions>[1]['all'],
  ) => judgeConditions(conditions, { all, count: all.length }, news);

  it('count what is still unread and tell the newest of it', () => {
    expect(judge(['message-unread'], events('m1', 'm2', 'm3', 'm4', 'gone'))).toEqual({
      holds: true,
      facts: {
        count: 2,
        authorName: 'Anna',
        excerpt: 'of m3',
        lines: [
          { authorName: 'Anna', excerpt: 'of m1' },
          { authorName: 'Anna', excerpt: 'of m3' },
        ],
        more: 0,
      },
    });
    expect(judge(['message-unread'], events('m2', 'm4', 'gone'))).toEqual({
      holds: false,
      failed: 'message-unread',
    });
  });

  it('name the newest five of many, and count the others, those not even read among them', () => {
    const amount = { amountMinor: '100', currency: 'RUB' };
    const all = ['o1', 'o2', 'x3', 'x4', 'x5', 'x6', 'x7'].map((orderId) => ({ orderId, amount }));
    expect(judgeConditions(['orders-to-ship'], { all, count: 150 }, news)).toEqual({
      holds: true,
      facts: {
        count: 149,
        lines: Array.from({ length: 5 }, () => ({ number: null, amount })),
        more: 144,
        number: null,
        amount,
      },
    });
    expect(judge(['orders-to-ship'], [{ orderId: 'o2', amount }])).toMatchObject({ facts: { number: 'V-2', more: 0 } });
    expect(judge(['orders-to-ship'], [{ orderId: 'o1', amount }])).toMatchObject({ holds: false });
  });

  it('say "pay now" only of an order that paying would still help', () => {
    expect(judge(['payment-awaited'], [{ orderIds: 'o2,o1' }])).toEqual({
      holds: true,
      facts: { number: 'V-1' },
    });
    expect(judge(['payment-awaited'], [{ orderIds: 'o2' }])).toMatchObject({ holds: false });
    expect(judge(['payment-awaited'], [{ orderIds: 'gone' }])).toMatchObject({ holds: false });
  });

  it('do not send a receipt for an order that was given up', () => {
    expect(judge(['order-alive'], [{ orderId: 'o1' }])).toMatchObject({ holds: false });
    expect(judge(['order-alive'], [{ orderId: 'o2' }])).toEqual({ holds: true, facts: {} });
  });
});
