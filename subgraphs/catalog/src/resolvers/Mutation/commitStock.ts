import { toPayload } from '@vitrina/platform/result';
import { requireReference } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const commitStock: MutationResolvers['commitStock'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(
    await ctx.services.stock.submit({ kind: 'commit', reference: requireReference(input.reference) }),
  );
  return { reservation: value, userErrors };
};
