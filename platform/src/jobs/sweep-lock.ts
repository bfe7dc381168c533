import type { ReservedSql } from 'postgres';
import type { Database } from '../database/index.ts';

/**
 * Lets one process at a time run a sweep, by session-level advisory locks. All sweeps of a context that run at the same
 * time share one reserved connection, given back when the last of them ends: had each its own, four sweeps would hold
 * the context's whole pool and wait for it for ever.
 */
export class SweepLocks {
  readonly #database: Database;
  #session: Promise<ReservedSql> | undefined;
  #users = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work` under the lock; `undefined` without running it when another process has the lock. */
  async within<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const session = await this.#join();
    try {
      const [row] = await session<
        { locked: boolean }[]
      >`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as locked`;
      if (!row?.locked) return undefined;
      try {
        return await work();
      } finally {
        // Should the connection be lost, so is the lock, and this statement fails: the run then counts as failed.
        await session`select pg_advisory_unlock(hashtextextended(${name}, 0))`;
      }
    } finally {
      await this.#leave();
    }
  }

  #join(): Promise<ReservedSql> {
    this.#users += 1;
    if (!this.#session) {
      const reserving = this.#database.sql.reserve();
      this.#session = reserving;
      reserving.catch(() => {
        if (this.#session === reserving) this.#session = undefined;
        this.#users -= 1;
      });
    }
    return this.#session;
  }

  async #leave(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    const session = this.#session;
    this.#session = undefined;
    (await session)?.release();
  }
}
