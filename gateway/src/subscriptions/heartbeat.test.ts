import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Pulse, startHeartbeat } from './heartbeat.ts';

const peer = (answers: boolean) => {
  const seen = { pings: 0, cuts: 0 };
  const pulse: Pulse = {
    ping: () => {
      seen.pings += 1;
    },
    get silent() {
      return seen.pings > 0 && !answers;
    },
    cut: () => {
      seen.cuts += 1;
    },
  };
  return { pulse, seen };
};

describe('the heartbeat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pings everybody once per round, a part at a time, and cuts those that stay silent', () => {
    const heartbeat = startHeartbeat(15_000);
    const peers = Array.from({ length: 30 }, (_, index) => peer(index !== 7));
    for (const { pulse } of peers) heartbeat.add(pulse);
    vi.advanceTimersByTime(1_000);
    expect(peers.filter(({ seen }) => seen.pings > 0)).toHaveLength(2);
    vi.advanceTimersByTime(14_000);
    expect(peers.every(({ seen }) => seen.pings === 1 && seen.cuts === 0)).toBe(true);
    vi.advanceTimersByTime(15_000);
    expect(peers.flatMap(({ seen }, index) => (seen.cuts > 0 ? [index] : []))).toEqual([7]);
    heartbeat.stop();
  });

  it('forgets who has gone', () => {
    const heartbeat = startHeartbeat(150);
    const { pulse, seen } = peer(true);
    heartbeat.add(pulse);
    heartbeat.remove(pulse);
    vi.advanceTimersByTime(1_000);
    expect(seen.pings).toBe(0);
    heartbeat.stop();
  });
});
