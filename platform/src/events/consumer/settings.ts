/** How a context's consumers work. The defaults suit all contexts; tests and special workers override single ones. */
export interface ConsumerSettings {
  /** Aggregates worked on side by side; each takes a connection of the context's pool. */
  readonly concurrency: number;
  /** Deliveries held at once: what is claimed, waiting or running. */
  readonly batch: number;
  /** After this a killed worker's deliveries are claimed by another; renewed while a worker lives. */
  readonly leaseMs: number;
  /** A handler that takes longer has failed. */
  readonly handlerTimeoutMs: number;
  /** Failures before a delivery is parked. */
  readonly maxAttempts: number;
  /** First back-off; it doubles per failure. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
}

/** Twelve attempts over about ten minutes: longer than a deployment, short enough that an operator hears of it soon. */
export const defaultConsumerSettings: ConsumerSettings = {
  concurrency: 2,
  batch: 100,
  leaseMs: 15_000,
  handlerTimeoutMs: 60_000,
  maxAttempts: 12,
  backoffMs: 500,
  maxBackoffMs: 300_000,
};

/**
 * Milliseconds until the next attempt after `failures` of them: exponential, with "equal jitter" (half fixed, half
 * random) so that deliveries that failed together do not come back together.
 */
export const backoffMs = (failures: number, settings: ConsumerSettings, random: () => number = Math.random): number => {
  const full = Math.min(settings.backoffMs * 2 ** Math.max(0, failures - 1), settings.maxBackoffMs);
  return Math.round(full / 2 + (full / 2) * random());
};
