import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setCommission } from '../../usecases/run-shop.ts';
import { toShopPayload } from '../shop-payload.ts';

export const setShopCommission: MutationResolvers['setShopCommission'] = async (
  _root,
  { input },
  { services, actor },
) =>
  toShopPayload(
    await setCommission(services, input.shopId, input.commissionBasisPoints ?? null, requireUser(actor).userId),
  );
