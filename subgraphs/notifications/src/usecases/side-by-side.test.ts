import { describe, expect, it } from 'vitest';
import { maxLost, suspectAfter } from '../domain/retry.ts';
import { atOnce, groupsOf } from './side-by-side.ts';

const waiting = (count: number, lost = 0) =>
  Array.from({ length: count }, (_, index) => ({ step: { id: `stp_${index}`, lost } }));

describe('messages that are sent side by side', () => {
  it('keep their order, a group at a time', () => {
    const messages = waiting(2 * atOnce + 1, suspectAfter - 1);
    expect(groupsOf(messages).map(({ length }) => length)).toEqual([atOnce, atOnce, 1]);
    expect(groupsOf(messages).flat()).toEqual(messages);
    expect(groupsOf([])).toEqual([]);
  });

  it('are followed by those that may be what kills workers, one by one', () => {
    const [suspects, others] = [waiting(3, suspectAfter), waiting(atOnce)];
    const groups = groupsOf([...suspects, ...others]);
    expect(groups.map(({ length }) => length)).toEqual([atOnce, 1, 1, 1]);
    expect(groups[0]).toEqual(others);
  });

  it('all come before the one that kills once, long before it is given up', () => {
    const killer = 'stp_40';
    const left = new Set(waiting(atOnce * 3).map(({ step }) => step.id));
    let lost = suspectAfter;
    for (; left.size > 1 && lost < maxLost; lost += 1)
      for (const [one] of groupsOf([...left].map((id) => ({ step: { id, lost } })))) {
        if (one?.step.id === killer) break;
        left.delete(one?.step.id ?? '');
      }
    expect([...left]).toEqual([killer]);
    expect(lost).toBeLessThan(maxLost / 2);
  });
});
