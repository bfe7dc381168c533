import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { assertSpaceFree } from '@vitrina/platform/embedded-postgres';
import type { LocalConfig } from '../market/local-config.ts';
import { postgresFolder } from './data-home.ts';

const megabyte = 1024 * 1024;
/** Fourteen databases and the first write-ahead log. */
const emptyMarketMegabytes = 400;
/** What the demo's goods add, with the write-ahead log they pass through (1 GB at most). */
const seedMegabytes = 1_100;
/** For the log to go on at a later start. */
const laterMegabytes = 100;

/** Says before anything is written how much room the start needs, when the disk has less. */
export const assertRoom = async (config: LocalConfig): Promise<void> => {
  if (config.VITRINA_POSTGRES_URL) return;
  const exists = (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );
  const folder = await postgresFolder(config.dataHome);
  const begun = await exists(join(folder, 'PG_VERSION'));
  const seeded = config.VITRINA_SEED === 'none' || (await exists(join(config.dataHome, 'seeded')));
  const needed = (begun ? laterMegabytes : emptyMarketMegabytes) + (seeded ? 0 : seedMegabytes);
  // A folder of the databases that is elsewhere is checked by whoever makes it.
  await assertSpaceFree(config.dataHome, needed * megabyte);
};
