import { actorKey } from '@vitrina/platform/auth';
import { plainRefusal, toPayload } from '@vitrina/platform/result';
import { cleanText } from '../../domain/plain-text.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

const reasonLength = { min: 3, max: 500 };

/** The reason is kept for whoever asks later why money moved by hand. */
export const resumeSaga: MutationResolvers['resumeSaga'] = async (_parent, { input }, { services, identity }) => {
  const reason = cleanText(input.reason) ?? '';
  if (reason.length < reasonLength.min || reason.length > reasonLength.max) {
    return {
      saga: null,
      userErrors: [
        plainRefusal(
          'REASON_REQUIRED',
          ['reason'],
          `Say why, in ${reasonLength.min} to ${reasonLength.max} characters.`,
        ),
      ],
    };
  }
  const { value, userErrors } = toPayload(
    await services.sagas.resume(input.sagaId, { actor: actorKey(identity), reason }),
  );
  if (!value) return { saga: null, userErrors };
  await services.sagas.advanceFor(value.id, services.checkoutWaitMs);
  return { saga: await services.sagas.byId(value.id), userErrors };
};
