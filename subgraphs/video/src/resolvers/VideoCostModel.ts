import { type Money, money } from '@vitrina/platform/money';
import { breakEvenUsers, costOf, providers } from '../domain/cost-model.ts';
import { type MicroUsd, pricePoints } from '../domain/cost-prices.ts';
import type { Resolvers } from '../generated/resolvers.ts';

/** Estimates are rounded to cents at the very end. */
const dollars = (amount: MicroUsd): Money => money(BigInt(Math.round(amount / 10_000)), 'USD');

/** The answer repeats what it was computed for. */
export const VideoCostModel: Resolvers['VideoCostModel'] = {
  users: ({ input }) => input.users,
  month: ({ input }) => input.month,
  providers: ({ input }) =>
    providers
      .map((provider) => ({ ...costOf(provider, input), input }))
      .sort((left, right) => left.total - right.total),
  prices: () => Object.values(pricePoints),
};

/** Amounts in US dollars, as the providers publish them. */
export const VideoProviderCost: Resolvers['VideoProviderCost'] = {
  storage: ({ storage }) => dollars(storage),
  egress: ({ egress }) => dollars(egress),
  requests: ({ requests }) => dollars(requests),
  encoding: ({ encoding }) => dollars(encoding),
  fixed: ({ fixed }) => dollars(fixed),
  total: ({ total }) => dollars(total),
  perThousandUsers: ({ total, input }) => dollars(input.users === 0 ? 0 : (total / input.users) * 1_000),
  breakEvenUsers: ({ provider, input }) => breakEvenUsers(provider, input),
};

/** A unit costs less than a cent, so the price is that of a million. */
export const VideoPriceTier: Resolvers['VideoPriceTier'] = {
  perMillionUnits: ({ microUsd }) => dollars(microUsd * 1_000_000),
};
