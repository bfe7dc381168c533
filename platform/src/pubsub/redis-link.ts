import { Redis } from 'ioredis';
import type { Logger } from '../logging/index.ts';
import { closedError, readyInTime } from './link-errors.ts';

interface Waiter {
  readonly resolve: (client: Redis) => void;
  readonly reject: (error: Error) => void;
}

export interface RedisLinkOptions {
  readonly url: string;
  readonly name: string;
  readonly log: Logger;
  /** Lua scripts that become commands of the client. */
  readonly scripts?: Readonly<Record<string, { readonly lua: string }>>;
  /** Runs on every connect before the link counts as live; `again` after a loss. */
  readonly onConnect?: (client: Redis, again: boolean) => Promise<void>;
}

/** A Redis connection opened at first use; commands fail at once while it is down, so that the caller decides. */
export class RedisLink {
  readonly #client: Redis;
  readonly #options: RedisLinkOptions;
  #waiting: Waiter[] = [];
  #isLive = false;
  #connectedBefore = false;
  #isClosed = false;
  #isQuiet = false;

  constructor(options: RedisLinkOptions) {
    this.#options = options;
    this.#client = new Redis(options.url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      autoResubscribe: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 5000,
      connectionName: options.name,
      ...(options.scripts && { scripts: options.scripts }),
      retryStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), 3000),
    });
    this.#client.on('error', (error) => {
      // One line per outage.
      if (!this.#isQuiet) options.log.warn({ err: error }, 'Live updates cannot be reached; trying until they can');
      this.#isQuiet = true;
    });
    this.#client.on('close', () => {
      this.#isLive = false;
    });
    this.#client.on('ready', () => void this.#onReady());
  }

  /** The live connection, for as long as it takes; rejects only when the link is closed. */
  async whenLive(): Promise<Redis> {
    if (this.#isClosed) throw closedError();
    if (this.#isLive) return this.#client;
    // ioredis keeps trying after a failed first attempt and reports it as an 'error' event.
    if (this.#client.status === 'wait') this.#client.connect().catch(() => undefined);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** The live connection, or UNAVAILABLE after 10 s. */
  ready(): Promise<Redis> {
    return readyInTime(this.whenLive());
  }

  /** The connection while it is live, for commands that can be left out otherwise. */
  get live(): Redis | undefined {
    return this.#isLive ? this.#client : undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#isLive = false;
    this.#client.disconnect();
    for (const { reject } of this.#waiting.splice(0)) reject(closedError());
  }

  async #onReady(): Promise<void> {
    const again = this.#connectedBefore;
    try {
      await this.#options.onConnect?.(this.#client, again);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'Live updates were lost while they were being restored; starting over');
      this.#client.disconnect(!this.#isClosed);
      return;
    }
    this.#connectedBefore = true;
    this.#isQuiet = false;
    this.#isLive = this.#client.status === 'ready';
    if (!this.#isLive) return;
    for (const { resolve } of this.#waiting.splice(0)) resolve(this.#client);
  }
}
