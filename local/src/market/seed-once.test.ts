import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { objectsSecret } from './keys.ts';
import { readLocalConfig } from './local-config.ts';
import { seedOnce } from './seed-once.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vitrina-seed-once-'));
});
afterEach(() => rm(home, { recursive: true }));

/** Over a gateway that is not there: whatever is really seeded fails. */
const seed = async (env: Record<string, string>): Promise<string[]> => {
  const told: string[] = [];
  const nowhere = { gateway: 'http://127.0.0.1:9', postgres: 'postgres://127.0.0.1:9/none' };
  const config = readLocalConfig({ VITRINA_DATA_HOME: home, ...env });
  await seedOnce(config, nowhere, (step) => told.push(step)).catch(({ message }: Error) => told.push(message));
  return told;
};
const begun = ['seeding the demo market (the first start only)', 'fetch failed'];

it('seeds nothing where nothing is wanted, and never a second time what was seeded', async () => {
  expect(await seed({ VITRINA_SEED: 'none' })).toEqual([]);
  await writeFile(join(home, 'seeded'), 'demo 5');
  expect(await seed({ VITRINA_SEED_PRODUCTS: '5' })).toEqual([]);
});

it('seeds again when other goods are wanted, or when the seed before was interrupted', async () => {
  await writeFile(join(home, 'seeded'), 'accounts all');
  expect(await seed({ VITRINA_SEED_PRODUCTS: '5' })).toEqual(begun);
  // It failed, so what was seeded is what was there before.
  expect(await readFile(join(home, 'seeded'), 'utf8')).toBe('accounts all');
  expect(await seed({ VITRINA_SEED: 'accounts' })).toEqual([]);
  await rm(join(home, 'seeded'));
  expect(await seed({ VITRINA_SEED: 'accounts' })).toEqual(begun);
  expect(await seed({ VITRINA_SEED: 'accounts' })).toEqual(begun);
});

it('makes the secret of the object store once, whoever asks first', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => objectsSecret(home)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(43);
  expect(await objectsSecret(home)).toBe(secrets[0]);
  expect(await readdir(home)).toEqual(['objects-secret']);
});

it('makes a secret anew of which a kill has left an empty file', async () => {
  await writeFile(join(home, 'objects-secret'), '');
  const secret = await objectsSecret(home);
  expect(secret).toHaveLength(43);
  expect(await objectsSecret(home)).toBe(secret);
});
