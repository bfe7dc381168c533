import { describe, expect, it } from 'vitest';
import type { Params } from '../message.ts';
import { judgeConditions, type News } from './conditions.ts';

const news = (left: Readonly<Record<string, number>>): News => ({
  messages: new Map(),
  orders: new Map(),
  goods: new Map(
    Object.entries(left).map(([variantId, available]) => [
      variantId,
      { variantId, available, titles: { en: `The ${variantId}`, ru: `Товар ${variantId}` } },
    ]),
  ),
});
const events = (...ids: string[]) => ids.map((variantId) => ({ variantId, available: 9 }));
const told = (
  condition: 'goods-low' | 'goods-sold-out',
  ids: readonly string[],
  left: Readonly<Record<string, number>>,
  count = ids.length,
) => judgeConditions([condition], { all: events(...ids), count }, news(left));
const line = (variantId: string, available: number) => ({
  title: { inLanguages: { en: `The ${variantId}`, ru: `Товар ${variantId}` } },
  available,
});

describe('goods that run low', () => {
  it('are named once each, the least first, with what is left of them now', () => {
    expect(told('goods-low', ['a', 'b', 'a', 'c'], { a: 3, b: 1, c: 2 })).toEqual({
      holds: true,
      facts: { count: 3, lines: [line('b', 1), line('c', 2), line('a', 3)], more: 0, available: 1, subjectId: null },
    });
  });

  it('are not among them when they are sold out by then, which is another message, or not on sale any more', () => {
    expect(told('goods-low', ['a', 'b', 'c'], { a: 3, b: 0 })).toMatchObject({
      facts: { count: 1, lines: [line('a', 3)], more: 0, subjectId: 'a' },
    });
    expect(told('goods-low', ['b', 'c'], { b: 0 })).toEqual({ holds: false, failed: 'goods-low' });
  });

  it('are named up to ten; the others are a number, those of which not even the events were read among them', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `v${index}`);
    const left = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
    const answer = told('goods-low', ids, left, 40);
    expect(answer).toMatchObject({ facts: { count: 40, more: 30 } });
    expect(answer.holds && answer.facts['lines']).toHaveLength(10);
  });
});

describe('goods that are sold out', () => {
  it('are those of which there are none yet', () => {
    expect(told('goods-sold-out', ['a', 'b'], { a: 0, b: 5 })).toMatchObject({
      facts: { count: 1, lines: [line('a', 0)], subjectId: 'a' },
    });
    expect(told('goods-sold-out', ['a'], { a: 5 })).toMatchObject({ holds: false });
  });

  it('are counted, and not named, where their event did not say which they were', () => {
    const all: Params[] = [{}, { available: 2 }];
    expect(judgeConditions(['goods-sold-out'], { all, count: 2 }, news({}))).toEqual({
      holds: true,
      facts: { count: 2, lines: [], more: 0, subjectId: null },
    });
  });
});
