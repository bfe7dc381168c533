import { describe, expect, it } from 'vitest';
import { checkProduct } from './check-product.ts';
import { definition, draft, en } from './fixtures/import-forms.ts';
import { type AttributeDefinition, type ProductContent, productLimits } from './product.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';

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
