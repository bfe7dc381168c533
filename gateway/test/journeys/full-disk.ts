import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { inject } from 'vitest';
import { readDatabase } from './faults.ts';

const run = promisify(execFile);

/** Runs statements one by one in one database of the market's server, each in a transaction of its own. */
const inDatabase = async (database: string, statements: readonly string[]): Promise<void> => {
  const url = new URL(inject('market').postgres);
  url.pathname = `/${database}`;
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** Every table of the market, as `schema.table` by database. */
const tablesOfMarket = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const databases = await readDatabase<{ name: string }>(
    'bus',
    `select datname as name from pg_database where datname like 'vitrina\\_%'`,
  );
  const tables = new Map<string, readonly string[]>();
  for (const { name } of databases) {
    const found = await readDatabase<{ name: string }>(
      name.replace('vitrina_', ''),
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'full_disk')`,
    );
    tables.set(
      name,
      found.map((table) => table.name),
    );
  }
  return tables;
};

/** A disk of eight megabytes, where root may have one: what cannot be written there is refused by the kernel itself. */
const mountSmallDisk = async (): Promise<string | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-small-disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=0700', 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
  if (mounted) return folder;
  await rmdir(folder);
  return undefined;
};

/** A disk behind every table of the market that can be full and have room again. */
export interface Disk {
  /** Who refuses a write: the kernel, or a function that raises what Postgres raises then. */
  readonly kind: 'a tmpfs' | 'SQLSTATE 53100';
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

const refusal = `raise exception 'could not extend file: No space left on device' using errcode = '53100'`;

/**
 * Puts a disk behind the market while it runs: before any table is written to, a trigger has to put a row on that disk.
 * As root it is a tmpfs with a tablespace on it; for anybody else the trigger raises the error that Postgres gives then.
 */
export const openDisk = async (): Promise<Disk> => {
  const folder = await mountSmallDisk();
  const tables = await tablesOfMarket();
  const [first = ''] = [...tables.keys()];
  if (folder) {
    const [server] = await readDatabase<{ home: string }>('bus', `select current_setting('data_directory') as home`);
    const { uid, gid } = await stat(server?.home ?? '');
    await chown(folder, uid, gid);
    await inDatabase(first, [`create tablespace small_disk location '${folder}'`]);
  }
  const needsRoom = folder ? `insert into full_disk.page values (default)` : refusal;
  for (const database of tables.keys())
    await inDatabase(database, [
      'create schema full_disk',
      `create table full_disk.page (at timestamptz default now())${folder ? ' tablespace small_disk' : ''}`,
      `create function full_disk.need_room() returns trigger language plpgsql security definer as
       $$ begin ${needsRoom}; return null; end $$`,
    ]);
  const ballast = join(folder ?? '', 'ballast');
  return {
    kind: folder ? 'a tmpfs' : 'SQLSTATE 53100',
    fill: async () => {
      // Longer than the disk: what does not fit is told by an error, and the disk is full to its last page.
      if (folder) await writeFile(ballast, Buffer.alloc(9_437_184)).catch(() => undefined);
      for (const [database, names] of tables)
        await inDatabase(
          database,
          names.map(
            (name) =>
              `create trigger full_disk before insert or update on ${name} execute function full_disk.need_room()`,
          ),
        );
    },
    free: async () => {
      if (folder) return rm(ballast, { force: true });
      for (const database of tables.keys())
        await inDatabase(database, [
          `create or replace function full_disk.need_room() returns trigger language plpgsql as
           $$ begin return null; end $$`,
        ]);
    },
    remove: async () => {
      for (const [database, names] of tables)
        await inDatabase(database, [
          ...names.map((name) => `drop trigger if exists full_disk on ${name}`),
          'drop schema full_disk cascade',
        ]);
      if (!folder) return;
      await inDatabase(first, ['drop tablespace small_disk']);
      await run('umount', [folder]);
      await rmdir(folder);
    },
  };
};
