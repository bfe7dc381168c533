import { newId } from '@vitrina/platform/ids';
import { toPayload } from '@vitrina/platform/result';
import { requireLines, requireReference, requireTtl } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const reserveStock: MutationResolvers['reserveStock'] = async (_root, { input }, ctx) => {
  const command = {
    kind: 'reserve' as const,
    newId: newId('rsv'),
    reference: requireReference(input.reference),
    ttlSeconds: requireTtl(input.ttlSeconds),
    lines: requireLines(input.lines),
  };
  const { value, userErrors } = toPayload(await ctx.services.stock.submit(command));
  return { reservation: value, userErrors };
};
