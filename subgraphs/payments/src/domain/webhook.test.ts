import { describe, expect, it } from 'vitest';
import type { WebhookSubject } from './provider.ts';
import { isGivenUp, reactionTo, type Standing, webhookPauseMs } from './webhook.ts';

const standing = (more: Partial<Standing> = {}): Standing => ({
  paymentId: 'pay_1',
  state: 'AUTHORISED',
  isBeingAsked: false,
  isFullyKnown: true,
  refundState: null,
  ...more,
});
const intent = (more: Partial<Extract<WebhookSubject, { kind: 'intent' }>> = {}): WebhookSubject => ({
  kind: 'intent',
  intentId: 'pi_1',
  paymentId: 'pay_1',
  ...more,
});
const refund = (claims?: 'PENDING' | 'SUCCEEDED' | 'FAILED'): WebhookSubject => ({
  kind: 'refund',
  providerRefundId: 're_1',
  refundId: 'rfn_1',
  claims,
});

describe('an event', () => {
  it('about something payments does not follow, or without our mark, is ignored', () => {
    expect(reactionTo(null, undefined)).toBe('ignore');
    expect(reactionTo(intent({ paymentId: null }), undefined)).toBe('ignore');
  });

  it('about a payment of ours that is not there waits', () => {
    expect(reactionTo(intent({ claims: 'CAPTURED' }), undefined)).toBe('later');
  });

  it.each([
    ['the state we are in', 'AUTHORISED', 'AUTHORISED', 'nothing'],
    ['a state we have left behind', 'CAPTURED', 'AUTHORISED', 'nothing'],
    ['a state we have not reached', 'AUTHORISED', 'CAPTURED', 'ask'],
    ['money held for a payment that is over', 'VOIDED', 'AUTHORISED', 'ask'],
    ['money taken for a payment that is over', 'FAILED', 'CAPTURED', 'ask'],
    ['nothing settled yet', 'PENDING', 'PROCESSING', 'nothing'],
  ] as const)('that claims %s leads to the right reaction', (_what, state, claims, reaction) => {
    expect(reactionTo(intent({ claims }), standing({ state }))).toBe(reaction);
  });

  it('that claims nothing has to be asked about', () => {
    expect(reactionTo(intent(), standing({ state: 'CAPTURED' }))).toBe('ask');
    expect(reactionTo(refund(), standing({ refundState: 'SUCCEEDED' }))).toBe('ask');
  });

  it('is asked about while a fee or a card is still to be learnt, although the state is old news', () => {
    expect(reactionTo(intent({ claims: 'CAPTURED' }), standing({ state: 'CAPTURED', isFullyKnown: false }))).toBe(
      'ask',
    );
  });

  it('leaves the question to whoever is asking already', () => {
    expect(reactionTo(intent({ claims: 'CAPTURED' }), standing({ isBeingAsked: true }))).toBe('later');
  });

  it('about a refund is news when the refund stands elsewhere', () => {
    expect(reactionTo(refund('SUCCEEDED'), standing({ refundState: 'PENDING' }))).toBe('ask');
    expect(reactionTo(refund('SUCCEEDED'), standing({ refundState: 'SUCCEEDED' }))).toBe('nothing');
    expect(reactionTo(refund('FAILED'), standing({ refundState: 'SUCCEEDED' }))).toBe('ask');
  });
});

describe('an event that waits', () => {
  it('is looked at after 2 s, 4 s … at most every ten minutes', () => {
    expect([1, 2, 3, 20].map(webhookPauseMs)).toEqual([2_000, 4_000, 8_000, 600_000]);
  });

  it('is given up soon when its payment is unknown, and after a day when its provider is silent', () => {
    expect([isGivenUp(8, false), isGivenUp(9, false), isGivenUp(100, true), isGivenUp(150, true)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
