import { describe, expect, it } from 'vitest';
import { type AttributeDefinitionDraft, checkDefinitions } from './check-definitions.ts';
import { checkProduct } from './check-product.ts';
import { isGtin } from './gtin.ts';
import { textIn, toTexts } from './localised-text.ts';
import { orderRows } from './plan-categories.ts';
import { planProduct, type StoredProduct } from './plan-product.ts';
import { type AttributeDefinition, type ProductContent, productLimits } from './product.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';
import { slugOf } from './slug.ts';

const en = (text: string) => [{ locale: 'en', text }];
const draft = (changes: Partial<ProductDraft> = {}): ProductDraft => ({
  externalId: 'e-1',
  titles: en('Teapot'),
  status: 'ACTIVE',
  categoryId: 'cat_1',
  currency: 'EUR',
  variants: [{ sku: 'A', priceMinor: 100n }],
  ...changes,
});
const definition = (changes: Partial<AttributeDefinition>): AttributeDefinition => ({
  categoryId: 'cat_1',
  code: 'x',
  names: { en: 'X' },
  type: 'TEXT',
  unit: null,
  required: false,
  filterable: false,
  choices: [],
  ...changes,
});
const check = (changes: Partial<ProductDraft>, definitions: readonly AttributeDefinition[] = []) =>
  checkProduct(draft(changes), { field: ['products', '3'], categoryId: 'cat_1', definitions });
/** What is wrong with a row of an import, and in which of its fields. */
const wrong = (changes: Partial<ProductDraft>, definitions: readonly AttributeDefinition[] = []): string[] => {
  const checked = check(changes, definitions);
  return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.slice(2).join('.')}`);
};
const content = (changes: Partial<ProductDraft> = {}): ProductContent => {
  const checked = check(changes);
  if (!checked.ok) throw new Error(checked.refusals.map(({ message }) => message).join());
  return checked.value;
};
const variant = (changes: Partial<VariantDraft> = {}): VariantDraft => ({ sku: 'A', priceMinor: 100n, ...changes });
const { titleLength, descriptionLength, locales, attributes, variants, axes, valuesPerAxis } = productLimits;
const axis = (code: string, ...values: string[]) => ({
  code,
  names: en(code),
  values: values.map((value) => ({ code: value, labels: en(value) })),
});

describe('a row of an import', () => {
  it('names the field that is wrong below the row it stands in', () => {
    const checked = check({ gtin: '12' });
    expect(checked).toMatchObject({ ok: false, refusals: [{ field: ['products', '3', 'gtin'] }] });
  });

  it.each<[string, Partial<ProductDraft>, string[]]>([
    ['an id of blanks', { externalId: ' \t' }, ['INVALID_TEXT externalId']],
    ['an id too long', { externalId: 'x'.repeat(129) }, ['INVALID_TEXT externalId']],
    ['a title with NUL', { titles: en('Tea\u0000pot') }, ['INVALID_TEXT titles.0.text']],
    ['a title with half of a character', { titles: en('Tea\ud83dpot') }, ['INVALID_TEXT titles.0.text']],
    ['a title too long', { titles: en('x'.repeat(titleLength + 1)) }, ['INVALID_TEXT titles.0.text']],
    ['a title twice in one language', { titles: [...en('a'), ...en('b')] }, ['DUPLICATE_LOCALE titles.1.locale']],
    [
      'a title twice in one language, differently spelt',
      {
        titles: [
          { locale: 'en-GB', text: 'a' },
          { locale: 'EN-gb', text: 'b' },
        ],
      },
      ['DUPLICATE_LOCALE titles.1.locale'],
    ],
    ['no title', { titles: [] }, ['INVALID_TEXT titles']],
    [
      'a title in too many languages',
      {
        titles: Array.from({ length: locales + 1 }, (_, index) => ({
          locale: `en-${String.fromCharCode(65 + index)}A`,
          text: 'a',
        })),
      },
      ['INVALID_TEXT titles'],
    ],
    [
      'a description too long',
      { descriptions: en('x'.repeat(descriptionLength + 1)) },
      ['INVALID_TEXT descriptions.0.text'],
    ],
    ['a brand too long', { brand: 'x'.repeat(101) }, ['INVALID_TEXT brand']],
    ['a GTIN with a wrong check digit', { gtin: '4006381333932' }, ['INVALID_GTIN gtin']],
    ['a tax category with a blank', { taxCategory: 'books used' }, ['INVALID_CODE taxCategory']],
    ['no variant', { variants: [] }, ['NO_VARIANTS variants']],
    ['a price of nothing', { variants: [variant({ priceMinor: 0n })] }, ['INVALID_PRICE variants.0.priceMinor']],
    ['a price below nothing', { variants: [variant({ priceMinor: -5n })] }, ['INVALID_PRICE variants.0.priceMinor']],
    [
      'a price nobody pays',
      { variants: [variant({ priceMinor: productLimits.priceMinor + 1n })] },
      ['INVALID_PRICE variants.0.priceMinor'],
    ],
    ['stock below nothing', { variants: [variant({ initialOnHand: -1 })] }, ['OUT_OF_RANGE variants.0.initialOnHand']],
    [
      'stock beyond counting',
      { variants: [variant({ initialOnHand: productLimits.units + 1 })] },
      ['OUT_OF_RANGE variants.0.initialOnHand'],
    ],
    [
      'a threshold below nothing',
      { variants: [variant({ lowStockThreshold: -1 })] },
      ['OUT_OF_RANGE variants.0.lowStockThreshold'],
    ],
    [
      'one SKU twice',
      {
        options: [axis('n', '1', '2')],
        variants: ['1', '2'].map((value) => variant({ options: [{ option: 'n', value }] })),
      },
      ['DUPLICATE_SKU variants.1.sku'],
    ],
    [
      'an option of an axis there is not',
      { variants: [variant({ options: [{ option: 'n', value: '1' }] })] },
      ['VARIANT_OPTIONS variants.0.options'],
    ],
    [
      'an axis chosen twice',
      {
        options: [axis('n', '1')],
        variants: [
          variant({
            options: [
              { option: 'n', value: '1' },
              { option: 'n', value: '1' },
            ],
          }),
        ],
      },
      ['VARIANT_OPTIONS variants.0.options'],
    ],
    [
      'more axes than anybody can choose from',
      { options: Array.from({ length: axes + 1 }, (_, index) => axis(`a${index}`, '1')), variants: [] },
      ['TOO_MANY_OPTIONS options', 'NO_VARIANTS variants'],
    ],
    [
      'an axis without values',
      { options: [axis('n')] },
      ['OPTION_VALUES options.0.values', 'VARIANT_OPTIONS variants.0.options'],
    ],
    [
      'an axis named by a blank',
      { options: [axis('N n', '1')], variants: [variant({ options: [{ option: 'N n', value: '1' }] })] },
      ['INVALID_CODE options.0.code'],
    ],
    [
      'an axis twice',
      { options: [axis('n', '1'), axis('n', '1')], variants: [] },
      ['DUPLICATE_CODE options.1.code', 'NO_VARIANTS variants'],
    ],
    [
      'a value twice',
      { options: [axis('n', '1', '1')], variants: [variant({ options: [{ option: 'n', value: '1' }] })] },
      ['DUPLICATE_CODE options.0.values.1.code'],
    ],
  ])('with %s is refused', (_what, changes, found) => expect(wrong(changes)).toEqual(found));

  it('takes what is just within the limits', () => {
    expect(
      wrong({
        externalId: 'x'.repeat(128),
        titles: en('x'.repeat(titleLength)),
        descriptions: en('x'.repeat(descriptionLength)),
        brand: 'x'.repeat(100),
        taxCategory: `reduced_${'x'.repeat(32)}`,
        variants: [
          variant({ priceMinor: productLimits.priceMinor, initialOnHand: productLimits.units, lowStockThreshold: 0 }),
        ],
      }),
    ).toEqual([]);
    expect(wrong({ variants: [variant({ priceMinor: 1n, initialOnHand: 0 })] })).toEqual([]);
  });

  it('with more variants than a page holds says how many, and nothing of each', () => {
    const many = Array.from({ length: variants + 1 }, (_, index) => variant({ sku: `s${index}`, priceMinor: 0n }));
    expect(wrong({ variants: many })).toEqual(['TOO_MANY_VARIANTS variants']);
    expect(
      wrong({ options: [axis('n', ...Array.from({ length: valuesPerAxis + 1 }, (_, at) => `v${at}`))] }),
    ).toContain('OPTION_VALUES options.0.values');
  });

  it('is read leniently where nothing is lost by it', () => {
    expect(
      content({
        brand: ' \u00a0',
        gtin: ' 4006381333931 ',
        titles: en(' Cafe\u0301 '),
        descriptions: null,
        options: null,
      }),
    ).toMatchObject({
      brand: null,
      gtin: '4006381333931',
      titles: { en: 'Café' },
      descriptions: {},
      taxCategory: 'standard',
    });
    expect(content({ gtin: '  ' }).gtin).toBeNull();
    expect(content({ titles: [{ locale: 'RU-ru', text: 'Чайник' }] }).titles).toEqual({ 'ru-RU': 'Чайник' });
  });

  it('of a category there is not says so, and is not held to attributes nobody knows', () => {
    const checked = checkProduct(draft({ attributes: [{ code: 'x', text: 'a' }] }), {
      field: [],
      categoryId: undefined,
      definitions: [],
    });
    expect(checked).toMatchObject({ ok: false, refusals: [{ code: 'UNKNOWN_CATEGORY', field: ['categoryId'] }] });
    expect(checked.ok ? 0 : checked.refusals.length).toBe(1);
  });
});

describe('an attribute of a row', () => {
  const choices = ['red', 'blue'].map((code) => ({ code, labels: { en: code } }));
  const definitions = [
    definition({ code: 'note' }),
    definition({ code: 'weight', type: 'NUMBER' }),
    definition({ code: 'used', type: 'BOOLEAN' }),
    definition({ code: 'colour', type: 'SELECT', choices }),
    definition({ code: 'colours', type: 'MULTI_SELECT', choices }),
  ];
  const attribute = (value: object) => wrong({ attributes: [value as never] }, definitions);

  it.each([
    [{ code: 'note', text: 'old' }],
    [{ code: 'weight', number: 0 }],
    [{ code: 'weight', number: -12.5 }],
    [{ code: 'used', boolean: false }],
    [{ code: 'colour', choices: ['red'] }],
    [{ code: 'colours', choices: ['blue', 'red'] }],
    [{ code: 'note', text: 'old', number: null, choices: null }],
  ])('is taken: %o', (value) => expect(attribute(value)).toEqual([]));

  it.each<[object, string]>([
    [{ code: 'size', text: 'a' }, 'UNKNOWN_ATTRIBUTE attributes.0.code'],
    [{ code: 'constructor', text: 'a' }, 'UNKNOWN_ATTRIBUTE attributes.0.code'],
    [{ code: 'note' }, 'ATTRIBUTE_TYPE attributes.0'],
    [{ code: 'note', number: 1 }, 'ATTRIBUTE_TYPE attributes.0'],
    [{ code: 'weight', text: '12' }, 'ATTRIBUTE_TYPE attributes.0'],
    [{ code: 'used', choices: ['red'] }, 'ATTRIBUTE_TYPE attributes.0'],
    [{ code: 'note', text: '  ' }, 'INVALID_TEXT attributes.0.text'],
    [{ code: 'note', text: 'x'.repeat(productLimits.attributeTextLength + 1) }, 'INVALID_TEXT attributes.0.text'],
    [{ code: 'colour', choices: ['green'] }, 'UNKNOWN_CHOICE attributes.0.choices'],
    [{ code: 'colour', choices: [] }, 'ATTRIBUTE_TYPE attributes.0.choices'],
    [{ code: 'colours', choices: ['red', 'green'] }, 'UNKNOWN_CHOICE attributes.0.choices'],
  ])('is refused: %o', (value, found) => expect(attribute(value)).toEqual([found]));

  it('is given once, and no row has more of them than anybody reads', () => {
    const twice = [
      { code: 'note', text: 'a' },
      { code: 'note', text: 'b' },
    ];
    expect(wrong({ attributes: twice }, definitions)).toEqual(['DUPLICATE_CODE attributes.1.code']);
    const many = Array.from({ length: attributes + 1 }, () => ({ code: 'nobody knows', text: 'a' }));
    expect(wrong({ attributes: many }, definitions)).toEqual(['TOO_MANY_ATTRIBUTES attributes']);
  });

  it('that is required is asked for on sale, also when what was given is no value of it', () => {
    const required = [definition({ code: 'note', required: true })];
    expect(wrong({}, required)).toEqual(['ATTRIBUTE_REQUIRED attributes']);
    expect(wrong({ status: 'ARCHIVED' }, required)).toEqual([]);
    expect(wrong({ attributes: [{ code: 'note', text: ' ' }] }, required)).toEqual(['INVALID_TEXT attributes.0.text']);
  });
});

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

describe('what an import changes', () => {
  let minted = 0;
  const ids = { product: () => `prd_${minted++}`, variant: () => `var_${minted++}` };
  const stored = (): StoredProduct => ({
    ...content(),
    id: 'prd_1',
    version: 4,
    variants: [
      { id: 'var_a', sku: 'A', position: 0, options: {}, priceMinor: 100n, lowStockThreshold: null, removed: false },
      { id: 'var_old', sku: 'OLD', position: 1, options: {}, priceMinor: 90n, lowStockThreshold: null, removed: true },
    ],
  });
  const plan = (changes: Partial<ProductDraft> = {}) => planProduct(content(changes), stored(), ids);

  it('is nothing when everything stands as it is', () => {
    expect(plan()).toMatchObject({ id: 'prd_1', change: 'UNCHANGED', version: 4, writes: [], removedVariantIds: [] });
    // Units to start with are for what is new: an import that repeats them counts nothing.
    expect(plan({ variants: [variant({ initialOnHand: 50 })] }).change).toBe('UNCHANGED');
  });

  it.each<[string, Partial<ProductDraft>]>([
    ['a title', { titles: en('Kettle') }],
    ['a language', { titles: [...en('Teapot'), { locale: 'ru', text: 'Чайник' }] }],
    ['a description', { descriptions: en('New') }],
    ['the brand', { brand: 'Acme' }],
    ['the GTIN', { gtin: '4006381333931' }],
    ['the state', { status: 'DRAFT' }],
    ['the tax category', { taxCategory: 'reduced' }],
    ['the currency', { currency: 'USD' }],
    ['a price', { variants: [variant({ priceMinor: 101n })] }],
    ['a threshold', { variants: [variant({ lowStockThreshold: 5 })] }],
  ])('is one version when it changes %s', (_what, changes) => {
    expect(plan(changes)).toMatchObject({ change: 'UPDATED', version: 5 });
  });

  it('brings a variant back under the id its orders know, without counting its stock anew', () => {
    const back = plan({ variants: [variant({ sku: 'OLD', priceMinor: 90n, initialOnHand: 7 })] });
    expect(back.writes).toMatchObject([{ id: 'var_old', isNew: false, initialOnHand: 0, position: 0 }]);
    expect(back.removedVariantIds).toEqual(['var_a']);
    // It was on nobody's shelf, so no price that anybody saw has changed.
    expect(back.repricedVariantIds).toEqual([]);
  });

  it('counts the stock of what is new', () => {
    const created = planProduct(content({ variants: [variant({ initialOnHand: 7 })] }), undefined, ids);
    expect(created).toMatchObject({ change: 'CREATED', version: 1, countedBefore: null, countedAfter: 'cat_1' });
    expect(created.writes).toMatchObject([{ isNew: true, initialOnHand: 7 }]);
  });

  it('says which prices are others now, and only of what is still on offer', () => {
    expect(plan({ variants: [variant({ priceMinor: 101n })] }).repricedVariantIds).toEqual(['var_a']);
    expect(plan({ currency: 'USD' }).repricedVariantIds).toEqual(['var_a']);
    expect(plan({ titles: en('Kettle') }).repricedVariantIds).toEqual([]);
    expect(plan({ variants: [variant({ sku: 'C', priceMinor: 1n })] }).repricedVariantIds).toEqual([]);
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
