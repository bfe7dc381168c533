import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../../logging/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';
import { createHoldings, type Holdings } from './holdings.ts';

const leaseMs = 15_000;
const delivery = (position: string, consumer = 'shop.write-down'): Delivery =>
  ({ consumer, position, lease: 'lease_1', attempts: 0 }) as Delivery;

describe('the leases of what a worker holds', () => {
  let extend: ReturnType<typeof vi.fn<EventBus['extend']>>;
  let holdings: Holdings;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    extend = vi.fn<EventBus['extend']>(async () => {});
    holdings = createHoldings({ extend } as unknown as EventBus, leaseMs, silentLogger);
  });
  afterEach(() => {
    holdings.stop();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('are kept alive for as long as it works', async () => {
    holdings.add([delivery('1')]);
    await vi.advanceTimersByTimeAsync(10 * leaseMs);
    expect(holdings.stillHeld(delivery('1'))).toBe(true);
  });

  it('are all renewed together, and those that were let go are not', async () => {
    holdings.add([delivery('1'), delivery('2'), delivery('3')]);
    holdings.drop([delivery('2')]);
    await vi.advanceTimersByTimeAsync(leaseMs / 3);
    expect(extend).toHaveBeenCalledExactlyOnceWith([delivery('1'), delivery('3')], leaseMs);
    expect(holdings.size()).toBe(2);
  });

  it('are not asked for while nothing is held', async () => {
    await vi.advanceTimersByTimeAsync(10 * leaseMs);
    expect(extend).not.toHaveBeenCalled();
  });

  it('are lost a little before the bus says so when they cannot be renewed', async () => {
    extend.mockRejectedValue(new Error('The bus is away.'));
    holdings.add([delivery('1')]);
    await vi.advanceTimersByTimeAsync(leaseMs * 0.9 - 1);
    expect(holdings.stillHeld(delivery('1'))).toBe(true);
    await vi.advanceTimersByTimeAsync(2);
    expect(holdings.stillHeld(delivery('1'))).toBe(false);
  });

  it('count from when the renewal was asked for, not from when its answer came', async () => {
    holdings.add([delivery('1')]);
    let answer = (): void => {};
    extend.mockImplementation(
      () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(leaseMs / 3);
    extend.mockRejectedValue(new Error('The bus is away.'));
    await vi.advanceTimersByTimeAsync(leaseMs / 2);
    answer();
    await vi.advanceTimersByTimeAsync(leaseMs / 2 - 1);
    expect(holdings.stillHeld(delivery('1'))).toBe(true);
    await vi.advanceTimersByTimeAsync(2);
    expect(holdings.stillHeld(delivery('1'))).toBe(false);
  });

  it('are one for each consumer of an event', () => {
    holdings.add([delivery('1', 'shop.write-down')]);
    expect(holdings.stillHeld(delivery('1', 'shop.count'))).toBe(false);
    holdings.add([delivery('1', 'shop.count')]);
    holdings.drop([delivery('1', 'shop.write-down')]);
    expect(holdings.stillHeld(delivery('1', 'shop.count'))).toBe(true);
  });

  it('are renewed no more once the worker stops', async () => {
    holdings.add([delivery('1')]);
    holdings.stop();
    await vi.advanceTimersByTimeAsync(leaseMs);
    expect(extend).not.toHaveBeenCalled();
  });
});
