import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideHeldMessage as decide } from '../../usecases/decide-held-message.ts';

/** Safe to repeat. */
export const decideHeldMessage: MutationResolvers['decideHeldMessage'] = async (_parent, { input }, ctx) => {
  const { messageId, decision, note } = input;
  const { value, userErrors } = toPayload(
    await decide(ctx.services, { messageId, release: decision === 'RELEASE', note }),
  );
  return { message: value, userErrors };
};
