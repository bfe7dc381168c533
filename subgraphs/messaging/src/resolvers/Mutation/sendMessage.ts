import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { sendMessage as send } from '../../usecases/send-message.ts';
import { languageOf } from '../language.ts';

/** The client's own id makes it safe to repeat, so it needs no idempotency key besides. */
export const sendMessage: MutationResolvers['sendMessage'] = async (_parent, { input }, ctx) => {
  const { value, userErrors } = toPayload(await send(ctx.services, ctx.actor, languageOf(ctx), input));
  return { message: value?.message ?? null, userErrors, replayed: value?.replayed ?? false };
};
