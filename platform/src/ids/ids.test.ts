import { expect, it } from 'vitest';
import { isId, newId } from './index.ts';

it('mints ids that carry their kind and sort by time', async () => {
  const first = newId('ord');
  await new Promise((resolve) => setTimeout(resolve, 2));
  const second = newId('ord');
  expect(first).toMatch(/^ord_[0-9a-z]{26}$/);
  expect(first < second).toBe(true);
});

it('recognises its own and nothing else', () => {
  const id = newId('shp');
  expect(isId(id, 'shp')).toBe(true);
  expect(isId(id, 'ord')).toBe(false);
  for (const odd of ['', 'shp', 'shp_', 'shp_zzzzzzzzzzzzzzzzzzzzzzzzzz', `${id}x`, "shp_'; drop table", '\u0000']) {
    expect(isId(odd, 'shp')).toBe(false);
  }
});
