import type { Database } from '../database/index.ts';

/** The library's query object; it speaks node-postgres. */
interface NamedQuery {
  readonly text: string;
  readonly values?: readonly unknown[];
}

const schemaName = 'kit';
const tableName = 'rate_limit';

/**
 * Counts in the context's own database over its own pool. The table is unlogged: after a crash of the server budgets
 * start anew, which costs less than writing every count to the log.
 */
export const postgresStore = (database: Database) => {
  const query = async ({ text, values = [] }: NamedQuery) => {
    const rows = await database.sql.unsafe(text, values as never[]);
    return { rows: [...rows], rowCount: rows.count };
  };
  const createTable = (): Promise<unknown> =>
    database.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('vitrina.rate-limit'))`;
      await tx.unsafe(`create schema if not exists ${schemaName}`);
      await tx.unsafe(
        `create unlogged table if not exists ${schemaName}.${tableName} (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
      );
    });

  let prepared: Promise<unknown> | undefined;
  return {
    options: {
      storeClient: { query },
      storeType: 'client',
      schemaName,
      tableName,
      tableCreated: true,
      clearExpiredByTimeout: true,
    },
    prepare: async (): Promise<void> => {
      prepared ??= createTable();
      try {
        await prepared;
      } catch (error) {
        prepared = undefined;
        throw error;
      }
    },
  };
};
