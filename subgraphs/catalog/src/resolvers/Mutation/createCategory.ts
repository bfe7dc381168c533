import { actorKey } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createCategory as change } from '../../usecases/change-category.ts';
import { categoryPayload } from '../category-payload.ts';

export const createCategory: MutationResolvers['createCategory'] = async (_root, { input }, ctx) =>
  categoryPayload(ctx, await change(ctx.services, actorKey(ctx.identity), input));
