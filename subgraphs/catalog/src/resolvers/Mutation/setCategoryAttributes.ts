import { actorKey } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setCategoryAttributes as change } from '../../usecases/set-category-attributes.ts';
import { categoryPayload } from '../category-payload.ts';

export const setCategoryAttributes: MutationResolvers['setCategoryAttributes'] = async (_root, { input }, ctx) =>
  categoryPayload(ctx, await change(ctx.services, actorKey(ctx.identity), input));
