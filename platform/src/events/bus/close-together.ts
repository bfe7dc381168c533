import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from './contract.ts';

/** Closings of this many milliseconds, of all contexts of the process, are one statement. */
const gatherMs = 25;

type Close = (deliveries: readonly Delivery[]) => Promise<void>;

/** Makes one statement of closings that come together. A failed one fails for all who shared it: their leases end. */
export const createCloseTogether = (close: Close): Close => {
  let gathered: Delivery[] = [];
  let next: Promise<void> | undefined;

  const closeGathered = async (): Promise<void> => {
    await sleep(gatherMs);
    const batch = gathered;
    gathered = [];
    next = undefined;
    await close(batch);
  };
  return async (deliveries) => {
    if (deliveries.length === 0) return;
    gathered.push(...deliveries);
    next ??= closeGathered();
    await next;
  };
};
