import { describe, expect, it } from 'vitest';
import type { Tx } from '../../database/index.ts';
import type { ConsumerScope } from '../contract.ts';
import { gathering } from './gathering.ts';

/** A transaction's scope, and what its handlers left for its end. */
const scopeOf = () => {
  const last: (() => Promise<void>)[] = [];
  const scope: ConsumerScope<string> = {
    tx: {} as Tx,
    services: 'services',
    beforeCommit: (work) => void last.push(work),
    afterCommit: () => {},
  };
  return { scope, last };
};

describe('gathering', () => {
  it('gives what the events of one transaction say to one piece of work, in their order', async () => {
    const given: (readonly number[])[] = [];
    const take = gathering<string, number>(async (_scope, items) => void given.push([...items]));
    const [one, other] = [scopeOf(), scopeOf()];
    for (const item of [1, 2, 3]) take(one.scope, item);
    take(other.scope, 4);
    expect([one.last.length, other.last.length, given.length]).toEqual([1, 1, 0]);
    for (const work of [...one.last, ...other.last]) await work();
    expect(given).toEqual([[1, 2, 3], [4]]);
  });

  it('keeps two kinds of work in one transaction apart', async () => {
    const given: string[] = [];
    const paid = gathering<string, string>(async (_scope, items) => void given.push(`paid ${items.join()}`));
    const made = gathering<string, string>(async (_scope, items) => void given.push(`made ${items.join()}`));
    const { scope, last } = scopeOf();
    made(scope, 'a');
    paid(scope, 'a');
    made(scope, 'b');
    for (const work of last) await work();
    expect(given).toEqual(['made a,b', 'paid a']);
  });
});
