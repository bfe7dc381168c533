import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinitions } from './check-definitions.ts';
import { checkProduct } from './check-product.ts';
import { checkStockLines } from './check-stock-lines.ts';
import { definition, draft, en } from './fixtures/import-forms.ts';
import { orderRows } from './plan-categories.ts';
import { planProduct, type StoredProduct } from './plan-product.ts';
import type { AttributeDefinition, ProductContent } from './product.ts';
import type { ProductDraft } from './product-draft.ts';

const axis = (code: string, ...values: string[]) => ({
  code,
  names: en(code),
  values: values.map((value) => ({ code: value, labels: en(value) })),
});

const check = (changes: Partial<ProductDraft>, definitions: readonly AttributeDefinition[] = []) =>
  checkProduct(draft(changes), { field: [], categoryId: 'cat_1', definitions });
const content = (changes: Partial<ProductDraft> = {}): ProductContent => {
  const checked = check(changes);
  if (!checked.ok) throw new Error(checked.refusals.map(({ message }) => message).join());
  return checked.value;
};
const codes = (result: ReturnType<typeof check>): string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

/** What a read of the product would give after the plan was written. */
const stored = (plan: ReturnType<typeof planProduct>, before?: StoredProduct): StoredProduct => {
  const variants = new Map(
    before?.variants.map((variant) => [
      variant.id,
      { ...variant, removed: variant.removed || plan.removedVariantIds.includes(variant.id) },
    ]),
  );
  for (const { isNew: _isNew, initialOnHand: _units, ...variant } of plan.writes)
    variants.set(variant.id, { ...variant, removed: false });
  return { ...plan.content, id: plan.id, version: plan.version, variants: [...variants.values()] };
};
let minted = 0;
const ids = { product: () => `prd_${minted++}`, variant: () => `var_${minted++}` };

describe('checking a product', () => {
  it('gives equal products one form, whatever the order and spacing they come in', () => {
    const one = check(
      {
        titles: [...en(' Teapot '), { locale: 'ru', text: 'Чайник' }],
        attributes: [
          { code: 'a', text: 'x' },
          { code: 'b', number: 1 },
        ],
      },
      [definition({ code: 'a' }), definition({ code: 'b', type: 'NUMBER' })],
    );
    const two = check(
      {
        titles: [{ locale: 'ru', text: 'Чайник' }, ...en('Teapot')],
        attributes: [
          { code: 'b', number: 1 },
          { code: 'a', text: 'x' },
        ],
      },
      [definition({ code: 'a' }), definition({ code: 'b', type: 'NUMBER' })],
    );
    expect(one).toEqual(two);
  });

  it('collects everything that is wrong at once', () => {
    expect(
      codes(check({ titles: [], gtin: '1', taxCategory: 'Books!', variants: [{ sku: ' ', priceMinor: 0n }] })),
    ).toEqual(['INVALID_TEXT', 'INVALID_GTIN', 'INVALID_CODE', 'INVALID_TEXT', 'INVALID_PRICE']);
  });

  it('wants every combination once and every axis chosen', () => {
    const options = [axis('size', 's', 'm'), axis('colour', 'red')];
    const variant = (sku: string, size: string) => ({
      sku,
      priceMinor: 1n,
      options: [
        { option: 'size', value: size },
        { option: 'colour', value: 'red' },
      ],
    });
    expect(codes(check({ options, variants: [variant('A', 's'), variant('B', 'm')] }))).toEqual([]);
    expect(codes(check({ options, variants: [variant('A', 's'), variant('B', 's')] }))).toEqual(['DUPLICATE_OPTIONS']);
    expect(codes(check({ options, variants: [variant('A', 'xl')] }))).toEqual(['VARIANT_OPTIONS']);
    expect(
      codes(check({ options, variants: [{ sku: 'A', priceMinor: 1n, options: [{ option: 'size', value: 's' }] }] })),
    ).toEqual(['VARIANT_OPTIONS']);
  });

  it('takes 2,048 variants and wants required attributes only on sale', () => {
    const values = Array.from({ length: 2_048 }, (_, nth) => `v${nth}`);
    const many = {
      options: [axis('n', ...values)],
      variants: values.map((value) => ({ sku: value, priceMinor: 1n, options: [{ option: 'n', value }] })),
    };
    expect(codes(check(many))).toEqual([]);
    const required = [definition({ required: true })];
    expect([codes(check({}, required)), codes(check({ status: 'DRAFT' }, required))]).toEqual([
      ['ATTRIBUTE_REQUIRED'],
      [],
    ]);
  });

  it('holds attribute values to their types', () => {
    const choices = [
      { code: 'red', labels: { en: 'Red' } },
      { code: 'blue', labels: { en: 'Blue' } },
    ];
    const definitions = [
      definition({ code: 'one', type: 'SELECT', choices }),
      definition({ code: 'some', type: 'MULTI_SELECT', choices }),
      definition({ code: 'yes', type: 'BOOLEAN' }),
    ];
    const attribute = (value: object) => codes(check({ attributes: [value as never] }, definitions));
    expect(attribute({ code: 'some', choices: ['red', 'blue'] })).toEqual([]);
    expect(attribute({ code: 'yes', boolean: false })).toEqual([]);
    expect(attribute({ code: 'one', choices: ['red', 'blue'] })).toEqual(['ATTRIBUTE_TYPE']);
    expect(attribute({ code: 'some', choices: [] })).toEqual(['ATTRIBUTE_TYPE']);
    expect(attribute({ code: 'some', choices: ['red', 'red'] })).toEqual(['DUPLICATE_CODE']);
    expect(attribute({ code: 'yes', boolean: true, text: 'also' })).toEqual(['ATTRIBUTE_TYPE']);
  });
});

describe('planning a product', () => {
  const variants = fc.uniqueArray(
    fc.record({ sku: fc.constantFrom('A', 'B', 'C', 'D', 'E'), priceMinor: fc.bigInt({ min: 1n, max: 5n }) }),
    { selector: ({ sku }) => sku, minLength: 1 },
  );
  const product = variants.map((list): ProductContent => {
    const options = [axis('n', ...list.map(({ sku }) => sku.toLowerCase()))];
    return content({
      options,
      variants: list.map((variant) => ({ ...variant, options: [{ option: 'n', value: variant.sku.toLowerCase() }] })),
    });
  });

  it('comes to rest: any description applied after any other, then again, changes nothing the second time', () => {
    fc.assert(
      fc.property(product, product, (first, second) => {
        const created = stored(planProduct(first, undefined, ids));
        const updated = planProduct(second, created, ids);
        const after = stored(updated, created);
        expect(
          after.variants
            .filter(({ removed }) => !removed)
            .map(({ sku, priceMinor }) => [sku, priceMinor])
            .sort(),
        ).toEqual(second.variants.map(({ sku, priceMinor }) => [sku, priceMinor]).sort());
        expect(planProduct(second, after, ids)).toMatchObject({
          change: 'UNCHANGED',
          version: after.version,
          writes: [],
          removedVariantIds: [],
          repricedVariantIds: [],
        });
      }),
    );
  });

  it('counts a change of currency as a change of every price', () => {
    const before = stored(planProduct(content(), undefined, ids));
    expect(planProduct(content({ currency: 'USD' }), before, ids).repricedVariantIds).toEqual([before.variants[0]?.id]);
  });

  it('tells where a product counts as on sale before and after', () => {
    const active = stored(planProduct(content(), undefined, ids));
    const draftNow = planProduct(content({ status: 'DRAFT' }), active, ids);
    expect([draftNow.countedBefore, draftNow.countedAfter]).toEqual(['cat_1', null]);
  });
});

describe('other lists that come in', () => {
  it('puts parents before children whatever their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['1', '2', '3', '4', '5', '6'], { minLength: 6 }), (order) => {
        const parent: Record<string, string> = { 2: '1', 3: '2', 4: '2', 5: '4', 6: '1' };
        const { ordered } = orderRows(
          order.map((externalId) => ({ externalId, parentExternalId: parent[externalId], names: en(externalId) })),
          200,
        );
        const place = new Map(ordered.map(({ externalId }, index) => [externalId, index]));
        for (const [child, above] of Object.entries(parent))
          expect(place.get(above)).toBeLessThan(place.get(child) as number);
      }),
    );
  });

  it('refuses definitions that contradict themselves', () => {
    const define = (changes: object) =>
      checkDefinitions([{ code: 'a', names: en('A'), type: 'TEXT', ...changes } as never], 'cat_1');
    const found = [
      define({ code: 'A B' }),
      define({ type: 'SELECT' }),
      define({ choices: [{ code: 'x', labels: en('x') }] }),
      define({ names: [] }),
    ];
    expect(found.map((result) => (result.ok ? '' : result.refusals[0].code))).toEqual([
      'INVALID_CODE',
      'CHOICES',
      'CHOICES',
      'INVALID_TEXT',
    ]);
    expect(define({})).toMatchObject({ ok: true, value: [{ required: false, filterable: false, choices: [] }] });
  });

  it('wants each variant and place of a stock change once', () => {
    const line = (index: number, variantId: string | undefined, locationId: string) => ({
      index,
      variantId,
      locationId,
    });
    const result = checkStockLines(
      [line(0, 'v', 'l'), line(1, 'v', 'm'), line(2, 'v', 'l'), line(3, undefined, 'l'), line(4, 'w', 'x')],
      new Set(['l', 'm']),
    );
    expect(result.ok ? [] : result.refusals.map(({ code, field }) => `${field[1]} ${code}`)).toEqual([
      '2 DUPLICATE_LINE',
      '3 UNKNOWN_VARIANT',
      '4 UNKNOWN_LOCATION',
    ]);
  });
});
