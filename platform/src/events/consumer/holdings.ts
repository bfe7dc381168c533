import { performance } from 'node:perf_hooks';
import type { Logger } from '../../logging/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';

/** The deliveries a worker holds, with their leases kept alive. */
export interface Holdings {
  add(deliveries: readonly Delivery[]): void;
  drop(deliveries: readonly Delivery[]): void;
  size(): number;
  /** False when the lease ran out unrenewed: another worker may have it by now. */
  stillHeld(delivery: Delivery): boolean;
  stop(): void;
}

const keyOf = (delivery: Delivery): string => `${delivery.consumer} ${delivery.position}`;

/** Renews every third of a lease. Times are monotonic, for a lease must not depend on somebody setting the clock. */
export const createHoldings = (bus: EventBus, leaseMs: number, log: Logger): Holdings => {
  const held = new Map<string, { readonly delivery: Delivery; until: number }>();

  const renew = async (): Promise<void> => {
    const entries = [...held.values()];
    if (entries.length === 0) return;
    const until = performance.now() + leaseMs;
    try {
      await bus.extend(
        entries.map((entry) => entry.delivery),
        leaseMs,
      );
      for (const entry of entries) entry.until = until;
    } catch (error) {
      log.warn({ err: error, deliveries: entries.length }, 'Leases could not be renewed.');
    }
  };
  const timer = setInterval(() => void renew(), leaseMs / 3);

  return {
    add: (deliveries) => {
      // Counted from now, which is later than the bus counts; hence the tenth taken off.
      const until = performance.now() + leaseMs * 0.9;
      for (const delivery of deliveries) held.set(keyOf(delivery), { delivery, until });
    },
    drop: (deliveries) => {
      for (const delivery of deliveries) held.delete(keyOf(delivery));
    },
    size: () => held.size,
    stillHeld: (delivery) => (held.get(keyOf(delivery))?.until ?? 0) > performance.now(),
    stop: () => clearInterval(timer),
  };
};
