import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { causesOf, codeOf } from './away.ts';

type NoSchema = Record<string, never>;
/** Statements run one by one, each on any connection of the pool. */
export type Orm = PgDatabase<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;
/** A transaction: everything in it commits together or not at all. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;
/** Either: queries that do not care take this. */
export type Executor = Orm | Tx;

/** One context's database. */
export interface Database {
  /** Drizzle over the pool; `orm.execute(sql`…`)` runs raw SQL. */
  readonly orm: Orm;
  /**
   * postgres.js itself, for hot single statements (prepared per connection). Timestamps arrive as strings here,
   * because drizzle sets the parsers; bigint columns arrive as strings.
   */
  readonly sql: postgres.Sql;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connections one context may hold; see ARCHITECTURE: ≤ 60 in the embedded process. */
export const maxConnectionsPerContext = 4;

/**
 * Seconds before a lost connection is opened again. Statements wait for it, so the driver's own back-off (up to 20 s) would
 * have callers hang long after the server is back; a few dozen attempts a second trouble nobody.
 */
const reconnectAfterSeconds = (retries: number): number =>
  Math.min(0.025 * 2 ** retries, 0.25) * (0.75 + Math.random() / 2);

interface UnsafeHolder {
  unsafe: (query: string, parameters?: never[], options?: { prepare?: boolean }) => unknown;
}

/**
 * Lets every drizzle statement be prepared, not only the ones named with `.prepare()`: its driver goes through
 * `unsafe`, which postgres.js prepares when asked. Connections are recycled (`max_lifetime`), which bounds what a session's statement cache can grow to.
 */
const preparing = <T>(client: T): T => {
  const holder = client as UnsafeHolder;
  const plain = holder.unsafe;
  holder.unsafe = (query, parameters, options) =>
    plain(query, parameters, Object.assign({}, options, { prepare: (parameters?.length ?? 0) > 0 }));
  return client;
};

/**
 * Of statements sent together the first to fail ends the transaction, and those behind it fail for that (25P02); any of
 * them may be heard first. The driver then gives the first one's error, when it can tell, which drizzle's wrapping prevents.
 */
const unwrapAbort = (error: unknown): never => {
  throw causesOf(error).find((cause) => codeOf(cause) === '25P02') ?? error;
};

/** Opens the pool of one database. */
export const connect = (
  url: string,
  options: { readonly maxConnections?: number; readonly applicationName?: string } = {},
): Database => {
  const sql = preparing(
    postgres(url, {
      max: options.maxConnections ?? maxConnectionsPerContext,
      idle_timeout: 60,
      max_lifetime: 30 * 60,
      connect_timeout: 10,
      backoff: reconnectAfterSeconds,
      connection: { application_name: options.applicationName ?? 'vitrina' },
      onnotice: () => {},
    }),
  );
  const begin = sql.begin.bind(sql) as (work: (scoped: postgres.TransactionSql) => unknown) => Promise<unknown>;
  // Drizzle opens transactions through `begin`; its scoped client gets the same treatment as the pool.
  Object.assign(sql, {
    begin: (work: (scoped: postgres.TransactionSql) => Promise<unknown>) =>
      begin((scoped) => work(preparing(scoped)).catch(unwrapAbort)),
  });
  const orm = drizzle(sql, { casing: 'snake_case' }) as Orm;
  return {
    orm,
    sql,
    transaction: (work) => orm.transaction(work),
    close: () => sql.end({ timeout: 5 }),
  };
};
