import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

describe('migrating a database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase({ empty: true });
  });
  afterAll(() => db.drop());

  const kitTables = async (): Promise<string[]> => {
    const rows = await db.database.orm.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'kit' order by 1`,
    );
    return rows.map((row) => row.name);
  };

  it('makes the kit tables when two processes start at once', async () => {
    await Promise.all([migrate(db.url, undefined), migrate(db.url, undefined)]);
    expect(await kitTables()).toEqual(expect.arrayContaining(['idempotency_key', 'inbox', 'outbox']));
  });

  it('changes nothing when it runs again', async () => {
    const before = await kitTables();
    await migrate(db.url, undefined);
    expect(await kitTables()).toEqual(before);
  });
});
