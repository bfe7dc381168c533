import { asUser, naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goods, openRealGoods, type RealGoods } from './real-goods.ts';

let real: RealGoods;
beforeAll(async () => {
  real = await openRealGoods();
});
afterAll(() => real.context.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const { asked, odd } = await probeTextFields(real.context, {
    texts: naughtyTexts({ every: 3 }),
    as: [asUser('usr_buyer'), asUser('usr_admin', { scopes: ['admin'] })],
    examples: { productId: goods[0]?.productId, query: 'коврик' },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
