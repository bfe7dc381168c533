import type { CatalogDocument, IndexDocument } from '../src/domain/index-document.ts';
import { toIndexDocument } from '../src/domain/index-document.ts';

/** What a test says of a product; the rest has plain values. */
export interface ProductWish {
  readonly id: string;
  readonly title?: string;
  readonly titles?: Readonly<Record<string, string>>;
  readonly version?: number;
  readonly shopId?: string;
  readonly brand?: string;
  readonly categories?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly priceMinor?: number;
  readonly currency?: string;
  readonly inStock?: boolean;
  readonly skus?: readonly string[];
  readonly createdAt?: string;
}

/** A product as the catalogue would flatten it. */
export const catalogDocument = (wish: ProductWish): CatalogDocument => ({
  productId: wish.id,
  version: wish.version ?? 1,
  shopId: wish.shopId ?? 'shp_1',
  titles: Object.entries(wish.titles ?? { en: wish.title ?? wish.id }).map(([locale, text]) => ({ locale, text })),
  descriptions: [],
  brand: wish.brand ?? null,
  gtin: null,
  categories: (wish.categories ?? ['home']).map((name) => ({
    id: `cat_${name}`,
    names: [{ locale: 'en', text: name }],
  })),
  attributes: Object.entries(wish.attributes ?? {}).map(([code, values]) => ({
    code,
    values,
    filterable: true,
    names: [{ locale: 'en', text: `The ${code}` }],
  })),
  minPriceMinor: String(wish.priceMinor ?? 1_000),
  maxPriceMinor: String(wish.priceMinor ?? 1_000),
  currency: wish.currency ?? 'EUR',
  inStock: wish.inStock ?? true,
  skus: wish.skus ?? [`SKU-${wish.id}`],
  createdAt: wish.createdAt ?? '2026-01-01T00:00:00.000Z',
});

/** The same as engines keep it. */
export const indexDocument = (wish: ProductWish): IndexDocument => toIndexDocument(catalogDocument(wish));
