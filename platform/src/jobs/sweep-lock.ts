import type { TransactionSql } from 'postgres';
import type { Database } from '../database/index.ts';

interface LockSession {
  readonly sql: TransactionSql;
  /** Rejects when the connection is lost, and with it every lock. */
  readonly lost: Promise<never>;
  readonly isLost: () => boolean;
  /** Gives the connection back. */
  readonly end: () => void;
  users: number;
}

/**
 * Lets one process at a time run a sweep, by session-level advisory locks. All sweeps of a context that run at the same
 * time share one connection, given back when the last of them ends: had each its own, four sweeps would hold the
 * context's whole pool and wait for it for ever.
 *
 * The connection is kept by an open transaction and not by postgres.js's `reserve()`, whose queries hang for good when
 * the server goes away. The transaction is idle and reads nothing, so it holds back neither rows nor vacuum.
 */
export class SweepLocks {
  readonly #database: Database;
  #session: Promise<LockSession> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work` under the lock; `undefined` without running it when another process has the lock. */
  async within<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const session = await this.#join();
    try {
      const { sql } = session;
      const [row] = await sql<
        { locked: boolean }[]
      >`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as locked`;
      if (!row?.locked) return undefined;
      const working = work();
      try {
        return await Promise.race([working, session.lost]);
      } finally {
        // With the lock lost, the run has failed, but it is not over before its work is.
        await working.catch(() => undefined);
        if (!session.isLost()) await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`;
      }
    } finally {
      session.users -= 1;
      if (session.users === 0) this.#leave(session);
    }
  }

  async #join(): Promise<LockSession> {
    this.#session ??= this.#open();
    const joined = this.#session;
    const session = await joined;
    // The last user may have left while this one waited for the session to open.
    if (this.#session !== joined) return this.#join();
    session.users += 1;
    return session;
  }

  #leave(session: LockSession): void {
    this.#session = undefined;
    session.end();
  }

  #open(): Promise<LockSession> {
    return new Promise((resolve, reject) => {
      let lostIt = false;
      const over = this.#database.sql.begin(
        (sql) =>
          new Promise<void>((end) => {
            resolve({ sql, lost, isLost: () => lostIt, end, users: 0 });
          }),
      );
      const lost = over.then(
        () => new Promise<never>(() => {}),
        (error: unknown) => {
          lostIt = true;
          this.#session = undefined;
          reject(error);
          throw error;
        },
      );
      // Whoever runs under a lock races against `lost`; without one, its rejection concerns nobody.
      lost.catch(() => undefined);
    });
  }
}
