import { toPayload } from '@vitrina/platform/result';
import { requireReference } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const releaseStock: MutationResolvers['releaseStock'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(
    await ctx.services.stock.submit({ kind: 'release', reference: requireReference(input.reference) }),
  );
  return { reservation: value, userErrors };
};
