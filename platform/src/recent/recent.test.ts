import { expect, it } from 'vitest';
import { recentContract } from './fixtures/contract-suite.ts';
import { createRecent } from './index.ts';

const store = createRecent({ kind: 'process' });
recentContract('process', () => store);

it('forgets what was not touched for longest when there is too much', async () => {
  const rows = store.rows<string>('long', { rowsPerKey: 10, ttlSeconds: 60, revive: (row) => row });
  const text = 'x'.repeat(1_000_000);
  for (let key = 0; key < 40; key += 1) await rows.add([{ key: `${key}`, position: 1, row: text }]);
  expect(await rows.read('0', 0, 1)).toBeUndefined();
  expect(await rows.read('39', 0, 1)).toEqual([text]);
});
