import { describe, expect, it } from 'vitest';
import { type AttributeDefinitionDraft, checkDefinitions } from './check-definitions.ts';
import { isGtin } from './gtin.ts';
import { textIn, toTexts } from './localised-text.ts';
import { orderRows } from './plan-categories.ts';
import { slugOf } from './slug.ts';

const en = (text: string) => [{ locale: 'en', text }];

describe('definitions of attributes', () => {
  const define = (...drafts: Partial<AttributeDefinitionDraft>[]) =>
    checkDefinitions(
      drafts.map((changes): AttributeDefinitionDraft => ({ code: 'a', names: en('A'), type: 'TEXT', ...changes })),
      'cat_1',
    );
  const found = (...drafts: Partial<AttributeDefinitionDraft>[]) => {
    const checked = define(...drafts);
    return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
  };
  const choice = (code: string) => ({ code, labels: en(code) });

  it.each<[string, Partial<AttributeDefinitionDraft>[], string[]]>([
    ['one code twice', [{}, {}], ['DUPLICATE_CODE attributes.1.code']],
    ['a code that begins with a sign', [{ code: '-a' }], ['INVALID_CODE attributes.0.code']],
    ['a code in capitals', [{ code: 'Size' }], ['INVALID_CODE attributes.0.code']],
    ['a code too long', [{ code: 'x'.repeat(65) }], ['INVALID_CODE attributes.0.code']],
    ['a unit too long', [{ unit: 'x'.repeat(21) }], ['INVALID_TEXT attributes.0.unit']],
    ['options of a number', [{ type: 'NUMBER', choices: [choice('a')] }], ['CHOICES attributes.0.choices']],
    ['no options to choose from', [{ type: 'MULTI_SELECT', choices: null }], ['CHOICES attributes.0.choices']],
    [
      'an option twice',
      [{ type: 'SELECT', choices: [choice('a'), choice('a')] }],
      ['DUPLICATE_CODE attributes.0.choices.1.code'],
    ],
    [
      'an option that nobody can read',
      [{ type: 'SELECT', choices: [{ code: 'a', labels: [] }] }],
      ['INVALID_TEXT attributes.0.choices.0.labels'],
    ],
  ])('with %s are refused', (_what, drafts, codes) => expect(found(...drafts)).toEqual(codes));

  it('are at most a hundred, each with at most a thousand options', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `c${index}` }));
    expect(found(...many(100))).toEqual([]);
    expect(found(...many(101))).toEqual(['TOO_MANY_ATTRIBUTES attributes']);
    const options = (count: number) => ({
      type: 'SELECT' as const,
      choices: many(count).map(({ code }) => choice(code)),
    });
    expect(found(options(1_000))).toEqual([]);
    expect(found(options(1_001))).toEqual(['CHOICES attributes.0.choices']);
  });

  it('ask for nothing and filter by nothing unless they say so', () => {
    expect(define({ unit: ' kg ' }, { code: 'b', required: true, filterable: true })).toMatchObject({
      ok: true,
      value: [
        { code: 'a', unit: 'kg', required: false, filterable: false, categoryId: 'cat_1' },
        { code: 'b', unit: null, required: true, filterable: true },
      ],
    });
  });
});

describe('the rows of a taxonomy', () => {
  const row = (externalId: string, parentExternalId?: string | null) => ({
    externalId,
    parentExternalId,
    names: en(externalId || 'x'),
  });
  const ordered = (...rows: ReturnType<typeof row>[]) => {
    const { ordered: kept, refused } = orderRows(rows, 200);
    return {
      kept: kept.map(({ externalId }) => externalId),
      refused: Object.fromEntries([...refused].map(([index, [first]]) => [index, first?.code])),
    };
  };

  it('wait for their parents, and those whose parents are not in the call come first of all', () => {
    expect(ordered(row('leaf', 'twig'), row('root'), row('twig', 'branch'), row('branch', 'known before'))).toEqual({
      kept: ['root', 'branch', 'twig', 'leaf'],
      refused: {},
    });
  });

  it('that are each other’s parents are refused, each by its place, and take no other down', () => {
    expect(ordered(row('a', 'b'), row('b', 'a'), row('self', 'self'), row('c'), row('d', 'c'))).toEqual({
      kept: ['c', 'd'],
      refused: { 0: 'CYCLE', 1: 'CYCLE', 2: 'CYCLE' },
    });
    // What hangs below a circle has no place in the tree either.
    expect(ordered(row('a', 'a'), row('below', 'a')).kept).toEqual([]);
  });

  it('stand once in a call: the first one counts', () => {
    expect(ordered(row('a'), row('b'), row(' a '))).toEqual({
      kept: ['a', 'b'],
      refused: { 2: 'DUPLICATE_EXTERNAL_ID' },
    });
  });

  it('that make no sense are refused by themselves', () => {
    const { refused, ordered: kept } = orderRows(
      [row(''), row('a', 'x'.repeat(65)), { ...row('b'), names: [] }, row('c')],
      200,
    );
    expect(kept.map(({ externalId, index }) => [externalId, index])).toEqual([['c', 3]]);
    expect([...refused].map(([index, all]) => [index, ...all.map(({ field }) => field.join('.'))])).toEqual([
      [0, 'categories.0.externalId'],
      [1, 'categories.1.parentExternalId'],
      [2, 'categories.2.names'],
    ]);
  });

  it('of a deep branch, sent from the leaf up, are put in order', () => {
    const chain = Array.from({ length: 300 }, (_, depth) => row(`n${depth}`, depth === 0 ? null : `n${depth - 1}`));
    expect(ordered(...chain.toReversed()).kept).toEqual(chain.map(({ externalId }) => externalId));
  });
});

describe('small things an import relies on', () => {
  it.each(['96385074', '00012345678905', '4006381333931'])('%s is a GTIN', (gtin) => expect(isGtin(gtin)).toBe(true));
  it.each([' 4006381333931', '400638133393', '4006381333931 ', '٤٠٠٦٣٨١٣٣٣٩٣١', '40063813339310000'])(
    '%j is none',
    (gtin) => expect(isGtin(gtin)).toBe(false),
  );

  it('writes no address longer than anybody types, and never ends one in a hyphen', () => {
    const slug = slugOf(`${'a'.repeat(79)} & b`);
    expect(slug).toBe('a'.repeat(79));
    expect(slugOf('x'.repeat(500))).toHaveLength(80);
    expect(slugOf('щ'.repeat(100)).length).toBeLessThanOrEqual(80);
    expect(slugOf('---')).toBe('category');
  });

  it('reads no text by a name of the language it is written in', () => {
    expect(textIn({ en: 'Teapot' }, 'constructor')).toBe('Teapot');
    expect(toTexts({ ru: 'б', en: 'a' })).toEqual([
      { locale: 'en', text: 'a' },
      { locale: 'ru', text: 'б' },
    ]);
  });
});
