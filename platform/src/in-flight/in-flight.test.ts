import { describe, expect, it } from 'vitest';
import { InFlight } from './index.ts';

describe('what is under way', () => {
  it('is found by its id until it is deleted, once', () => {
    const running = new InFlight<string>();
    running.set('a', 'first');
    expect([running.has('a'), running.get('a'), running.size]).toEqual([true, 'first', 1]);
    expect([running.delete('a'), running.delete('a')]).toEqual([true, false]);
    expect([running.has('a'), running.get('a'), running.size]).toEqual([false, undefined, 0]);
  });

  it('may be known before there is a value, and is counted once however often it is set', () => {
    const running = new InFlight<string | undefined>();
    running.set('a', undefined);
    expect([running.has('a'), running.get('a')]).toEqual([true, undefined]);
    running.set('a', 'opened');
    expect([running.get('a'), running.size]).toEqual(['opened', 1]);
  });

  it('takes whatever id a client thinks of', () => {
    const running = new InFlight<number>();
    for (const id of ['__proto__', 'constructor', 'hasOwnProperty', '7', '']) {
      expect(running.has(id)).toBe(false);
      running.set(id, id.length);
      expect(running.get(id)).toBe(id.length);
    }
    expect(running.size).toBe(5);
    expect(new Set(running.ids())).toEqual(new Set(['__proto__', 'constructor', 'hasOwnProperty', '7', '']));
  });

  it('may end while it is walked through', () => {
    const running = new InFlight<number>();
    for (const id of ['a', 'b', 'c']) running.set(id, 1);
    for (const id of running.ids()) running.delete(id);
    expect([running.size, running.values()]).toEqual([0, []]);
    running.set('d', 4);
    running.clear();
    expect(running.size).toBe(0);
  });
});
