import { defineConfig } from 'drizzle-kit';

/**
 * The kit's own tables, which every context's database carries in the schema `kit`. Run through the package script
 * `migrations`; the bus has a configuration of its own because it is a database of its own.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/database/tables/*.table.ts',
  out: './migrations',
  casing: 'snake_case',
});
