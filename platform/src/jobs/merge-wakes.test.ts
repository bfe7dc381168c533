import { describe, expect, it } from 'vitest';
import { createMerger } from './merge-wakes.ts';

/** Additions that end when they are told to. */
const slowQueue = () => {
  const added: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const add = (what: string) => (): Promise<void> => {
    added.push(what);
    return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
  };
  return { added, add, end: (error?: Error) => ends.shift()?.(error) };
};

describe('additions under one key', () => {
  it('that come while one is under way become one, with the latest data', async () => {
    const { added, add, end } = slowQueue();
    const merge = createMerger();
    const first = merge('due', add('first'));
    const others = ['second', 'third', 'fourth'].map((what) => merge('due', add(what)));
    expect(added).toEqual(['first']);
    end();
    await first;
    await expect.poll(() => added).toEqual(['first', 'fourth']);
    end();
    await Promise.all(others);
    expect(added).toHaveLength(2);
  });

  it('under different keys do not wait for each other', () => {
    const { added, add } = slowQueue();
    const merge = createMerger();
    void merge('one', add('one'));
    void merge('two', add('two'));
    expect(added).toEqual(['one', 'two']);
  });

  it('fail for those who share the one that failed, and for nobody else', async () => {
    const { added, add, end } = slowQueue();
    const merge = createMerger();
    const first = merge('due', add('first'));
    const shared = Promise.allSettled([merge('due', add('second')), merge('due', add('third'))]);
    end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await expect.poll(() => added).toHaveLength(2);
    end(new Error('still away'));
    expect((await shared).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = merge('due', add('later'));
    await expect.poll(() => added).toHaveLength(3);
    end();
    await later;
  });
});
