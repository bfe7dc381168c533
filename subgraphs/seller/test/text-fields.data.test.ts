import { asUser, naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type SellerTest, sellerTest } from './fixtures.ts';

let context: SellerTest;
beforeAll(async () => {
  context = await sellerTest();
});
afterAll(() => context.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const shop = await openShop(context);
  const people = [shop.owner, asUser('usr_admin', { scopes: ['admin'] })];
  const { asked, odd } = await probeTextFields(context, {
    texts: naughtyTexts(),
    as: people,
    examples: { shopId: shop.shopId },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
