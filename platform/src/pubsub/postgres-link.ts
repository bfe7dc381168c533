import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logging/index.ts';
import { closedError, readyInTime } from './link-errors.ts';

export interface PostgresLinkOptions {
  readonly url: string;
  readonly channel: string;
  readonly log: Logger;
  readonly onPayload: (payload: string) => void;
  /** Called when the link is back after a loss: whatever was sent meanwhile did not arrive. */
  readonly onGap: () => void;
}

const maxPauseMs = 3000;

/** One connection that listens on a channel, is opened at first use and comes back by itself after a loss. */
export class PostgresLink {
  readonly #options: PostgresLinkOptions;
  readonly #closing = new AbortController();
  #client: pg.Client | undefined;
  #opening: Promise<pg.Client> | undefined;

  constructor(options: PostgresLinkOptions) {
    this.#options = options;
  }

  /** The live connection, for as long as it takes; rejects only when the link is closed. */
  async whenLive(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    this.#opening ??= this.#open(false);
    return this.#opening;
  }

  /** The live connection, or UNAVAILABLE after 10 s. */
  ready(): Promise<pg.Client> {
    return readyInTime(this.whenLive());
  }

  async close(): Promise<void> {
    this.#closing.abort(closedError());
    const client = this.#client;
    this.#client = undefined;
    // Nobody listens any more: how the goodbye went makes no difference.
    await client?.end().catch(() => undefined);
  }

  async #open(again: boolean): Promise<pg.Client> {
    const { signal } = this.#closing;
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted();
      const client = this.#newClient();
      try {
        await client.connect();
        await client.query(`listen ${client.escapeIdentifier(this.#options.channel)}`);
        signal.throwIfAborted();
        this.#client = client;
        this.#opening = undefined;
        if (again) this.#options.onGap();
        return client;
      } catch (error) {
        // The connection may never have been one; what matters is why it failed.
        void client.end().catch(() => undefined);
        signal.throwIfAborted();
        if (tries === 0)
          this.#options.log.warn({ err: error }, 'Live updates cannot be reached; trying until they can');
        await this.#pause(Math.min(100 * 2 ** tries, maxPauseMs));
      }
    }
  }

  /** Ends early when the link is closed. */
  #pause(delayMs: number): Promise<void> {
    return pause(delayMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
  }

  #newClient(): pg.Client {
    const { url, log, onPayload } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: 'vitrina-pubsub',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5000,
    });
    client.on('notification', ({ payload }) => onPayload(payload ?? ''));
    const lost = (error?: Error): void => {
      if (this.#client !== client) return;
      log.warn({ err: error }, 'The connection for live updates was lost');
      this.#client = undefined;
      this.#opening = this.#open(true);
      // Its only rejection is that the link was closed, which whoever waits for it is told.
      this.#opening.catch(() => undefined);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    return client;
  }
}
