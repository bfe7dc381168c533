import { createMeilisearchEngine } from '../src/engine/meilisearch/meilisearch-engine.ts';
import { describeEngine } from './engine-contract.ts';

const url = process.env['VITRINA_MEILISEARCH_URL'];
if (!url)
  throw new Error(
    'VITRINA_MEILISEARCH_URL is not set: give the address of a Meilisearch server for tests (its indexes "products" and "products_next" are emptied), and VITRINA_MEILISEARCH_KEY if it wants a key.',
  );

describeEngine('on Meilisearch', async () => {
  const engine = createMeilisearchEngine({ url, key: process.env['VITRINA_MEILISEARCH_KEY'] });
  await engine.prepare();
  await engine.startBuild();
  await engine.swap();
  return { engine, close: async () => {} };
});
