import { afterAll } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/postgres.ts';
import { jobsContract } from './fixtures/contract-suite.ts';

const databases: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

jobsContract('PostgreSQL', async () => {
  const database = await testDatabase({ empty: true });
  databases.push(database);
  return { kind: 'postgres', url: database.url };
});
