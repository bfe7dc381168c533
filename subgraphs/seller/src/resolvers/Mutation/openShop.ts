import { requireUser } from '@vitrina/platform/auth';
import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { shops } from '../../queries/loaders.ts';
import { openShop as open } from '../../usecases/open-shop.ts';

export const openShop: MutationResolvers['openShop'] = async (_root, { input }, ctx) => {
  const { services, actor, idempotency, loaders } = ctx;
  invariant(idempotency, 'openShop is @idempotent.');
  const { shopId, refusals, replayed } = await open(services, idempotency, requireUser(actor).userId, {
    ...input,
    descriptions: input.descriptions ?? [],
    returnWindowDays: input.returnWindowDays ?? 14,
  });
  return {
    shop: shopId === null ? null : await loaders.one(shops).clear(shopId).load(shopId),
    userErrors: refusals,
    replayed,
  };
};
