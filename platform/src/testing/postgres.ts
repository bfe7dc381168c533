import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect, type Database, migrate } from '../database/index.ts';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** A second pool on the same database, for tests of concurrency. */
  connectAgain(maxConnections?: number): Database;
  drop(): Promise<void>;
}

const urlOf = (name: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.toString();
};

const withAdmin = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** A migrated template per set of migrations, made once per run and copied per test file (about 90 ms a copy). */
const templateFor = async (migrations: URL | undefined): Promise<string> => {
  const journal = migrations ? await readFile(new URL('meta/_journal.json', migrations), 'utf8') : '';
  const name = `template_${createHash('sha256')
    .update(`${migrations?.href ?? ''}\n${journal}`)
    .digest('hex')
    .slice(0, 16)}`;
  await withAdmin(async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    const [known] = await sql`select 1 from pg_database where datname = ${name}`;
    if (known) return;
    const draft = `draft_${randomBytes(6).toString('hex')}`;
    await sql.unsafe(`create database ${draft}`);
    await migrate(urlOf(draft), migrations);
    await sql.unsafe(`alter database ${draft} rename to ${name}`);
  });
  return name;
};

/**
 * A database of its own for one test file, migrated (the kit's tables, then the context's `migrations`).
 * Call in `beforeAll`, `drop()` in `afterAll`.
 */
export const testDatabase = async (
  options: { readonly migrations?: URL | undefined; readonly empty?: boolean } = {},
): Promise<TestDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = options.empty ? 'template1' : await templateFor(options.migrations);
  await withAdmin(async (sql) => {
    await sql`select pg_advisory_lock(hashtext('vitrina.copy-template'))`;
    await sql.unsafe(`create database ${name} template ${template}`);
  });
  const url = urlOf(name);
  const pools: Database[] = [];
  const open = (maxConnections = 4): Database => {
    const database = connect(url, { maxConnections });
    pools.push(database);
    return database;
  };
  return {
    url,
    database: open(),
    connectAgain: open,
    drop: async () => {
      await Promise.all(pools.map((pool) => pool.close()));
      await withAdmin((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
};
