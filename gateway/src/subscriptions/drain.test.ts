import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Departing, drainSockets } from './drain.ts';

describe('sending clients away', () => {
  afterEach(() => void vi.restoreAllMocks());

  const crowd = (count: number, busy = 0) => {
    const open = new Set<Departing>();
    const left: number[] = [];
    const cut: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const socket: Departing = {
        goAway: () => {
          if (index < busy) return;
          left.push(Date.now());
          open.delete(socket);
        },
        cut: () => {
          cut.push(index);
          open.delete(socket);
        },
      };
      open.add(socket);
    }
    return { open, left, cut };
  };

  it('is spread evenly over the time given when they are many', async () => {
    const { open, left } = crowd(5_000);
    await drainSockets(open, 400);
    expect(left).toHaveLength(5_000);
    const [first = 0] = left;
    expect((left.at(-1) ?? 0) - first).toBeGreaterThan(300);
    const inOneMoment = Math.max(...[...new Set(left)].map((at) => left.filter((other) => other === at).length));
    expect(inOneMoment).toBeLessThan(2_500);
  });

  it('takes no time when there are few or none', async () => {
    const startedAt = Date.now();
    for (const count of [0, 10]) {
      await drainSockets(crowd(count).open, 3_000);
    }
    expect(Date.now() - startedAt).toBeLessThan(2_500);
  });

  it('cuts off who is still busy after a while', async () => {
    const clock = vi.spyOn(Date, 'now');
    const { open, cut } = crowd(3, 1);
    const drained = drainSockets(open, 0);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(cut).toEqual([]);
    const later = performance.timeOrigin + performance.now() + 11_000;
    clock.mockImplementation(() => later);
    await drained;
    expect(cut).toEqual([0]);
  });
});
