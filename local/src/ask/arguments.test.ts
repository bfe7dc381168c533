import { describe, expect, it } from 'vitest';
import { pickFrom, readArguments } from './arguments.ts';

describe('the command line of ask', () => {
  it('takes an operation, its variables and who asks', () => {
    expect(readArguments(['Search', '{"query":"коврик"}', '--as', 'buyer', '--pick', 'search.nodes.0'])).toMatchObject({
      operation: 'Search',
      variables: { query: 'коврик' },
      as: 'buyer',
      pick: ['search', 'nodes', '0'],
      count: Number.POSITIVE_INFINITY,
    });
  });

  it('shows how to use it when something does not fit', () => {
    expect(() => readArguments([])).toThrow(/Usage/);
    expect(() => readArguments(['A', '{}', 'extra'])).toThrow(/Usage/);
    expect(() => readArguments(['A', '--count', 'x'])).toThrow(/whole number/);
    expect(() => readArguments(['A', 'not json'])).toThrow(/JSON/);
  });

  it('asks the gateway of this machine at the port it was moved to, or the one named', () => {
    expect(readArguments(['A']).url).toBe('http://127.0.0.1:4000');
    expect(readArguments(['A'], 4_444).url).toBe('http://127.0.0.1:4444');
    expect(readArguments(['A', '--url', 'https://market.example'], 4_444).url).toBe('https://market.example');
  });

  it('picks one value out of an answer, or nothing', () => {
    expect(pickFrom({ a: [{ b: 'c' }] }, ['a', '0', 'b'])).toBe('c');
    expect(pickFrom({ a: null }, ['a', '0', 'b'])).toBeUndefined();
  });
});
