import { defineConfig } from 'drizzle-kit';

/** Conversations and messages; run `npx drizzle-kit generate --name what-it-does` in this folder and read the SQL it writes. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src/store/*.table.ts',
  out: './migrations',
});
