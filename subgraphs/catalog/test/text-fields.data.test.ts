import { naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { admin, editor, type Market, openMarket, productInput, shopId } from './market.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const categoryId = await market.category('Kitchen');
  const product = await market.product(productInput(categoryId));
  const { asked, odd } = await probeTextFields(market, {
    texts: naughtyTexts({ every: 20 }),
    as: [editor, admin],
    examples: {
      shopId,
      categoryId,
      productId: product.id,
      variantId: product.variants.nodes[0]?.id ?? '',
      'LocalisedTextInput.locale': 'en',
      'ProductInput.variants': [{ sku: 'TEA-1', priceMinor: '1' }],
    },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
