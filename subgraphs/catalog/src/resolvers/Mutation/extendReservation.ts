import { toPayload } from '@vitrina/platform/result';
import { requireReference, requireTtl } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const extendReservation: MutationResolvers['extendReservation'] = async (_root, { input }, ctx) => {
  const command = {
    kind: 'extend' as const,
    reference: requireReference(input.reference),
    ttlSeconds: requireTtl(input.ttlSeconds),
  };
  const { value, userErrors } = toPayload(await ctx.services.stock.submit(command));
  return { reservation: value, userErrors };
};
