import { defineConfig } from 'drizzle-kit';

/** Tables of this context; migrations are generated with `npx drizzle-kit generate --name <what-it-does>`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/store/*.table.ts',
  out: './migrations',
  casing: 'snake_case',
});
