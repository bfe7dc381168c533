import { randomUUID } from 'node:crypto';
import { asUser, naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting({ waitMs: 50 });
});
afterAll(() => s.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const { as } = await s.person();
  const goods = await s.variant();
  const cart = await s.add(as, goods);
  const { asked, odd } = await probeTextFields(s, {
    texts: naughtyTexts({ every: 12 }),
    as: [as, asUser('usr_admin', { scopes: ['admin'] })],
    examples: {
      cartId: cart.id,
      variantId: goods,
      lineId: cart.lines[0]?.id,
      idempotencyKey: () => randomUUID(),
      country: 'DE',
      postalCode: '10115',
    },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
