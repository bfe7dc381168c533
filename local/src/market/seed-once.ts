import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedMarket } from '../seed/push/index.ts';
import type { LocalConfig } from './local-config.ts';

/** Seeds the demo the first time; an interrupted seed is run again, because everything it does is an upsert. */
export const seedOnce = async (config: LocalConfig, url: string, tell: (step: string) => void): Promise<void> => {
  if (config.VITRINA_SEED === 'none') return;
  const marker = join(config.dataHome, 'seeded');
  const wanted = `${config.VITRINA_SEED} ${config.VITRINA_SEED_PRODUCTS ?? 'all'}`;
  const done = await readFile(marker, 'utf8').catch(() => '');
  if (done === wanted) return;
  tell('seeding the demo market (the first start only)');
  await seedMarket({ url, products: config.VITRINA_SEED === 'accounts' ? 0 : config.VITRINA_SEED_PRODUCTS, tell });
  await writeFile(marker, wanted);
};
