/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Whole number of any size: a string in answers, a string or a safe integer in input. */
  BigInt: { input: string; output: string; }
  /** ISO 3166-1 alpha-2 country code, e.g. `DE`. */
  CountryCode: { input: string; output: string; }
  /** ISO 4217 alphabetic currency code, e.g. `EUR`. */
  CurrencyCode: { input: string; output: string; }
  /** Instant in ISO 8601 with an offset, answered in UTC: `2026-01-15T12:00:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** BCP 47 language tag, e.g. `ru` or `en-GB`. */
  Locale: { input: string; output: string; }
};

/** Input of `adjustStock`. */
export type AdjustStockInput = {
  /** Makes a repeated request harmless: 8 to 128 printable characters, new for each adjustment. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** 1 to 500 lines, each variant and location at most once. */
  readonly lines: ReadonlyArray<AdjustStockLineInput>;
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Units of one variant that came to or went from one place. */
export type AdjustStockLineInput = {
  /** Units that came (positive) or went (negative); not 0. */
  readonly delta: Scalars['Int']['input'];
  /** Where (`loc_…`); the shop's default location when left out. */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
  /** The variant's SKU; give this or the id. */
  readonly sku?: InputMaybe<Scalars['String']['input']>;
  /** The variant (`var_…`); give this or the SKU. */
  readonly variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** Input of `archiveProduct`. */
export type ArchiveProductInput = {
  /** The version you saw, to be refused when somebody changed the product since. Not checked when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
};

/** An option of a SELECT or MULTI_SELECT attribute. */
export type AttributeChoiceInput = {
  /** Stable code: lower case letters, digits, `_` and `-`, up to 64. */
  readonly code: Scalars['String']['input'];
  /** What people read, by language, at least one. */
  readonly labels: ReadonlyArray<LocalisedTextInput>;
};

/** Definition of one attribute. */
export type AttributeDefinitionInput = {
  /** Options of SELECT and MULTI_SELECT, at least one, at most 1,000; left out for other types. */
  readonly choices?: InputMaybe<ReadonlyArray<AttributeChoiceInput>>;
  /** Stable code: lower case letters, digits and `_`, up to 64; not one that a category above or below defines. */
  readonly code: Scalars['String']['input'];
  /** True when buyers may filter by it. False when left out. */
  readonly filterable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name by language, at least one. */
  readonly names: ReadonlyArray<LocalisedTextInput>;
  /** True when a product on sale must have it; checked at the product's next write. False when left out. */
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
  /** What kind of value it takes. */
  readonly type: AttributeType;
  /** Unit of a number, up to 20 characters. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of value an attribute takes. */
export type AttributeType =
  /** Yes or no. */
  | 'BOOLEAN'
  /** Any number of the listed options. */
  | 'MULTI_SELECT'
  /** A number, in the attribute's unit. */
  | 'NUMBER'
  /** One of the listed options. */
  | 'SELECT'
  /** Free text. */
  | 'TEXT';

/** Input of `categoriesSet`. */
export type CategoriesSetInput = {
  /** 1 to 500 categories, each `externalId` at most once. */
  readonly categories: ReadonlyArray<CategorySetRowInput>;
};

/** One category of a taxonomy. */
export type CategorySetRowInput = {
  /** Its id in the taxonomy, 1 to 64 characters. */
  readonly externalId: Scalars['String']['input'];
  /** Name by language, at least one; up to 200 characters each. */
  readonly names: ReadonlyArray<LocalisedTextInput>;
  /** Id in the taxonomy of the category above, in this call or set before; a root when left out. */
  readonly parentExternalId?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `commitStock`. */
export type CommitStockInput = {
  /** Reference it was made under. */
  readonly reference: Scalars['ID']['input'];
};

/** Input of `createCategory`. */
export type CreateCategoryInput = {
  /** Name by language, at least one; up to 200 characters each. */
  readonly names: ReadonlyArray<LocalisedTextInput>;
  /** The category above (`cat_…`); a root when left out. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** Input of `createStockLocation`. */
export type CreateStockLocationInput = {
  /** What the shop calls it, up to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Input of `extendReservation`. */
export type ExtendReservationInput = {
  /** Reference it was made under. */
  readonly reference: Scalars['ID']['input'];
  /** How long to hold from now, 1 to 604,800 seconds. */
  readonly ttlSeconds: Scalars['Int']['input'];
};

/** A text in one language. */
export type LocalisedTextInput = {
  /** Language of the text. */
  readonly locale: Scalars['Locale']['input'];
  /** The text itself; not blank. */
  readonly text: Scalars['String']['input'];
};

/** Input of `mergeCategories`. */
export type MergeCategoriesInput = {
  /** The category that is dissolved (`cat_…`). */
  readonly sourceId: Scalars['ID']['input'];
  /** The category that takes its place (`cat_…`). */
  readonly targetId: Scalars['ID']['input'];
};

/** Input of `moveCategory`. */
export type MoveCategoryInput = {
  /** The category (`cat_…`). */
  readonly categoryId: Scalars['ID']['input'];
  /** The new category above (`cat_…`); null makes it a root. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** Value of one attribute: fill the field that fits its type. */
export type ProductAttributeInput = {
  /** For BOOLEAN. */
  readonly boolean?: InputMaybe<Scalars['Boolean']['input']>;
  /** For SELECT (exactly one) and MULTI_SELECT: codes of options. */
  readonly choices?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Code of the definition. */
  readonly code: Scalars['String']['input'];
  /** For NUMBER. */
  readonly number?: InputMaybe<Scalars['Float']['input']>;
  /** For TEXT; up to 1,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** A whole product: what is left out is empty. */
export type ProductInput = {
  /** Facts, by the definitions of the category and above; each code at most once. */
  readonly attributes?: InputMaybe<ReadonlyArray<ProductAttributeInput>>;
  /** Brand, up to 100 characters. */
  readonly brand?: InputMaybe<Scalars['String']['input']>;
  /** Category to file it under (`cat_…`). */
  readonly categoryId: Scalars['ID']['input'];
  /** Currency of all prices of the product. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Description by language, plain text up to 20,000 characters each. */
  readonly descriptions?: InputMaybe<ReadonlyArray<LocalisedTextInput>>;
  /** The version you saw, to be refused when somebody changed the product since. Not checked when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The seller's own id, 1 to 128 characters; with the shop it names the product. */
  readonly externalId: Scalars['String']['input'];
  /** GTIN of 8, 12, 13 or 14 digits. */
  readonly gtin?: InputMaybe<Scalars['String']['input']>;
  /** At most three axes; left out for a product with a single variant. */
  readonly options?: InputMaybe<ReadonlyArray<ProductOptionInput>>;
  /** DRAFT, ACTIVE or ARCHIVED. */
  readonly status: ProductStatus;
  /** How tax treats it, e.g. `standard`, `books` or `food`: lower case letters, digits and underscores. `standard` when left out. */
  readonly taxCategory?: InputMaybe<Scalars['String']['input']>;
  /** Title by language, at least one; up to 300 characters each. */
  readonly titles: ReadonlyArray<LocalisedTextInput>;
  /** 1 to 2,048 variants, no two with the same options. */
  readonly variants: ReadonlyArray<ProductVariantInput>;
};

/** An axis along which variants differ. */
export type ProductOptionInput = {
  /** Stable code within the product: lower case letters, digits, `_` and `-`, up to 64. */
  readonly code: Scalars['String']['input'];
  /** Name by language, at least one. */
  readonly names: ReadonlyArray<LocalisedTextInput>;
  /** Values on the axis, in the order to show them. */
  readonly values: ReadonlyArray<ProductOptionValueInput>;
};

/** A value on an axis. */
export type ProductOptionValueInput = {
  /** Stable code within the axis: lower case letters, digits, `_` and `-`, up to 64. */
  readonly code: Scalars['String']['input'];
  /** What people read, by language, at least one. */
  readonly labels: ReadonlyArray<LocalisedTextInput>;
};

/** Input of `productSet`. */
export type ProductSetInput = {
  /** The whole product. */
  readonly product: ProductInput;
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** A product's place in its life. */
export type ProductStatus =
  /** On sale: everybody sees it while the shop is open. */
  | 'ACTIVE'
  /** Taken off sale: only the shop's staff sees it; setting it again brings it back. */
  | 'ARCHIVED'
  /** Being prepared: only the shop's staff sees it. */
  | 'DRAFT';

/** One variant of a product. */
export type ProductVariantInput = {
  /** Units on hand in the shop's default location when this call creates the variant. Ignored afterwards: stock is set by `setStock`. */
  readonly initialOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** Available units at which the shop wants to be told; the shop's own threshold when left out. */
  readonly lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** One value for each axis of the product. */
  readonly options?: InputMaybe<ReadonlyArray<SelectedOptionInput>>;
  /** Price of one unit in minor units of the product's currency; at least 1. */
  readonly priceMinor: Scalars['BigInt']['input'];
  /** Stock keeping unit, unique within the shop, 1 to 128 characters; names the variant within the product. */
  readonly sku: Scalars['String']['input'];
};

/** Input of `productsSet`. */
export type ProductsSetInput = {
  /** 1 to 100 products, each `externalId` at most once. */
  readonly products: ReadonlyArray<ProductInput>;
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Input of `releaseStock`. */
export type ReleaseStockInput = {
  /** Reference it was made under. */
  readonly reference: Scalars['ID']['input'];
};

/** Input of `renameCategory`. */
export type RenameCategoryInput = {
  /** The category (`cat_…`). */
  readonly categoryId: Scalars['ID']['input'];
  /** All its names by language from now on, at least one; up to 200 characters each. */
  readonly names: ReadonlyArray<LocalisedTextInput>;
};

/** Where a reservation stands. */
export type ReservationState =
  /** Bound to an order: held without an end. */
  | 'BOUND'
  /** Sold: the units left the stock. */
  | 'COMMITTED'
  /** Held too long: given back by time. */
  | 'EXPIRED'
  /** Held until `expiresAt`. */
  | 'HELD'
  /** Given back. */
  | 'RELEASED';

/** Input of `reserveStock`. */
export type ReserveStockInput = {
  /** 1 to 500 lines; lines of one variant are summed. */
  readonly lines: ReadonlyArray<StockLineInput>;
  /** Names the hold, 1 to 100 characters; the same reference never holds twice. */
  readonly reference: Scalars['ID']['input'];
  /** How long to hold, 1 to 604,800 seconds (a week). */
  readonly ttlSeconds: Scalars['Int']['input'];
};

/** Input of `restockLines`. */
export type RestockLinesInput = {
  /** 1 to 500 lines; lines of one variant are summed. */
  readonly lines: ReadonlyArray<StockLineInput>;
  /** Names the return, 1 to 100 characters, e.g. the cancelled order; the same reference never restocks twice. */
  readonly reference: Scalars['ID']['input'];
};

/** The value a variant takes on one axis. */
export type SelectedOptionInput = {
  /** Code of the axis. */
  readonly option: Scalars['String']['input'];
  /** Code of the value. */
  readonly value: Scalars['String']['input'];
};

/** Input of `setCategoryAttributes`. */
export type SetCategoryAttributesInput = {
  /** The category's own definitions from now on, at most 100; inherited ones are not repeated. */
  readonly attributes: ReadonlyArray<AttributeDefinitionInput>;
  /** The category (`cat_…`). */
  readonly categoryId: Scalars['ID']['input'];
};

/** What a declarative write did to a row. */
export type SetChange =
  /** The row did not exist and was made. */
  | 'CREATED'
  /** The row was refused; its userErrors say why. */
  | 'REFUSED'
  /** The row was already as asked; nothing was written and no event was published. */
  | 'UNCHANGED'
  /** The row existed and differs now. */
  | 'UPDATED';

/** Input of `setStock`. */
export type SetStockInput = {
  /** 1 to 500 lines, each variant and location at most once. */
  readonly lines: ReadonlyArray<SetStockLineInput>;
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Units of one variant as counted in one place. */
export type SetStockLineInput = {
  /** Units on hand you saw before; refused with StockConflict when it is another number by now. Not checked when left out. */
  readonly expectedOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** Where (`loc_…`); the shop's default location when left out. */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
  /** Units counted, 0 to 1,000,000,000. */
  readonly onHand: Scalars['Int']['input'];
  /** The variant's SKU; give this or the id. */
  readonly sku?: InputMaybe<Scalars['String']['input']>;
  /** The variant (`var_…`); give this or the SKU. */
  readonly variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** Units of one variant. */
export type StockLineInput = {
  /** Units, at least 1. */
  readonly quantity: Scalars['Int']['input'];
  /** The variant (`var_…`). */
  readonly variantId: Scalars['ID']['input'];
};

/** Whether a variant can be bought. */
export type VariantQuoteStatus =
  /** The product is a draft or archived, or the variant was taken out of it. */
  | 'NOT_FOR_SALE'
  /** It is on sale; stock is another matter. */
  | 'ON_SALE'
  /** The shop is closed. */
  | 'SHOP_CLOSED';

export type SearchDocumentsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type SearchDocumentsQuery = { readonly searchDocuments: ReadonlyArray<{ readonly productId: string, readonly version: number, readonly shopId: string, readonly brand: string | null, readonly gtin: string | null, readonly minPriceMinor: string, readonly maxPriceMinor: string, readonly currency: string, readonly inStock: boolean, readonly skus: ReadonlyArray<string>, readonly createdAt: string, readonly titles: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly descriptions: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly categories: ReadonlyArray<{ readonly id: string, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }>, readonly attributes: ReadonlyArray<{ readonly code: string, readonly values: ReadonlyArray<string>, readonly filterable: boolean, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }> }> };

export type SearchDocumentPageQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type SearchDocumentPageQuery = { readonly searchDocumentPage: ReadonlyArray<{ readonly productId: string, readonly version: number, readonly shopId: string, readonly brand: string | null, readonly gtin: string | null, readonly minPriceMinor: string, readonly maxPriceMinor: string, readonly currency: string, readonly inStock: boolean, readonly skus: ReadonlyArray<string>, readonly createdAt: string, readonly titles: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly descriptions: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly categories: ReadonlyArray<{ readonly id: string, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }>, readonly attributes: ReadonlyArray<{ readonly code: string, readonly values: ReadonlyArray<string>, readonly filterable: boolean, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }> }> };

export type IndexedFragment = { readonly productId: string, readonly version: number, readonly shopId: string, readonly brand: string | null, readonly gtin: string | null, readonly minPriceMinor: string, readonly maxPriceMinor: string, readonly currency: string, readonly inStock: boolean, readonly skus: ReadonlyArray<string>, readonly createdAt: string, readonly titles: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly descriptions: ReadonlyArray<{ readonly locale: string, readonly text: string }>, readonly categories: ReadonlyArray<{ readonly id: string, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }>, readonly attributes: ReadonlyArray<{ readonly code: string, readonly values: ReadonlyArray<string>, readonly filterable: boolean, readonly names: ReadonlyArray<{ readonly locale: string, readonly text: string }> }> };

export const IndexedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Indexed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SearchDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"descriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"gtin"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"filterable"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"minPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<IndexedFragment, unknown>;
export const SearchDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchDocuments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Indexed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Indexed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SearchDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"descriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"gtin"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"filterable"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"minPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<SearchDocumentsQuery, SearchDocumentsQueryVariables>;
export const SearchDocumentPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchDocumentPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchDocumentPage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Indexed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Indexed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SearchDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"descriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"gtin"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"filterable"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"minPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<SearchDocumentPageQuery, SearchDocumentPageQueryVariables>;