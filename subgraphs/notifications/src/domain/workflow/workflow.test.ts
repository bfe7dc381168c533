import { describe, expect, it } from 'vitest';
import { workflows } from '../workflows/index.ts';
import { fallbackOf, laneOf, stepsFrom } from './plan.ts';
import { condition, delay, digest, email, inApp, send, throttle, webPush } from './step.ts';
import { waysOf } from './ways.ts';
import { conditionsBefore, defineWorkflow, type Workflow } from './workflow.ts';

const workflow = (...steps: Workflow['steps']): Workflow =>
  defineWorkflow({ name: 'sample', category: 'MESSAGES', steps });

describe('a workflow', () => {
  it('starts all messages up to its first timer together, and the timer', () => {
    const sample = workflow(inApp(), email(), webPush(), delay(60), email());
    expect(stepsFrom(sample, 0)).toEqual([
      { position: 0, type: 'IN_APP', inSeconds: 0 },
      { position: 1, type: 'EMAIL', inSeconds: 0 },
      { position: 2, type: 'WEB_PUSH', inSeconds: 0 },
      { position: 3, type: 'DELAY', inSeconds: 60 },
    ]);
    expect(stepsFrom(sample, 4)).toEqual([{ position: 4, type: 'EMAIL', inSeconds: 0 }]);
    expect(stepsFrom(sample, 5)).toEqual([]);
  });

  it('asks every condition that stands before a message, whatever lies between', () => {
    const sample = workflow(condition('order-alive'), email(), delay(60), condition('payment-awaited'), email());
    expect(stepsFrom(sample, 0).map(({ type }) => type)).toEqual(['EMAIL', 'DELAY']);
    expect(conditionsBefore(sample, 1)).toEqual(['order-alive']);
    expect(conditionsBefore(sample, 4)).toEqual(['order-alive', 'payment-awaited']);
  });

  it('passes a message on from channel to channel, and not beyond the last', () => {
    const sample = workflow(inApp(), send('WEB_PUSH', 'TELEGRAM', 'EMAIL'));
    expect(fallbackOf(sample, 1, 'WEB_PUSH')).toMatchObject({ position: 1, type: 'TELEGRAM' });
    expect(fallbackOf(sample, 1, 'TELEGRAM')).toMatchObject({ type: 'EMAIL' });
    expect(fallbackOf(sample, 1, 'EMAIL')).toBeUndefined();
    expect(fallbackOf(sample, 0, 'IN_APP')).toBeUndefined();
  });

  it('writes down only steps that may lead somewhere', () => {
    const shop = (...steps: Workflow['steps']) => ({ ...workflow(...steps), category: 'SALES' as const });
    expect(waysOf(shop(inApp(), digest(60), send('WEB_PUSH', 'EMAIL')), 1)).toEqual([
      { channel: 'WEB_PUSH', byDefault: true },
      { channel: 'EMAIL', byDefault: false },
    ]);
    expect(waysOf(workflow(email()), 0)).toEqual([{ channel: 'EMAIL', byDefault: true }]);
    expect(waysOf(workflow(delay(60), inApp(), webPush()), 0)).toBeUndefined();
    expect(waysOf({ ...workflow(email()), category: 'PAYMENTS' }, 0)).toBeUndefined();
  });

  it('that could not work is refused where it is declared', () => {
    expect(() => workflow()).toThrow('no steps');
    expect(() => workflow(digest(60), digest(60), email())).toThrow('two digests');
    expect(() => workflow(email(), digest(60), webPush())).toThrow('before its digest');
    expect(() => workflow(inApp(), throttle(1, 60), digest(60), webPush())).toThrow('before its digest');
  });
});

describe('the workflows of the market', () => {
  it.each([...workflows.values()])('$name ends in a message and has its name for itself', ({ name, steps }) => {
    expect(workflows.get(name)?.steps).toBe(steps);
    expect(['IN_APP', 'SEND']).toContain(steps.at(-1)?.do);
  });

  it('let security and payments overtake the rest', () => {
    const first = [...workflows.values()].filter((one) => laneOf(one) === 0).map(({ name }) => name);
    expect(first.sort()).toEqual([
      'email-verification',
      'order-paid',
      'password-reset',
      'payment-failed',
      'payment-refunded',
      'phone-code',
    ]);
  });
});
