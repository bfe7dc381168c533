import { describe, expect, it, vi } from 'vitest';
import { BalanceIndex } from './balance-index.ts';
import { StripeError } from './errors.ts';
import { IdempotencyKeys, type KeyedRequest, type StoredAnswer } from './idempotency.ts';
import { newId, nowSeconds, randomText } from './ids.ts';
import { Router } from './router.ts';
import { defaultSettings, settingsSchema } from './settings.ts';
import type { BalanceTransaction } from './shapes/index.ts';
import { cardFace, testCard } from './test-cards.ts';

describe('the keys of repeated requests', () => {
  const request = (changes: Partial<KeyedRequest> = {}): KeyedRequest => ({
    account: 'acct_1',
    endpoint: 'POST /v1/refunds',
    key: 'key-1',
    content: 'amount=1',
    ...changes,
  });
  const answerTo = (keys: IdempotencyKeys, given: KeyedRequest, at = nowSeconds()): StoredAnswer => {
    const { scope, fingerprint } = keys.claim(given);
    const answer = { scope, fingerprint, status: 200, body: '{}', requestId: 'req_1', at };
    keys.keep(answer);
    keys.release(scope);
    return answer;
  };
  const codeOf = (keys: IdempotencyKeys, given: KeyedRequest): string => {
    try {
      return keys.claim(given).replay ? 'replay' : 'new';
    } catch (error) {
      if (!(error instanceof StripeError)) throw error;
      return error.body.code ?? error.body.type;
    }
  };

  it('give the first answer again, to the same question at the same place alone', () => {
    const keys = new IdempotencyKeys();
    const answer = answerTo(keys, request());
    expect(keys.claim(request()).replay).toBe(answer);
    expect(codeOf(keys, request({ content: 'amount=2' }))).toBe('idempotency_error');
    expect(codeOf(keys, request({ endpoint: 'POST /v1/payouts' }))).toBe('new');
    expect(codeOf(keys, request({ account: 'acct_2' }))).toBe('new');
  });

  it('make a repetition wait that overtakes the first, and are free again when that gave no answer', () => {
    const keys = new IdempotencyKeys();
    const { scope } = keys.claim(request());
    expect(codeOf(keys, request())).toBe('idempotency_key_in_use');
    expect(codeOf(keys, request({ content: 'amount=2' }))).toBe('idempotency_error');
    keys.release(scope);
    expect(codeOf(keys, request({ content: 'amount=2' }))).toBe('new');
  });

  it('are forgotten after a day, the oldest first', () => {
    const keys = new IdempotencyKeys();
    const now = nowSeconds();
    answerTo(keys, request({ key: 'old' }), now - 90_000);
    answerTo(keys, request({ key: 'young' }), now - 3_600);
    answerTo(keys, request({ key: 'now' }), now);
    expect([...keys.all()].map(({ scope }) => scope.split(' ').at(-1))).toEqual(['young', 'now']);
    keys.clear();
    expect(codeOf(keys, request({ key: 'now', content: 'amount=3' }))).toBe('new');
  });

  it('have at most 255 characters', () => {
    expect(codeOf(new IdempotencyKeys(), request({ key: 'x'.repeat(255) }))).toBe('new');
    expect(codeOf(new IdempotencyKeys(), request({ key: 'x'.repeat(256) }))).toBe('invalid_request_error');
  });
});

describe('the balance of an account', () => {
  const movement = (net: number, availableOn = 0, currency = 'usd') =>
    ({ net, currency, available_on: availableOn }) as BalanceTransaction;
  const sumsOf = (index: BalanceIndex, owner = 'acct_1') => {
    const { available, pending } = index.sums(owner);
    return { available: Object.fromEntries(available), pending: Object.fromEntries(pending) };
  };

  it('is kept per account and currency', () => {
    const index = new BalanceIndex();
    index.add('acct_1', movement(500));
    index.add('acct_1', movement(-120));
    index.add('acct_1', movement(70, 0, 'eur'));
    index.add('acct_2', movement(9));
    expect(sumsOf(index)).toEqual({ available: { usd: 380, eur: 70 }, pending: {} });
    expect(sumsOf(index, 'acct_3')).toEqual({ available: {}, pending: {} });
  });

  it('becomes available the second it is due, once', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const index = new BalanceIndex();
      const due = nowSeconds() + 60;
      index.add('acct_1', movement(500, due));
      index.add('acct_1', movement(40, due + 60));
      expect(sumsOf(index)).toEqual({ available: {}, pending: { usd: 540 } });
      vi.setSystemTime(due * 1_000 - 1);
      expect(sumsOf(index).available).toEqual({});
      vi.setSystemTime(due * 1_000);
      for (let look = 0; look < 3; look += 1)
        expect(sumsOf(index)).toEqual({ available: { usd: 500 }, pending: { usd: 40 } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('hands out copies, so that whoever plans with it changes nothing', () => {
    const index = new BalanceIndex();
    index.add('acct_1', movement(5));
    index.sums('acct_1').available.set('usd', 1_000_000);
    expect(sumsOf(index).available).toEqual({ usd: 5 });
  });
});

describe('the router', () => {
  const handler = () => ({});
  const router = new Router([
    ['GET', '/v1/charges', handler],
    ['POST', '/v1/charges', handler],
    ['GET', '/v1/charges/:id', handler],
    ['GET', '/v1/charges/search', handler],
    ['POST', '/v1/charges/:id/refunds/:refund', handler],
  ]);
  const matched = (method: string, path: string) => {
    const found = router.match(method, path);
    return found && `${found.pattern} ${found.ids.join(',')}`.trim();
  };

  it.each([
    ['GET', '/v1/charges', '/v1/charges'],
    ['GET', '/v1/charges/ch_1', '/v1/charges/:id ch_1'],
    ['GET', '/v1/charges/search', '/v1/charges/search'],
    ['POST', '/v1/charges/ch_1/refunds/re_2', '/v1/charges/:id/refunds/:refund ch_1,re_2'],
  ])('knows %s %s', (method, path, pattern) => expect(matched(method, path)).toBe(pattern));

  it.each([
    ['DELETE', '/v1/charges'],
    ['POST', '/v1/charges/ch_1'],
    ['GET', '/v1/charges/'],
    ['GET', '/v1/charges/ch-1'],
    ['GET', '/v1/charges/..'],
    ['GET', '/v1/charges/%20'],
    ['GET', '/v1/charges/ch_1/refunds'],
    ['GET', '/v1/constructor'],
    ['GET', '/'],
    ['GET', ''],
  ])('knows no %s %s', (method, path) => expect(matched(method, path)).toBeUndefined());

  it('refuses two answers to one question', () => {
    const twice = () =>
      new Router([
        ['GET', '/v1/:a', handler],
        ['GET', '/v1/:b', handler],
      ]);
    expect(twice).toThrow('GET /v1/:b is routed twice');
  });
});

describe('test cards', () => {
  it.each([
    ['pm_card_visa', '4242', undefined],
    ['tok_visa', '4242', undefined],
    ['pm_card_chargeDeclinedInsufficientFunds', '9995', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', '9987', 'lost_card'],
  ])('%s is the one that ends in %s', (token, last4, declineCode) => {
    const card = testCard(token);
    expect(card?.last4).toBe(last4);
    expect(card?.decline?.declineCode).toBe(declineCode);
  });

  it.each(['visa', 'pm_card_', 'pm_card_nobody', 'tok_', 'pm_1', 'pm_card_constructor', ''])('%j is none', (token) =>
    expect(testCard(token)).toBeUndefined(),
  );

  it('have a fingerprint by which the same card is known again, and no number', () => {
    const face = (token: string) => cardFace(testCard(token) ?? { name: '', brand: '', last4: '' });
    expect(face('pm_card_visa')).toEqual(face('tok_visa'));
    expect(face('pm_card_visa').fingerprint).not.toBe(face('pm_card_us').fingerprint);
    expect(JSON.stringify(face('pm_card_visa'))).not.toMatch(/\d{12}/);
  });
});

describe('ids', () => {
  it('look as Stripe’s do and are not made twice', () => {
    const ids = Array.from({ length: 2_000 }, () => newId('pi'));
    expect(ids.filter((id) => !/^pi_[0-9A-Za-z]{24}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are of any length, also across the end of what was drawn ahead', () => {
    for (const length of [0, 1, 24, 9_000]) expect(randomText(length)).toHaveLength(length);
  });
});

it('settings are taken as a whole or not at all', () => {
  expect(settingsSchema.safeParse(defaultSettings()).success).toBe(true);
  expect(settingsSchema.safeParse({ ...defaultSettings(), feeBasisPoints: 10_001 }).success).toBe(false);
  expect(settingsSchema.safeParse({ ...defaultSettings(), typo: 1 }).success).toBe(false);
});
