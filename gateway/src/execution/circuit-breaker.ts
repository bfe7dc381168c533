import type { Clock } from '@vitrina/platform/clock';

/** Tells whether a subgraph is worth asking. */
export interface CircuitBreaker {
  /** False while the subgraph is taken to be dead; after the pause one caller may try. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

/** When a subgraph counts as dead and for how long. */
export interface CircuitOptions {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** Milliseconds without asking, until one trial goes through. */
  readonly pauseMs: number;
}

/** Enough failures to rule out one lost connection; a pause short enough that nobody notices a restart. */
const defaultCircuit: CircuitOptions = { failures: 5, pauseMs: 1_000 };

/** Makes a breaker: a dead subgraph is answered for at once instead of costing every request its time-out. */
export const circuitBreaker = (clock: Clock, options: CircuitOptions = defaultCircuit): CircuitBreaker => {
  let failures = 0;
  let closedUntil = 0;
  return {
    allows: () => {
      if (failures < options.failures) return true;
      const now = clock.now().getTime();
      if (now < closedUntil) return false;
      // One trial per pause: the next caller is let through only when this one has reported back.
      closedUntil = now + options.pauseMs;
      return true;
    },
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      closedUntil = clock.now().getTime() + options.pauseMs;
    },
  };
};
