import type { Tx } from '../../database/index.ts';
import type { ConsumerScope } from '../contract.ts';

/**
 * Lets a consumer's events that share a transaction have their effect together: gives a function that a handler calls
 * with what its event says, and `work` gets everything of one transaction at its end, in the order of the events. One
 * question and one statement serve all of them. When `work` fails, each event is tried by itself.
 */
export const gathering = <S, T>(
  work: (scope: Pick<ConsumerScope<S>, 'tx' | 'services' | 'afterCommit'>, items: readonly T[]) => Promise<void>,
): ((scope: ConsumerScope<S>, item: T) => void) => {
  const open = new WeakMap<Tx, T[]>();
  return (scope, item) => {
    const known = open.get(scope.tx);
    if (known) return void known.push(item);
    const items = [item];
    open.set(scope.tx, items);
    scope.beforeCommit(() => work(scope, items));
  };
};
