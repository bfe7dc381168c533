import { actorKey } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { renameCategory as change } from '../../usecases/change-category.ts';
import { categoryPayload } from '../category-payload.ts';

export const renameCategory: MutationResolvers['renameCategory'] = async (_root, { input }, ctx) =>
  categoryPayload(ctx, await change(ctx.services, actorKey(ctx.identity), input));
