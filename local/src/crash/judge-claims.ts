import type { Claim, Evidence, GroupFact } from './evidence.ts';
import { groupedBy, type Violation, violation } from './violation.ts';

const judgeEnd = (claim: Claim, { id, phase }: GroupFact): Violation[] => {
  if (phase !== 'SETTLED' && phase !== 'CANCELLED') return [];
  if (claim.mustEnd !== null && phase !== claim.mustEnd)
    return [violation('outcome', `group ${id} (key ${claim.key}) ended ${phase} and had to end ${claim.mustEnd}`)];
  if (claim.mustEnd === null) return [];
  const told = claim.status === 'CONFIRMED' ? 'SETTLED' : claim.status === 'REFUSED' ? 'CANCELLED' : phase;
  return told === phase
    ? []
    : [violation('outcome', `the buyer of group ${id} was told ${claim.status}, it is ${phase}`)];
};

/** Every client got an answer, the answer is true, and one request made one purchase however often it was sent. */
export const judgeClaims = ({ groups }: Evidence, claims: readonly Claim[]): Violation[] => {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const byCart = groupedBy(groups, ({ cartId }) => cartId ?? undefined);
  return claims.flatMap((claim) => {
    const made = byCart.get(claim.cartId) ?? [];
    if (made.length > 1)
      return [
        violation('outcome', `key ${claim.key} made ${made.length} groups: ${made.map(({ id }) => id).join(', ')}`),
      ];
    if (claim.status === null && claim.groupId === null)
      return [
        violation('lost', `key ${claim.key} never got an answer (${made.map(({ id }) => id).join() || 'no group'})`),
      ];
    if (claim.groupId === null)
      return made.map(({ id }) => violation('outcome', `key ${claim.key} was refused, yet there is group ${id}`));
    const group = byId.get(claim.groupId);
    return group ? judgeEnd(claim, group) : [violation('lost', `group ${claim.groupId} (key ${claim.key}) is gone`)];
  });
};
