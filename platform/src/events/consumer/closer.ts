import { setImmediate as nextTurn } from 'node:timers/promises';
import { crashPoint } from '../../crash-points/index.ts';
import type { Logger } from '../../logging/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';

/** Closes what is done in batches: while one statement is under way, the next batch gathers. */
export interface Closer {
  add(delivery: Delivery): void;
  /** Resolves when everything added so far is closed, or was left to its lease. */
  idle(): Promise<void>;
}

/** `onClosed` gets every delivery this closer is done with, closed or not. */
export const createCloser = (
  bus: EventBus,
  log: Logger,
  onClosed: (deliveries: readonly Delivery[]) => void,
): Closer => {
  let gathered: Delivery[] = [];
  let closing: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    while (gathered.length > 0) {
      // What one transaction brought is closed together.
      await nextTurn();
      const batch = gathered;
      gathered = [];
      try {
        crashPoint('events.consumer.before-close');
        await bus.close(batch);
      } catch (error) {
        // The effects are committed: when the leases end the deliveries come again and the inbox drops them.
        log.warn({ err: error, deliveries: batch.length }, 'The bus could not close deliveries; they will come again.');
      }
      onClosed(batch);
    }
    closing = undefined;
  };
  return {
    add: (delivery) => {
      gathered.push(delivery);
      closing ??= closeAll();
    },
    idle: async () => {
      await closing;
    },
  };
};
