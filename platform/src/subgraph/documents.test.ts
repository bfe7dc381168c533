import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentStore } from './documents.ts';

const schema = buildSchema(`
  type Query { sum(a: Int!, b: Int! = 2): Int! }
  type Subscription { tick: Int! }
`);

describe('documents', () => {
  it('are prepared once, each operation of one by itself', () => {
    const prepare = documentStore(schema);
    const both = 'query A { sum(a: 1) } query B($b: Int! = 3) { sum(a: 1, b: $b) }';
    expect(prepare(both, 'A')).toBe(prepare(both, 'A'));
    expect(prepare(both, 'A').defaults).toEqual({});
    expect(prepare(both, 'B').defaults).toEqual({ b: 3 });
  });

  it('run compiled, per event for a subscription', async () => {
    const prepare = documentStore(schema);
    const sum = prepare('query ($a: Int!) { sum(a: $a) }', undefined).compiled;
    expect(await sum?.query({ sum: 42 }, {}, { a: 40 })).toEqual({ data: { sum: 42 } });
    const tick = prepare('subscription { tick }', undefined).compiled;
    expect(await tick?.query({ tick: 7 }, {}, {})).toEqual({ data: { tick: 7 } });
  });

  it('that make no sense are kept with what is wrong with them', () => {
    const prepare = documentStore(schema);
    const { errors, compiled } = prepare('{ sums }', undefined);
    expect([errors[0]?.message, compiled]).toEqual([expect.stringContaining('sums'), undefined]);
    expect(() => prepare('{', undefined)).toThrow('Syntax Error');
  });
});
