import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const kitMigrations = new URL('../../migrations/', import.meta.url);

/**
 * Brings one database up to date: first the kit's own tables (outbox, inbox, idempotency, saga), then the context's.
 * Forward only; two processes starting at once wait for each other on an advisory lock.
 */
export const migrate = async (url: string, migrations: URL | undefined): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(hashtext('vitrina.migrate'))`;
    const orm = drizzle(client);
    await runMigrations(orm, {
      migrationsFolder: fileURLToPath(kitMigrations),
      migrationsSchema: 'migration',
      migrationsTable: 'kit_migration',
    });
    if (migrations) {
      await runMigrations(orm, {
        migrationsFolder: fileURLToPath(migrations),
        migrationsSchema: 'migration',
        migrationsTable: 'context_migration',
      });
    }
  } finally {
    await client.end({ timeout: 5 });
  }
};
