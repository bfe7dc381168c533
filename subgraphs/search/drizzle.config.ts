import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-it-does` writes the next migration; read it before it is committed. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src/store/*.table.ts',
  out: './migrations',
});
