import { defineConfig } from 'drizzle-kit';

/** The bus is a database of its own, so its tables and migrations stay apart from the kit's. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/events/bus/*.table.ts',
  out: './bus-migrations',
  casing: 'snake_case',
});
