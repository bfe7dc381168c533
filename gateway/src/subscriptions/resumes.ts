import { Kind } from 'graphql';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';

/** Arguments that say what the reader has seen last: `afterSeq`, `afterVersion`, `afterSequence`. */
const position = /^after[A-Z]/;

/**
 * Tells whether a subscription begins with what was missed. Such a one can be joined by others only until its first
 * event: a later reader with the same position would not get what went before. A selection that cannot be looked
 * through is taken for one.
 */
export const resumesFromPosition = ({ operation }: PreparedOperation, variables: Variables): boolean => {
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) return true;
  return (root.arguments ?? []).some(({ name, value }) => {
    if (!position.test(name.value) || value.kind === Kind.NULL) return false;
    return value.kind !== Kind.VARIABLE || (variables[value.name.value] ?? null) !== null;
  });
};
