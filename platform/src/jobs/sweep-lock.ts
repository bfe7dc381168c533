import pg from 'pg';
import type { Database } from '../database/index.ts';

/** The connection that holds the locks of the sweeps running now. */
interface LockSession {
  readonly client: pg.Client;
  readonly connected: Promise<unknown>;
  /** Asks the server a yes-or-no question about the lock of this name. */
  readonly ask: (statement: string, name: string) => Promise<boolean>;
  /** Rejects when the connection is lost, and with it every lock. */
  readonly lost: Promise<never>;
  users: number;
}

/**
 * Lets one process at a time run a sweep, by session-level advisory locks: the server itself releases those of a killed
 * process at once. They are held on a connection beside the pool, shared by all sweeps of a context that run at the
 * same time and closed when the last of them ends. On the pool, four sweeps would hold every connection and wait for
 * one for ever; and queries on a connection reserved from postgres.js hang for good when the server goes away.
 */
export class SweepLocks {
  readonly #database: Database;
  #session: LockSession | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work` under the lock; `undefined` without running it when another process has the lock. */
  async within<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const session = await this.#join();
    try {
      const locked = await session.ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as yes', name);
      if (!locked) return undefined;
      const working = work();
      try {
        return await Promise.race([working, session.lost]);
      } finally {
        // With the lock lost, the run has failed, but it is not over before its work is.
        await working.catch(() => undefined);
        await session.ask('select pg_advisory_unlock(hashtextextended($1, 0)) as yes', name);
      }
    } finally {
      await this.#leave(session);
    }
  }

  /** Counts the caller in at once, so that nobody closes the session while the caller waits for it to open. */
  async #join(): Promise<LockSession> {
    const session = this.#session ?? this.#create();
    this.#session = session;
    session.users += 1;
    try {
      await session.connected;
      return session;
    } catch (error) {
      await this.#leave(session);
      throw error;
    }
  }

  async #leave(session: LockSession): Promise<void> {
    session.users -= 1;
    if (session.users > 0) return;
    this.#forget(session);
    // Closing a connection that is already lost has nothing left to do; its loss was reported to the run.
    await session.client.end().catch(() => undefined);
  }

  #create(): LockSession {
    const client = new pg.Client({
      ...connectionOf(this.#database),
      application_name: 'vitrina-sweeps',
      keepAlive: true,
    });
    const lost = new Promise<never>((_, reject) => {
      client.on('error', (error) => {
        this.#forget(session);
        reject(error);
      });
    });
    // Whoever runs under a lock races against `lost`; without one, its rejection concerns nobody.
    lost.catch(() => undefined);
    // A client runs one statement at a time; sweeps that start together take turns.
    let turn: Promise<unknown> = client.connect();
    const connected = turn;
    const ask = (statement: string, name: string): Promise<boolean> => {
      const answer = turn.then(
        async () => (await client.query<{ yes: boolean }>(statement, [name])).rows[0]?.yes === true,
      );
      turn = answer.catch(() => undefined);
      return answer;
    };
    const session: LockSession = { client, lost, connected, ask, users: 0 };
    return session;
  }

  /** A session that is lost or left takes no further user. */
  #forget(session: LockSession): void {
    if (this.#session === session) this.#session = undefined;
  }
}

/** What postgres.js keeps of the URL; its types leave the password out. */
interface ParsedUrl {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly database: string;
  readonly user: string;
  readonly pass: string | (() => string | Promise<string>) | null;
  readonly ssl: string | boolean | object;
}

/** Where the pool connects to, as `pg` wants it. */
const connectionOf = (database: Database): pg.ClientConfig => {
  const { host, port, database: name, user, pass, ssl } = database.sql.options as unknown as ParsedUrl;
  return {
    host: host[0],
    port: port[0],
    database: name,
    user,
    password: pass ?? undefined,
    ssl: typeof ssl === 'string' ? { rejectUnauthorized: ssl === 'verify-full' } : ssl,
    connectionTimeoutMillis: 10_000,
  };
};
