import { asUser, naughtyTexts, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodPassword, type IdentityTest, identityTest, newPerson } from './fixtures.ts';

let context: IdentityTest;
beforeAll(async () => {
  context = await identityTest({ VITRINA_AUTH_BUDGET_FACTOR: '1000' });
});
afterAll(() => context.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const person = await newPerson(context, 'anna@example.com');
  let count = 0;
  const { asked, odd } = await probeTextFields(context, {
    // Every password costs tens of milliseconds to hash.
    texts: naughtyTexts({ every: 24 }),
    as: [person.as, asUser('usr_admin', { scopes: ['admin'] })],
    examples: {
      userId: person.userId,
      email: () => `somebody${++count}@example.com`,
      password: goodPassword,
      displayName: 'Anna',
      country: 'DE',
    },
  });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
