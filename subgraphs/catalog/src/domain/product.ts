import type { LocalisedText } from './localised-text.ts';

/** Where a product stands in its life. */
export type ProductStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
/** What kind of value an attribute takes. */
export type AttributeType = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'SELECT' | 'MULTI_SELECT';

/** An option to choose from, or a value on an axis: a code and what people read. */
export interface Choice {
  readonly code: string;
  readonly labels: LocalisedText;
}

/** An axis along which the variants of a product differ. */
export interface OptionAxis {
  readonly code: string;
  readonly names: LocalisedText;
  readonly values: readonly Choice[];
}

/** What products of a category may say about themselves. */
export interface AttributeDefinition {
  readonly categoryId: string;
  readonly code: string;
  readonly names: LocalisedText;
  readonly type: AttributeType;
  readonly unit: string | null;
  readonly required: boolean;
  readonly filterable: boolean;
  readonly choices: readonly Choice[];
}

/** The value of one attribute; its type travels along, so that it stays readable when the definition goes. */
export type AttributeValue =
  | { readonly code: string; readonly type: 'TEXT'; readonly value: string }
  | { readonly code: string; readonly type: 'NUMBER'; readonly value: number }
  | { readonly code: string; readonly type: 'BOOLEAN'; readonly value: boolean }
  | { readonly code: string; readonly type: 'SELECT' | 'MULTI_SELECT'; readonly value: readonly string[] };

/** One variant as the seller describes it. */
export interface VariantContent {
  readonly sku: string;
  /** Value code by axis code. */
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: bigint;
  readonly lowStockThreshold: number | null;
  /** Units to start with in the default location; only heeded when the variant is new. */
  readonly initialOnHand: number;
}

/** A whole product as the seller describes it, checked and put into one form. */
export interface ProductContent {
  readonly externalId: string;
  readonly titles: LocalisedText;
  readonly descriptions: LocalisedText;
  readonly brand: string | null;
  readonly gtin: string | null;
  readonly status: ProductStatus;
  readonly categoryId: string;
  readonly attributes: readonly AttributeValue[];
  readonly options: readonly OptionAxis[];
  readonly currency: string;
  readonly taxCategory: string;
  readonly variants: readonly VariantContent[];
}

/** Limits of one product; the SDL states them too. */
export const productLimits = {
  axes: 3,
  variants: 2_048,
  valuesPerAxis: 2_048,
  titleLength: 300,
  descriptionLength: 20_000,
  locales: 20,
  attributes: 200,
  attributeTextLength: 1_000,
  priceMinor: 10n ** 15n,
  units: 1_000_000_000,
  lowStockThreshold: 100_000,
} as const;
