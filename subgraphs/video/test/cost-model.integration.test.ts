import { afterAll, beforeAll, expect, it } from 'vitest';
import { admin, editor, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

const document = `query ($input: VideoCostModelInput! = {}) { videoCostModel(input: $input) {
  users month providers { provider total { amountMinor currency } perThousandUsers { amountMinor } breakEvenUsers } prices { source readOn tiers { perMillionUnits { amountMinor } } } } }`;

interface Answer {
  readonly videoCostModel: {
    readonly users: number;
    readonly providers: {
      readonly provider: string;
      readonly total: { readonly amountMinor: string };
      readonly breakEvenUsers: number | null;
    }[];
    readonly prices: { readonly source: string; readonly readOn: string | null }[];
  };
}

it('answers admins for ten million users by default, cheapest first, with every price’s source', async () => {
  const { data, errors } = await test.context.ask<Answer>(document, {}, { as: admin });
  expect(errors).toBeUndefined();
  const { users, providers, prices } = data?.videoCostModel ?? { users: 0, providers: [], prices: [] };
  expect(users).toBe(10_000_000);
  expect(providers.map(({ provider }) => provider)).toEqual(['R2', 'R2_BUNNY', 'S3_CLOUDFRONT', 'CLOUDFLARE_STREAM']);
  expect(providers.at(-1)).toMatchObject({ total: { amountMinor: '23025000', currency: 'USD' }, breakEvenUsers: null });
  expect(prices.every(({ source }) => source.startsWith('https://'))).toBe(true);
});

it('computes for the market that is asked about, and refuses one that cannot be', async () => {
  const ask = (input: object) => test.context.ask<Answer>(document, { input }, { as: admin });
  const small = await ask({ users: 0, videos: 0, fixedMonthlyMinor: '0' });
  expect(small.data?.videoCostModel.providers.map(({ total }) => total.amountMinor)).toEqual(['0', '0', '0', '0']);
  const wrong = await ask({ ladder: [{ bitsPerSecond: 1_000, watchedShare: 0.4 }] });
  expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['input', 'ladder'] });
  const forStaff = await test.context.ask(document, {}, { as: editor });
  expect(forStaff.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
