import { describe, expect, it } from 'vitest';
import { inSeconds } from '../domain/retry.ts';
import type { StepType } from '../domain/workflow/plan.ts';
import { delay, digest, email, inApp, send, webPush } from '../domain/workflow/step.ts';
import { defineWorkflow } from '../domain/workflow/workflow.ts';
import type { ClaimedStep, FollowingStep } from '../store/steps.ts';
import { goOn, mayFallBack, passOn, putOff, skip, tryAgain } from './settlement.ts';

const now = new Date('2026-01-15T12:00:00Z');
const news = defineWorkflow({
  name: 'sample',
  category: 'MESSAGES',
  steps: [inApp(), digest(60), send('WEB_PUSH', 'TELEGRAM', 'EMAIL'), delay(3_600), email(), webPush()],
});
const payment = { ...news, category: 'PAYMENTS' as const };

const step = (position: number, type: StepType, more: Partial<ClaimedStep> = {}): ClaimedStep => ({
  id: 'stp_1',
  runId: 'wfr_1',
  position,
  type,
  claims: 3,
  attempts: 2,
  lost: 0,
  lastError: 'PUSH 503',
  inDoubt: false,
  workflow: 'sample',
  recipientId: 'usr_1',
  key: 'k',
  params: {},
  subjectId: null,
  eventId: 'evt_1',
  digestId: null,
  ...more,
});
const shown = (following: readonly FollowingStep[] | undefined) =>
  following?.map(({ position, type, state, lastError, claims }) =>
    [position, type, state, lastError, claims].join(' '),
  );

describe('what follows a timer', () => {
  it('is all up to the next one: what is due at once is claimed by whoever writes it, for as long as a claim lasts', () => {
    const ended = goOn(step(1, 'DIGEST'), news, now);
    expect(ended.settled).toMatchObject({ state: 'DONE', settledAt: now, lastError: null, attempts: 2, claims: 3 });
    expect(shown(ended.following)).toEqual(['2 WEB_PUSH PENDING  1', '3 DELAY PENDING  0']);
    expect(ended.following?.map(({ dueAt }) => dueAt)).toEqual([inSeconds(now, 90), inSeconds(now, 3_600)]);
    expect(shown(goOn(step(3, 'DELAY'), news, now).following)).toEqual(['4 EMAIL PENDING  1', '5 WEB_PUSH PENDING  1']);
  });

  it('has the lane of its workflow', () => {
    const lanes = [news, payment].map((workflow) => goOn(step(3, 'DELAY'), workflow, now).following?.[0]?.lane);
    expect(lanes).toEqual([1, 0]);
  });
});

describe('a channel that cannot be used', () => {
  const passed = (unusable: readonly StepType[]) => (type: StepType) =>
    unusable.includes(type) ? `NO_${type}` : undefined;
  const pushPassed = (unusable: readonly StepType[], more: Partial<ClaimedStep> = {}, isDead = false) =>
    passOn(
      step(2, 'WEB_PUSH', more),
      news,
      { state: 'SKIPPED', reason: 'NOT_WANTED', isDead, passed: passed(unusable) },
      now,
    );

  it('hands over to the next that can be; those between are written down as they ended', () => {
    expect(shown(pushPassed([]).following)).toEqual(['2 TELEGRAM PENDING  1']);
    expect(shown(pushPassed(['TELEGRAM']).following)).toEqual([
      '2 TELEGRAM FELL_BACK NO_TELEGRAM 0',
      '2 EMAIL PENDING  1',
    ]);
    expect(pushPassed(['TELEGRAM']).settled).toMatchObject({ state: 'FELL_BACK', lastError: 'NOT_WANTED' });
  });

  it('ends the message with the last of them', () => {
    const ended = pushPassed(['TELEGRAM', 'EMAIL']);
    expect(shown(ended.following)).toEqual(['2 TELEGRAM FELL_BACK NO_TELEGRAM 0', '2 EMAIL SKIPPED NO_EMAIL 0']);
    const last = passOn(step(2, 'EMAIL'), news, { state: 'FAILED', reason: 'SMTP 550' }, now);
    expect([last.settled.state, last.following]).toEqual(['FAILED', []]);
    const only = passOn(step(5, 'WEB_PUSH'), news, { state: 'SKIPPED', reason: 'NO_ADDRESS' }, now);
    expect([only.settled.state, only.following]).toEqual(['SKIPPED', []]);
  });

  it('but may have brought it hands over to none, unless nothing can arrive there or nobody may miss it', () => {
    const doubtful = { inDoubt: true };
    const left = pushPassed([], doubtful);
    expect(left.settled).toMatchObject({ state: 'UNCERTAIN', lastError: 'NOT_WANTED', inDoubt: true });
    expect(left.following).toBeUndefined();
    expect(shown(pushPassed([], doubtful, true).following)).toEqual(['2 TELEGRAM PENDING  1']);
    expect([news, payment].map((workflow) => mayFallBack(workflow, doubtful))).toEqual([false, true]);
    const last = passOn(step(2, 'EMAIL', doubtful), news, { state: 'FAILED', reason: 'SMTP 550' }, now);
    expect(last.settled.state).toBe('FAILED');
  });
});

describe('a step that comes up again', () => {
  it('has used up a try when it failed, and none when it was put off', () => {
    const later = inSeconds(now, 600);
    const failed = tryAgain(step(2, 'WEB_PUSH'), later, 'PUSH 429', [], now);
    expect(failed.settled).toMatchObject({
      state: 'PENDING',
      attempts: 2,
      dueAt: later,
      settledAt: null,
      lastError: 'PUSH 429',
    });
    const waits = putOff(step(2, 'WEB_PUSH', { inDoubt: true }), later, 'QUIET_HOURS');
    expect(waits.settled).toMatchObject({
      state: 'PENDING',
      attempts: 1,
      dueAt: later,
      settledAt: null,
      inDoubt: true,
    });
  });

  it('is none that may have arrived and is not wanted any more; that is told as uncertain', () => {
    const doubtful = { inDoubt: true };
    expect(skip(step(2, 'EMAIL', doubtful), 'CONDITION message-unread', now).settled.state).toBe('UNCERTAIN');
    const unwanted = { state: 'SKIPPED', reason: 'NOT_WANTED' } as const;
    expect(passOn(step(2, 'EMAIL', doubtful), news, unwanted, now).settled.state).toBe('UNCERTAIN');
    expect(passOn(step(2, 'EMAIL', doubtful), news, { ...unwanted, isDead: true }, now).settled.state).toBe('SKIPPED');
  });

  it('is none that is over: it has its end and its reason', () => {
    expect(skip(step(2, 'EMAIL'), 'NO_ADDRESS', now)).toMatchObject({
      settled: { state: 'SKIPPED', lastError: 'NO_ADDRESS', settledAt: now, dueAt: now },
    });
  });
});
