import type { Database, Executor, Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { textArray } from '../../store/text-array.ts';
import type { IndexedState, SearchEngine } from '../contract.ts';
import { completeTitles } from './complete.ts';
import { baseConditions, every, filterConditions } from './conditions.ts';
import { countFacets } from './counts.ts';
import { countUpTo, searchPage } from './page.ts';
import { writeDocuments } from './write.ts';

/** Held shared by writers and exclusively by whoever makes, drops or swaps tables. */
const tablesLock = sql`hashtext('vitrina.search.tables')`;

/** Read from the catalogue table itself: `to_regclass` may answer from before a swap this transaction waited for. */
const isBuilding = async (executor: Executor): Promise<boolean> => {
  const [row] = await executor.execute<{ there: boolean }>(sql`
    select exists (
      select 1 from pg_catalog.pg_class where relname = 'document_next' and relnamespace = current_schema()::regnamespace
    ) as there`);
  return row?.there === true;
};

/** Writers keep the tables' names still while they write. */
const writing = (database: Database, work: (tx: Tx, building: boolean) => Promise<void>): Promise<void> =>
  database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${tablesLock})`);
    await work(tx, await isBuilding(tx));
  });

const changingTables = (database: Database, work: (tx: Tx) => Promise<void>): Promise<void> =>
  database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${tablesLock})`);
    await work(tx);
  });

/** The engine that needs no server: tables of the context's own database, full-text search and trigrams. */
export const createPostgresEngine = (database: Database): SearchEngine => ({
  name: 'postgres',
  // The table comes with the migrations.
  prepare: async () => {},

  put: async (documents) => {
    if (documents.length === 0) return;
    await writing(database, async (tx, building) => {
      await writeDocuments(tx, 'document', documents, 'always');
      if (building) await writeDocuments(tx, 'document_next', documents, 'always');
    });
  },

  remove: async (productIds) => {
    if (productIds.length === 0) return;
    await writing(database, async (tx, building) => {
      await tx.execute(sql`delete from document where product_id = any(${textArray(productIds)})`);
      if (building) await tx.execute(sql`delete from document_next where product_id = any(${textArray(productIds)})`);
    });
  },

  search: (request) => searchPage(database, request),
  probe: (selection, most) =>
    countUpTo(database, every([...baseConditions(selection), ...filterConditions(selection.filters).values()]), most),
  count: (selection) => countFacets(database, selection),
  complete: (words, closedShopIds, limit) => completeTitles(database, words, closedShopIds, limit),

  scan: async (after, limit) => [
    ...(await database.orm.execute<IndexedState & Record<string, unknown>>(sql`
      select product_id as "productId", version, digest from document
      where product_id > ${after} order by product_id limit ${limit}`)),
  ],

  startBuild: () =>
    changingTables(database, async (tx) => {
      await tx.execute(sql`drop table if exists document_next`);
      await tx.execute(sql`create table document_next (like document including all)`);
    }),

  fill: async (documents) => {
    if (documents.length === 0) return;
    await writing(database, async (tx, building) => {
      if (building) await writeDocuments(tx, 'document_next', documents, 'older-only');
    });
  },

  swap: () =>
    changingTables(database, async (tx) => {
      if (!(await isBuilding(tx))) return;
      // Searches under way finish on the old table; those that queue behind this must not wait long.
      await tx.execute(sql`set local lock_timeout = '5s'`);
      await tx.execute(sql`drop table document`);
      await tx.execute(sql`alter table document_next rename to document`);
    }),

  stats: async () => {
    const [row] = await database.orm.execute<{ documents: number }>(
      sql`select count(*)::int as documents from document`,
    );
    return { documents: row?.documents ?? 0, building: await isBuilding(database.orm) };
  },
});
