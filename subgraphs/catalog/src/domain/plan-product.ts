import { canonicalJson } from './canonical-json.ts';
import type { ProductContent, VariantContent } from './product.ts';

/** A variant as it stands in the database. */
export interface StoredVariant {
  readonly id: string;
  readonly sku: string;
  readonly position: number;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: bigint;
  readonly lowStockThreshold: number | null;
  readonly removed: boolean;
}

/** A product as it stands in the database, with all its variants, removed ones too. */
export interface StoredProduct extends Omit<ProductContent, 'variants'> {
  readonly id: string;
  readonly version: number;
  readonly variants: readonly StoredVariant[];
}

/** A variant to be written. */
export interface VariantWrite extends Omit<StoredVariant, 'removed'> {
  readonly isNew: boolean;
  readonly initialOnHand: number;
}

/** What has to be written, and said, for a product to be as described. */
export interface ProductPlan {
  readonly id: string;
  readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED';
  readonly version: number;
  readonly content: ProductContent;
  readonly writes: readonly VariantWrite[];
  readonly removedVariantIds: readonly string[];
  /** Variants that were on offer before and cost something else now. */
  readonly repricedVariantIds: readonly string[];
  /** Where it counted as on sale before and where it does now; null when it did or does not. */
  readonly countedBefore: string | null;
  readonly countedAfter: string | null;
}

const described = (product: Omit<ProductContent, 'variants'>): string => {
  const {
    externalId,
    titles,
    descriptions,
    brand,
    gtin,
    status,
    categoryId,
    attributes,
    options,
    currency,
    taxCategory,
  } = product;
  return canonicalJson({
    externalId,
    titles,
    descriptions,
    brand,
    gtin,
    status,
    categoryId,
    attributes,
    options,
    currency,
    taxCategory,
  });
};

const variantWrite = (
  content: VariantContent,
  position: number,
  before: StoredVariant | undefined,
  newId: () => string,
): VariantWrite => ({
  id: before?.id ?? newId(),
  sku: content.sku,
  position,
  options: content.options,
  priceMinor: content.priceMinor,
  lowStockThreshold: content.lowStockThreshold,
  isNew: before === undefined,
  initialOnHand: before === undefined ? content.initialOnHand : 0,
});

const differs = (write: VariantWrite, before: StoredVariant | undefined): boolean =>
  before === undefined ||
  before.removed ||
  before.position !== write.position ||
  before.priceMinor !== write.priceMinor ||
  before.lowStockThreshold !== write.lowStockThreshold ||
  canonicalJson(before.options) !== canonicalJson(write.options);

/** Ids for what is new. */
export interface NewIds {
  readonly product: () => string;
  readonly variant: () => string;
}

/** Compares a described product with the stored one; equal ones lead to a plan that writes and says nothing. */
export const planProduct = (content: ProductContent, before: StoredProduct | undefined, ids: NewIds): ProductPlan => {
  const storedBySku = new Map(before?.variants.map((variant) => [variant.sku, variant]));
  const all = content.variants.map((variant, position) =>
    variantWrite(variant, position, storedBySku.get(variant.sku), ids.variant),
  );
  const writes = all.filter((write) => differs(write, storedBySku.get(write.sku)));
  const kept = new Set(all.map(({ id }) => id));
  const live = (before?.variants ?? []).filter((variant) => !variant.removed);
  const removedVariantIds = live.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const priceById = new Map(live.map(({ id, priceMinor }) => [id, priceMinor]));
  const currencyChanged = before !== undefined && before.currency !== content.currency;
  const repriced = all.filter(
    ({ id, priceMinor }) => priceById.has(id) && (currencyChanged || priceById.get(id) !== priceMinor),
  );
  const same =
    before !== undefined &&
    writes.length === 0 &&
    removedVariantIds.length === 0 &&
    described(before) === described(content);
  return {
    id: before?.id ?? ids.product(),
    change: before === undefined ? 'CREATED' : same ? 'UNCHANGED' : 'UPDATED',
    version: before === undefined ? 1 : same ? before.version : before.version + 1,
    content,
    writes,
    removedVariantIds,
    repricedVariantIds: repriced.map(({ id }) => id),
    countedBefore: before?.status === 'ACTIVE' ? before.categoryId : null,
    countedAfter: content.status === 'ACTIVE' ? content.categoryId : null,
  };
};
