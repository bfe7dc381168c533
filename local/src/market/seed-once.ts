import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { seedMarket } from '../seed/push/index.ts';
import type { LocalConfig } from './local-config.ts';

/** Puts what the seed wrote where it belongs: a server that crashes before it did so by itself recovers for many seconds. */
const checkpoint = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`checkpoint`;
  } catch (error) {
    // A server of the operator's own may not let us; it has its own pace.
    if (!(error instanceof postgres.PostgresError && error.code === '42501')) throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** Seeds the demo the first time; an interrupted seed is run again, because everything it does is an upsert. */
export const seedOnce = async (
  config: LocalConfig,
  { gateway: url, postgres: postgresUrl }: { readonly gateway: string; readonly postgres: string },
  tell: (step: string) => void,
): Promise<void> => {
  if (config.VITRINA_SEED === 'none') return;
  const marker = join(config.dataHome, 'seeded');
  const wanted = `${config.VITRINA_SEED} ${config.VITRINA_SEED_PRODUCTS ?? 'all'}`;
  const done = await readFile(marker, 'utf8').catch(() => '');
  if (done === wanted) return;
  tell('seeding the demo market (the first start only)');
  await seedMarket({ url, products: config.VITRINA_SEED === 'accounts' ? 0 : config.VITRINA_SEED_PRODUCTS, tell });
  await checkpoint(postgresUrl);
  await writeFile(marker, wanted);
};
