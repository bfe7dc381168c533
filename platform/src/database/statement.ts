import { QueryPromise } from 'drizzle-orm';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsSession } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Executor, Orm } from './connect.ts';

/** A value as postgres.js takes it; everything richer is JSON or text that the statement casts. */
export type Parameter = string | number | boolean | null | readonly string[];

type Client = Pick<postgres.Sql, 'unsafe'>;

/** The driver's own client below drizzle: the pool, or the transaction's connection. */
const clientOf = (executor: Executor): Client =>
  (executor._ as unknown as { readonly session: PostgresJsSession<postgres.Sql, never, never> }).session.client;

/**
 * Sent when it is awaited, and as many turns of the microtask queue later as drizzle's own statements: those of a
 * transaction that are sent together run in the order they are written in, of whichever kind they are.
 */
class Sent<T> extends QueryPromise<T> {
  readonly #send: () => Promise<T>;

  constructor(send: () => Promise<T>) {
    super();
    this.#send = send;
  }

  override execute(): Promise<T> {
    return this.#send();
  }
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** The template with `$1`, `$2` … in its gaps, put together once per place in the code. */
const textOf = (strings: TemplateStringsArray): string => {
  const known = texts.get(strings);
  if (known !== undefined) return known;
  const text = strings.reduce((begun, part, index) => `${begun}$${index}${part}`);
  texts.set(strings, text);
  return text;
};

/**
 * A statement whose text never changes, for paths that many requests take: unlike drizzle's `sql` it takes parameters
 * only, no columns and no fragments, so nothing is built when it runs. Columns arrive as postgres.js reads them.
 */
export const statement =
  <Row extends object>(executor: Executor) =>
  (strings: TemplateStringsArray, ...parameters: readonly Parameter[]): QueryPromise<readonly Row[]> =>
    new Sent(async () => await clientOf(executor).unsafe<Row[]>(textOf(strings), parameters as never[]));

interface Preparable<Rows> {
  prepare(name: string): PgPreparedQuery<PreparedQueryConfig & { execute: Rows }>;
}

/**
 * A drizzle query that is built once for the whole process and runs on any executor: give `sql.placeholder(name)` where
 * values go, and the values by name when it runs. A placeholder of a date or of a number takes no null.
 */
export const compiled = <Rows, Values extends Readonly<Record<string, unknown>>>(
  build: (orm: Orm) => Preparable<Rows>,
): ((executor: Executor, values: Values) => QueryPromise<Rows>) => {
  let plan: PgPreparedQuery<PreparedQueryConfig & { execute: Rows }> | undefined;
  return (executor, values) => {
    plan ??= build(drizzle.mock({ casing: 'snake_case' }) as unknown as Orm).prepare('');
    const bound = Object.assign(Object.create(plan) as typeof plan, { client: clientOf(executor) });
    return new Sent(() => bound.execute(values));
  };
};
