import { naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LandingMarket, openLandingMarket } from './landing-market.ts';
import { admin, editor, goods, shopId } from './setting.ts';

let market: LandingMarket;
beforeAll(async () => {
  market = await openLandingMarket();
});
afterAll(() => market.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const videoId = await market.publicVideo();
  const { id: landingId } = await market.create();
  const { asked, odd } = await probeTextFields(market, {
    texts: naughtyTexts({ every: 12 }),
    as: [editor, admin],
    examples: { shopId, videoId, landingId, productId: goods.mug, locale: 'en', language: 'en', templateCode: 'blank' },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
