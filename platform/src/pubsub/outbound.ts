import { setTimeout as pause } from 'node:timers/promises';
import { within } from '../deadline/index.ts';
import type { Logger } from '../logging/index.ts';
import { metrics } from '../observability/index.ts';

export interface Outgoing {
  readonly topic: string;
  /** JSON text. */
  readonly wire: string;
}

/** The broker's side of sending. */
export interface Sender {
  /** Resolves once the broker can be reached. */
  ready(): Promise<void>;
  /** Sends many messages at once; a rejection means that some or all may not have arrived. */
  send(batch: readonly Outgoing[]): Promise<void>;
  /** Tells every process that messages may have been lost. */
  announceGap(): Promise<void>;
}

const maxWaiting = 10_000;
const maxBatch = 500;
const retryPauseMs = 200;

/**
 * Messages on their way to the broker. Publishing happens after the commit and must neither hold up nor fail the
 * request that committed, so messages wait here (a bounded number) while the broker is away. What is lost is counted
 * and announced to all subscribers as a gap as soon as the broker is back; nothing is sent twice.
 */
export class Outbound {
  readonly #sender: Sender;
  readonly #driver: string;
  readonly #log: Logger;
  #waiting: Outgoing[] = [];
  #gapToAnnounce = false;
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(sender: Sender, driver: string, log: Logger) {
    this.#sender = sender;
    this.#driver = driver;
    this.#log = log;
  }

  push(message: Outgoing): void {
    if (this.#closed || this.#waiting.length >= maxWaiting) {
      this.#lost(1, new Error(this.#closed ? 'Pub/sub is closed.' : `${maxWaiting} messages wait already.`));
      return;
    }
    this.#waiting.push(message);
    this.#draining ??= this.#drain();
  }

  /** Sends what waits, for at most `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const draining = this.#draining ?? Promise.resolve();
    await within(graceMs, draining, () => undefined);
    this.#closed = true;
  }

  async #drain(): Promise<void> {
    // One turn later, everything published in this one goes out together.
    await pause(0);
    while (!this.#closed && (this.#waiting.length > 0 || this.#gapToAnnounce)) {
      await this.#sendOne();
    }
    this.#draining = undefined;
  }

  async #sendOne(): Promise<void> {
    let batch: readonly Outgoing[] = [];
    try {
      await this.#sender.ready();
      batch = this.#waiting.splice(0, maxBatch);
      if (this.#gapToAnnounce) await this.#sender.announceGap();
      this.#gapToAnnounce = false;
      if (batch.length > 0) await this.#sender.send(batch);
    } catch (error) {
      this.#lost(batch.length, error);
      await pause(retryPauseMs);
    }
  }

  #lost(count: number, error: unknown): void {
    metrics.pubsubLost.inc({ driver: this.#driver }, count);
    // One line per outage, not one per message.
    if (!this.#gapToAnnounce) this.#log.warn({ err: error }, 'Messages were lost; subscribers will be told');
    this.#gapToAnnounce = true;
  }
}
