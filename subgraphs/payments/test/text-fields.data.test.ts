import { randomUUID } from 'node:crypto';
import { asUser, naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const { asked, odd } = await probeTextFields(market, {
    texts: naughtyTexts({ every: 24 }),
    as: [asUser('usr_buyer'), asUser('usr_admin', { scopes: ['admin'] })],
    examples: { idempotencyKey: () => randomUUID(), providerToken: 'pm_card_visa' },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
