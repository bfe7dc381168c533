import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlarm } from './alarm.ts';

describe('an alarm', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits its time when nobody rings', async () => {
    const waiting = createAlarm().wait(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toBe(false);
  });

  it('is cut short by a ring', async () => {
    const alarm = createAlarm();
    const waiting = alarm.wait(1_000_000);
    alarm.ring();
    expect(await waiting).toBe(true);
  });

  it('remembers a ring that came before the pause, once', async () => {
    const alarm = createAlarm();
    alarm.ring();
    alarm.ring();
    expect(await alarm.wait(1_000_000)).toBe(true);
    const second = alarm.wait(50);
    await vi.advanceTimersByTimeAsync(50);
    expect(await second).toBe(false);
  });
});
