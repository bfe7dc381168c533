import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { editMessage as edit } from '../../usecases/edit-message.ts';
import { languageOf } from '../language.ts';

/** Only its author edits a message, whoever else answers for the same shop. */
export const editMessage: MutationResolvers['editMessage'] = async (_parent, { input }, ctx) => {
  const { value, userErrors } = toPayload(await edit(ctx.services, ctx.actor, languageOf(ctx), input));
  return { message: value, userErrors };
};
