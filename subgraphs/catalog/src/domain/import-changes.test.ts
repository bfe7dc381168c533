import { describe, expect, it } from 'vitest';
import { checkProduct } from './check-product.ts';
import { draft, en } from './fixtures/import-forms.ts';
import { planProduct, type StoredProduct } from './plan-product.ts';
import type { ProductContent } from './product.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';

const content = (changes: Partial<ProductDraft> = {}): ProductContent => {
  const checked = checkProduct(draft(changes), { field: ['products', '3'], categoryId: 'cat_1', definitions: [] });
  if (!checked.ok) throw new Error(checked.refusals.map(({ message }) => message).join());
  return checked.value;
};
const variant = (changes: Partial<VariantDraft> = {}): VariantDraft => ({ sku: 'A', priceMinor: 100n, ...changes });

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
