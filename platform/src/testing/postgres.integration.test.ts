import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './postgres.ts';

describe('a test database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it('carries the tables of the kit', async () => {
    const rows = await db.database.orm.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'kit'`,
    );
    expect(rows.map((row) => row.name)).toContain('outbox');
  });

  it('prepares the statements drizzle runs, inside transactions too', async () => {
    const value = 7;
    await db.database.transaction(async (tx) => {
      await tx.execute(sql`select ${value}::int + 1`);
      const rows = await tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
      expect(rows.map((row) => row.statement)).toContainEqual(expect.stringContaining('+ 1'));
    });
  });
});
