import { canInShop } from '@vitrina/platform/auth';
import { money } from '@vitrina/platform/money';
import { escrowState, heldMinor, holdReasons } from '../domain/escrow.ts';
import type { EscrowResolvers } from '../generated/resolvers.ts';

/** State and hold reasons follow from the facts on the row; none of them is stored. */
export const Escrow: EscrowResolvers = {
  id: ({ part }) => part.id,
  state: ({ part }) => escrowState(part),
  amount: ({ part }) => money(part.amountMinor, part.currency),
  held: ({ part }) => money(heldMinor(part), part.currency),
  holdReasons: ({ part }) => holdReasons(part),
  releasedAt: ({ part }) => part.releasedAt,
  /** What a shop pays the market is between the two. */
  commission: ({ part }, _args, { actor }) =>
    part.frozenAt && canInShop(actor, part.shopId, 'payments:read') ? part : null,
};
