import type { TextEntry } from './check-text.ts';
import type { ProductStatus } from './product.ts';

type Optional<T> = T | null | undefined;

/** An attribute value as it arrives: one field is filled. */
export interface AttributeDraft {
  readonly code: string;
  readonly text?: Optional<string>;
  readonly number?: Optional<number>;
  readonly boolean?: Optional<boolean>;
  readonly choices?: Optional<readonly string[]>;
}

/** An option axis as it arrives. */
export interface OptionDraft {
  readonly code: string;
  readonly names: readonly TextEntry[];
  readonly values: readonly { readonly code: string; readonly labels: readonly TextEntry[] }[];
}

/** A variant as it arrives. */
export interface VariantDraft {
  readonly sku: string;
  readonly options?: Optional<readonly { readonly option: string; readonly value: string }[]>;
  readonly priceMinor: bigint;
  readonly initialOnHand?: Optional<number>;
  readonly lowStockThreshold?: Optional<number>;
}

/** A product as it arrives, before anything was checked; the shape of the SDL's `ProductInput`. */
export interface ProductDraft {
  readonly externalId: string;
  readonly titles: readonly TextEntry[];
  readonly descriptions?: Optional<readonly TextEntry[]>;
  readonly brand?: Optional<string>;
  readonly gtin?: Optional<string>;
  readonly status: ProductStatus;
  readonly categoryId: string;
  readonly attributes?: Optional<readonly AttributeDraft[]>;
  readonly options?: Optional<readonly OptionDraft[]>;
  readonly currency: string;
  readonly variants: readonly VariantDraft[];
  /** `standard` when left out. */
  readonly taxCategory?: Optional<string>;
  readonly expectedVersion?: Optional<number>;
}
