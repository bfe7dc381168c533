import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultDocumentLimits, readDocument } from './document-shape.ts';

const limits = { ...defaultDocumentLimits, rootFields: 4, depth: 3, aliases: 2 };
/** What was refused about a document, or `fits`. */
const verdict = (text: string): unknown => {
  const read = readDocument(text, limits);
  return read instanceof GraphQLError ? (read.extensions['of'] ?? read.extensions['code']) : 'fits';
};
/** Each fragment spreads the next one twice; `last` stands in the innermost. */
const doubling = (levels: number, last: string): string =>
  Array.from(
    { length: levels },
    (_, at) => `fragment F${at} on Query { ${at === levels - 1 ? last : `...F${at + 1} ...F${at + 1}`} }`,
  ).join(' ');

describe('the shape of a document', () => {
  it.each([
    ['{ a b c d }', 'fits'],
    ['{ a b c d e }', 'root fields'],
    ['{ a ... on Query { b c d } }', 'fits'],
    ['{ a ... on Query { b ... { c d e } } }', 'root fields'],
    ['{ a ...F } fragment F on Query { b c d }', 'fits'],
    ['{ ...F ...F a } fragment F on Query { b c }', 'root fields'],
    ['{ a { x y } b { x y } }', 'fits'],
  ])('of %s counts root fields wherever they are written', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it.each([
    ['{ a { b { c } } }', 'fits'],
    ['{ a { b { c { d } } } }', 'levels'],
    ['{ a { ...F } } fragment F on A { b { c { d } } }', 'levels'],
    ['{ __schema { types { fields { type { name } } } } }', 'fits'],
    ['{ x: a y: a }', 'fits'],
    ['{ x: a y: a z: a }', 'aliases'],
    ['{ ...F ...F } fragment F on Query { x: a y: b }', 'aliases'],
  ])('of %s is measured through fragments', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it('refuses aliases that every object has already, however deep, and leaves mistakes to validation', () => {
    expect(verdict('{ a { toString: b } }')).toBe('BAD_REQUEST');
    expect(verdict('{ ...F } fragment F on Query { a { __proto__: b } }')).toBe('BAD_REQUEST');
    expect(verdict('{ ...Missing }')).toBe('fits');
    expect(verdict('{ ...F } fragment F on Query { a ...F }')).toBe('fits');
    expect(verdict('{ a(')).toBe('GRAPHQL_PARSE_FAILED');
  });

  it.each([
    ['a field', 'a'],
    ['a fragment that is not there', '...Missing'],
    ['a circle', '...F0'],
  ])('is refused at once when fragments double over and over, with %s at their end', (_what, last) => {
    expect(verdict(`{ ...F0 } ${doubling(300, last)}`)).toBe('fields once its fragments are spread');
    expect(verdict(`{ __schema { ...F0 } } ${doubling(300, last)}`)).toBe('fields once its fragments are spread');
  });
});
