import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { ProductMapper, ProductVariantMapper, ProductImageMapper, CategoryMapper, ShopMapper, StockLocationMapper, StockLevelMapper, ProductAttributeMapper, AttributeDefinitionMapper, AttributeChoiceMapper, ProductOptionMapper, ProductOptionValueMapper, SelectedOptionMapper, ProductPriceRangeMapper, StockReservationMapper, LocalisedTextMapper, ProductConnectionMapper, ProductVariantConnectionMapper } from '../mappers.ts';
import type { Context } from '../request.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Whole number of any size: a string in answers, a string or a safe integer in input. */
  BigInt: { input: bigint; output: bigint | string | number; }
  /** ISO 3166-1 alpha-2 country code, e.g. `DE`. */
  CountryCode: { input: string; output: string; }
  /** ISO 4217 alphabetic currency code, e.g. `EUR`. */
  CurrencyCode: { input: string; output: string; }
  /** Instant in ISO 8601 with an offset, answered in UTC: `2026-01-15T12:00:00.000Z`. */
  DateTime: { input: Date; output: Date | string; }
  /** BCP 47 language tag, e.g. `ru` or `en-GB`. */
  Locale: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
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

/** Outcome of `adjustStock`. */
export type AdjustStockPayload = {
  /** True when this key was used before and the first outcome is answered again. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused: UNKNOWN_VARIANT, UNKNOWN_LOCATION, StockBelowReserved. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The variants of the lines, in their order; empty when refused. */
  readonly variants: ReadonlyArray<ProductVariant>;
};

/** Input of `archiveProduct`. */
export type ArchiveProductInput = {
  /** The version you saw, to be refused when somebody changed the product since. Not checked when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
};

/** Outcome of `archiveProduct`. */
export type ArchiveProductPayload = {
  /** The archived product; null when refused. */
  readonly product?: Maybe<Product>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `attachProductImage`. */
export type AttachProductImageInput = {
  /** What is to be seen, up to 500 characters; empty when left out. */
  readonly alt?: InputMaybe<Scalars['String']['input']>;
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
  /** The finished upload (`upl_…`). */
  readonly uploadId: Scalars['ID']['input'];
};

/** Outcome of `attachProductImage`. */
export type AttachProductImagePayload = {
  /** The new image; null when refused. */
  readonly image?: Maybe<ProductImage>;
  /** Why it was refused: UPLOAD_NOT_FOUND, UPLOAD_INCOMPLETE, UPLOAD_EXPIRED, UPLOAD_ALREADY_USED, UNSUPPORTED_FILE_TYPE, TOO_MANY_IMAGES, INVALID_TEXT. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One option of a SELECT or MULTI_SELECT attribute. */
export type AttributeChoice = {
  /** Stable code within the attribute, e.g. `cotton`. */
  readonly code: Scalars['String']['output'];
  /** The option as a person reads it; the code when nobody named it. */
  readonly label: Scalars['String']['output'];
};


/** One option of a SELECT or MULTI_SELECT attribute. */
export type AttributeChoiceLabelArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** An option of a SELECT or MULTI_SELECT attribute. */
export type AttributeChoiceInput = {
  /** Stable code: lower case letters, digits, `_` and `-`, up to 64. */
  readonly code: Scalars['String']['input'];
  /** What people read, by language, at least one. */
  readonly labels: ReadonlyArray<LocalisedTextInput>;
};

/** What products of a category may (or must) say about themselves. */
export type AttributeDefinition = {
  /** The category that defines it: this one or one above. */
  readonly category: Category;
  /** Options to choose from; empty unless the type is SELECT or MULTI_SELECT. */
  readonly choices: ReadonlyArray<AttributeChoice>;
  /** Stable code, unique along a path of the tree, e.g. `screen_size`. */
  readonly code: Scalars['String']['output'];
  /** True when buyers may filter by it. */
  readonly filterable: Scalars['Boolean']['output'];
  /** Name as a person reads it. */
  readonly name: Scalars['String']['output'];
  /** True when a product on sale must have it. */
  readonly required: Scalars['Boolean']['output'];
  /** What kind of value it takes. */
  readonly type: AttributeType;
  /** Unit of a number, e.g. `cm`. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};


/** What products of a category may (or must) say about themselves. */
export type AttributeDefinitionNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
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

/** Outcome of `categoriesSet`. */
export type CategoriesSetPayload = {
  /** One row per category, in the order of the input. */
  readonly rows: ReadonlyArray<CategoriesSetRow>;
  /** Why the whole call was refused; reasons of single rows stand with the rows. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of one category of `categoriesSet`. */
export type CategoriesSetRow = {
  /** The category as it stands; null when refused. */
  readonly category?: Maybe<Category>;
  /** What happened. */
  readonly change: SetChange;
  /** Its id in the taxonomy, as sent. */
  readonly externalId: Scalars['String']['output'];
  /** Place in the input, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Why the row was refused: UNKNOWN_PARENT, TOO_DEEP, CYCLE, INVALID_TEXT. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A place in the market's category tree. */
export type Category = Node & {
  /** The categories above, root first: a breadcrumb without the category itself. */
  readonly ancestors: ReadonlyArray<Category>;
  /** Attributes products of this category have: its own and those inherited from above. */
  readonly attributes: ReadonlyArray<AttributeDefinition>;
  /** The categories directly below, by slug; at most 500. */
  readonly children: ReadonlyArray<Category>;
  /** Steps from the top: 1 for a root, at most 12. */
  readonly depth: Scalars['Int']['output'];
  /** Id in the product taxonomy it was imported from; null for the market's own categories. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Identifier (`cat_…`). The id of a category that was merged away leads to the one it was merged into. */
  readonly id: Scalars['ID']['output'];
  /** Name in the wanted language; falls back to the language without its region, then English, then any language there is. */
  readonly name: Scalars['String']['output'];
  /** The category above; null for a root. */
  readonly parent?: Maybe<Category>;
  /** Products on sale in this category and below it. */
  readonly productCount: Scalars['Int']['output'];
  /** Products on sale in this category and below it, newest first. */
  readonly products: ProductConnection;
  /** Part of a page address, unique in the tree. Old slugs keep leading here after a rename or merge: redirect when the slug you asked for is another one. */
  readonly slug: Scalars['String']['output'];
};


/** A place in the market's category tree. */
export type CategoryNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A place in the market's category tree. */
export type CategoryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Outcome of a change to one category. */
export type CategoryPayload = {
  /** The category as it stands; null when refused. */
  readonly category?: Maybe<Category>;
  /** Why it was refused: UNKNOWN_CATEGORY, UNKNOWN_PARENT, TOO_DEEP, CYCLE, INVALID_TEXT, TOO_MANY_CHILDREN. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Input of `createProductImageUpload`. */
export type CreateProductImageUploadInput = {
  /** The file's name, for people only: what it is follows from its content. */
  readonly fileName: Scalars['String']['input'];
  /** The product it will be attached to (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
  /** The file's size in bytes; one byte more is refused. */
  readonly sizeBytes: Scalars['Int']['input'];
};

/** Outcome of `createProductImageUpload`. */
export type CreateProductImageUploadPayload = {
  /** How to send the bytes; null when refused. */
  readonly upload?: Maybe<UploadTicket>;
  /** Why it was refused: FILE_EMPTY, FILE_TOO_LARGE, TOO_MANY_IMAGES. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `createStockLocation`. */
export type CreateStockLocationInput = {
  /** What the shop calls it, up to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Outcome of `createStockLocation`. */
export type CreateStockLocationPayload = {
  /** The new location; null when refused. */
  readonly location?: Maybe<StockLocation>;
  /** Why it was refused: NAME_TAKEN, INVALID_TEXT, TOO_MANY_LOCATIONS. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `deleteProductImage`. */
export type DeleteProductImageInput = {
  /** The picture (`img_…`). */
  readonly imageId: Scalars['ID']['input'];
};

/** Outcome of `deleteProductImage`. */
export type DeleteProductImagePayload = {
  /** The product it was removed from. */
  readonly product?: Maybe<Product>;
  /** Why it was refused; empty today. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `extendReservation`. */
export type ExtendReservationInput = {
  /** Reference it was made under. */
  readonly reference: Scalars['ID']['input'];
  /** How long to hold from now, 1 to 604,800 seconds. */
  readonly ttlSeconds: Scalars['Int']['input'];
};

/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type Image = {
  /** What is to be seen, for those who cannot see it; empty for decoration. */
  readonly alt: Scalars['String']['output'];
  /** The colour that stands out, as `#rrggbb`. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Height of the original in pixels, orientation applied; null while it is not processed. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Ready for `<source srcset>`: every rendered width of one format, e.g. `https://…/320.webp 320w, https://…/640.webp 640w`; null when that format is not rendered (yet). */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** A blurred preview of at most 25 bytes as base64 (thumbhash): paint it until the picture is there. */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Address of the picture in that format, at the smallest rendered width that is not below the wanted one (the largest there is when none is large enough); null while nothing is rendered yet. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Width of the original in pixels, orientation applied; null while it is not processed. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type ImageSrcsetArgs = {
  format?: ImageFormat;
};


/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type ImageUrlArgs = {
  format?: ImageFormat;
  width?: Scalars['Int']['input'];
};

/** Formats in which images are served. */
export type ImageFormat =
  /** AVIF: the smallest; there a few seconds after the others. */
  | 'AVIF'
  /** GIF: for animated images only. */
  | 'GIF'
  /** JPEG: understood everywhere; transparency is laid on white. */
  | 'JPEG'
  /** WebP: understood by every current browser. */
  | 'WEBP';

/** Whose a product is and whether the public can see it. */
export type ListedProduct = {
  /** True while it is active and its shop is open. */
  readonly onSale: Scalars['Boolean']['output'];
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['output'];
  /** The shop that sells it (`shp_…`). */
  readonly shopId: Scalars['ID']['output'];
  /** Its variants (`var_…`) that are not removed, in the seller's order. */
  readonly variantIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** A text in one language. */
export type LocalisedText = {
  /** Language of the text. */
  readonly locale: Scalars['Locale']['output'];
  /** The text itself. */
  readonly text: Scalars['String']['output'];
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

/** An amount of money in the currency's smallest unit. */
export type Money = {
  /** Amount in minor units, e.g. cents: 12.50 EUR is 1250. */
  readonly amountMinor: Scalars['BigInt']['output'];
  /** Currency of the amount. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Decimals of the currency by ISO 4217: 2 for EUR, 0 for JPY. */
  readonly exponent: Scalars['Int']['output'];
  /** The amount as a person reads it in that language. */
  readonly formatted: Scalars['String']['output'];
};


/** An amount of money in the currency's smallest unit. */
export type MoneyFormattedArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Input of `moveCategory`. */
export type MoveCategoryInput = {
  /** The category (`cat_…`). */
  readonly categoryId: Scalars['ID']['input'];
  /** The new category above (`cat_…`); null makes it a root. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  /** Adds to or takes from units on hand: goods came in, broke or were found. All lines or none. Needs `stock:write` in the shop. */
  readonly adjustStock: AdjustStockPayload;
  /** Takes a product off sale without forgetting it. Archiving twice is harmless. Needs `catalog:write` in the shop. */
  readonly archiveProduct: ArchiveProductPayload;
  /**
   * Adds an uploaded picture to the end of a product's images. It is PROCESSING at first and shown to the public once READY;
   * attaching the same upload again answers with the same image. Needs `catalog:write` in the shop.
   */
  readonly attachProductImage: AttachProductImagePayload;
  /**
   * Brings up to 500 categories into the described state, matched by their id in a taxonomy; parents may stand in the same
   * call in any order. Each row is set or refused by itself.
   */
  readonly categoriesSet: CategoriesSetPayload;
  /** Takes held or bound units off hand. Harmless when already committed; refused RESERVATION_GONE after expiry or release. */
  readonly commitStock: ReservationPayload;
  /** Adds one category of the market's own. */
  readonly createCategory: CategoryPayload;
  /**
   * Opens the upload of a picture: send the bytes as the ticket says, then call `attachProductImage`. JPEG, PNG, WebP, GIF,
   * AVIF or TIFF up to 32 MiB and 64 megapixels. Needs `catalog:write` in the shop.
   */
  readonly createProductImageUpload: CreateProductImageUploadPayload;
  /** Opens a place where the shop keeps goods. A second location of the same name is refused. Needs `stock:write` in the shop. */
  readonly createStockLocation: CreateStockLocationPayload;
  /** Removes a picture for good. Its addresses end shortly after, except what caches keep. Needs `catalog:write` in the shop. */
  readonly deleteProductImage: DeleteProductImagePayload;
  /** Lets a hold live for `ttlSeconds` from now. Harmless on a bound or committed one; refused RESERVATION_GONE after expiry or release. */
  readonly extendReservation: ReservationPayload;
  /** Dissolves a category into another: products and children go over, its id and slug lead to the other from then on. */
  readonly mergeCategories: CategoryPayload;
  /** Puts a category, with everything below it, under another parent. Products stay filed as they are. */
  readonly moveCategory: CategoryPayload;
  /**
   * Makes a product be as described, variants and all: creates it when the shop has none with that `externalId`, otherwise
   * changes what differs. Sending the same again changes nothing. Variants left out are taken off sale.
   * Needs `catalog:write` in the shop.
   */
  readonly productSet: ProductSetPayload;
  /** The same for up to 100 products of one shop; each row is set or refused by itself. Needs `catalog:write` in the shop. */
  readonly productsSet: ProductsSetPayload;
  /** Gives held or bound units back. Harmless when already released, expired or never reserved; refused ALREADY_COMMITTED after commit. */
  readonly releaseStock: ReservationPayload;
  /** Gives a category other names; its slug follows and the old one redirects. */
  readonly renameCategory: CategoryPayload;
  /** Puts the pictures of a product into another order; the first is the main one. Needs `catalog:write` in the shop. */
  readonly reorderProductImages: ReorderProductImagesPayload;
  /**
   * Holds stock for a checkout: all lines or none. Lines of one variant are summed. The same `reference` again answers with the
   * reservation made before, in whatever state it is by now. Refusals: ReservationOutOfStock, REFERENCE_REUSED.
   */
  readonly reserveStock: ReserveStockPayload;
  /** Puts committed units back on hand, once per reference: an order cancelled after its stock was committed. */
  readonly restockLines: RestockPayload;
  /** Says which attributes products of a category (and below) have: the category's own list is replaced by the given one. */
  readonly setCategoryAttributes: SetCategoryAttributesPayload;
  /**
   * Sets units on hand, as counted. All lines or none. Give `expectedOnHand` (what you saw before counting) to be told when
   * somebody else changed it meanwhile. Needs `stock:write` in the shop.
   */
  readonly setStock: SetStockPayload;
  /** Says anew what a picture shows. Needs `catalog:write` in the shop. */
  readonly updateProductImage: UpdateProductImagePayload;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationArchiveProductArgs = {
  input: ArchiveProductInput;
};


export type MutationAttachProductImageArgs = {
  input: AttachProductImageInput;
};


export type MutationCategoriesSetArgs = {
  input: CategoriesSetInput;
};


export type MutationCommitStockArgs = {
  input: CommitStockInput;
};


export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


export type MutationCreateProductImageUploadArgs = {
  input: CreateProductImageUploadInput;
};


export type MutationCreateStockLocationArgs = {
  input: CreateStockLocationInput;
};


export type MutationDeleteProductImageArgs = {
  input: DeleteProductImageInput;
};


export type MutationExtendReservationArgs = {
  input: ExtendReservationInput;
};


export type MutationMergeCategoriesArgs = {
  input: MergeCategoriesInput;
};


export type MutationMoveCategoryArgs = {
  input: MoveCategoryInput;
};


export type MutationProductSetArgs = {
  input: ProductSetInput;
};


export type MutationProductsSetArgs = {
  input: ProductsSetInput;
};


export type MutationReleaseStockArgs = {
  input: ReleaseStockInput;
};


export type MutationRenameCategoryArgs = {
  input: RenameCategoryInput;
};


export type MutationReorderProductImagesArgs = {
  input: ReorderProductImagesInput;
};


export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


export type MutationRestockLinesArgs = {
  input: RestockLinesInput;
};


export type MutationSetCategoryAttributesArgs = {
  input: SetCategoryAttributesInput;
};


export type MutationSetStockArgs = {
  input: SetStockInput;
};


export type MutationUpdateProductImageArgs = {
  input: UpdateProductImageInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page of a list stands. */
export type PageInfo = {
  /** Cursor of the last edge; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A refusal that says all it has to say in code, field and message. */
export type PlainUserError = UserError & {
  /** Stable code in upper snake case, e.g. `SLUG_TAKEN`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** A good that a shop sells, in one or more variants. */
export type Product = Node & {
  /** Facts about the product, typed by the attribute definitions of its category and those above. */
  readonly attributes: ReadonlyArray<ProductAttribute>;
  /** Brand as the seller wrote it. */
  readonly brand?: Maybe<Scalars['String']['output']>;
  /** The category it is filed under. */
  readonly category: Category;
  /** When it was first set. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Description in the wanted language, plain text; same fall-back as the title, null when the product has none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The seller's own id of the product, as their ERP knows it. Null for everybody but the shop's staff and API clients. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Global Trade Item Number (EAN, UPC, ISBN-13): 8, 12, 13 or 14 digits with a valid check digit. */
  readonly gtin?: Maybe<Scalars['String']['output']>;
  /** Identifier (`prd_…`). */
  readonly id: Scalars['ID']['output'];
  /** Its pictures in the order to show them, the main one first; at most 20. The public sees READY ones, the shop's staff and API clients all. */
  readonly images: ReadonlyArray<ProductImage>;
  /** Axes along which the variants differ (at most three); empty for a product with a single variant. */
  readonly options: ReadonlyArray<ProductOption>;
  /** Lowest and highest price of the variants. */
  readonly priceRange: ProductPriceRange;
  /** The shop that sells it. */
  readonly shop: Shop;
  /** Whether it is on sale. The public only ever meets ACTIVE ones. */
  readonly status: ProductStatus;
  /** Title in the wanted language; falls back to the language without its region, then English, then any language there is. */
  readonly title: Scalars['String']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** What can be put into a cart, in the seller's order. */
  readonly variants: ProductVariantConnection;
  /** Rises by one with every change; send it as `expectedVersion` so as not to overwrite somebody else's change. */
  readonly version: Scalars['Int']['output'];
};


/** A good that a shop sells, in one or more variants. */
export type ProductDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A good that a shop sells, in one or more variants. */
export type ProductTitleArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A good that a shop sells, in one or more variants. */
export type ProductVariantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One fact about a product. Which of the value fields is filled follows from `type`. */
export type ProductAttribute = {
  /** Value of a BOOLEAN attribute. */
  readonly boolean?: Maybe<Scalars['Boolean']['output']>;
  /** Chosen options of a SELECT or MULTI_SELECT attribute; empty for other types. */
  readonly choices: ReadonlyArray<AttributeChoice>;
  /** Stable code within the category, e.g. `screen_size`. */
  readonly code: Scalars['String']['output'];
  /** Name as a person reads it; the code when its definition is gone. */
  readonly name: Scalars['String']['output'];
  /** Value of a NUMBER attribute. */
  readonly number?: Maybe<Scalars['Float']['output']>;
  /** Value of a TEXT attribute. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Which of the value fields is filled. */
  readonly type: AttributeType;
  /** Unit of a number, e.g. `cm`. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};


/** One fact about a product. Which of the value fields is filled follows from `type`. */
export type ProductAttributeNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
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

/** Page of products. */
export type ProductConnection = {
  /** Products with their cursors. */
  readonly edges: ReadonlyArray<ProductEdge>;
  /** The products alone. */
  readonly nodes: ReadonlyArray<Product>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Products in the whole list; null where counting would cost more than the page. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A product in a page. */
export type ProductEdge = {
  /** Send it as `after` or `before` to continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node: Product;
};

/** A picture of a product. Its bytes never change: another picture is another image. */
export type ProductImage = Image & Node & {
  /** What is to be seen, for those who cannot see it; empty for decoration. */
  readonly alt: Scalars['String']['output'];
  /** The colour that stands out, as `#rrggbb`. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Why it cannot be shown. Null unless FAILED, and for everybody but the shop's staff and API clients. */
  readonly failure?: Maybe<ProductImageFailure>;
  /** Height of the original in pixels, orientation applied; null while it is not processed. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Identifier (`img_…`). */
  readonly id: Scalars['ID']['output'];
  /** Order among the product's images, ascending; gaps are normal. */
  readonly position: Scalars['Int']['output'];
  /** Ready for `<source srcset>`: every rendered width of one format, e.g. `https://…/320.webp 320w, https://…/640.webp 640w`; null when that format is not rendered (yet). */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** Where it stands. The public only ever meets READY ones. */
  readonly state: ProductImageState;
  /** A blurred preview of at most 25 bytes as base64 (thumbhash): paint it until the picture is there. */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Address of the picture in that format, at the smallest rendered width that is not below the wanted one (the largest there is when none is large enough); null while nothing is rendered yet. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Width of the original in pixels, orientation applied; null while it is not processed. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/** A picture of a product. Its bytes never change: another picture is another image. */
export type ProductImageSrcsetArgs = {
  format?: ImageFormat;
};


/** A picture of a product. Its bytes never change: another picture is another image. */
export type ProductImageUrlArgs = {
  format?: ImageFormat;
  width?: Scalars['Int']['input'];
};

/** Why a picture cannot be shown. */
export type ProductImageFailure = {
  /** UNSUPPORTED_IMAGE_TYPE, CORRUPT_IMAGE, TOO_MANY_PIXELS, TOO_MANY_FRAMES, IMAGE_TOO_SMALL or PROCESSING_FAILED. */
  readonly code: Scalars['String']['output'];
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** Where a product's picture stands. */
export type ProductImageState =
  /** It cannot be shown; `failure` says why. Delete it and send another file. */
  | 'FAILED'
  /** It has been attached and is being rendered: seconds, as a rule. */
  | 'PROCESSING'
  /** It can be shown. */
  | 'READY';

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

/** An axis along which a product's variants differ, e.g. size. */
export type ProductOption = {
  /** Stable code within the product, e.g. `size`. */
  readonly code: Scalars['String']['output'];
  /** Name as a person reads it. */
  readonly name: Scalars['String']['output'];
  /** The values on this axis, in the seller's order. */
  readonly values: ReadonlyArray<ProductOptionValue>;
};


/** An axis along which a product's variants differ, e.g. size. */
export type ProductOptionNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
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

/** A value on an option axis, e.g. medium. */
export type ProductOptionValue = {
  /** Stable code within the axis, e.g. `m`. */
  readonly code: Scalars['String']['output'];
  /** The value as a person reads it. */
  readonly label: Scalars['String']['output'];
};


/** A value on an option axis, e.g. medium. */
export type ProductOptionValueLabelArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A value on an axis. */
export type ProductOptionValueInput = {
  /** Stable code within the axis: lower case letters, digits, `_` and `-`, up to 64. */
  readonly code: Scalars['String']['input'];
  /** What people read, by language, at least one. */
  readonly labels: ReadonlyArray<LocalisedTextInput>;
};

/** Lowest and highest price among a product's variants; equal when there is only one price. */
export type ProductPriceRange = {
  /** The dearest variant's price. */
  readonly max: Money;
  /** The cheapest variant's price. */
  readonly min: Money;
};

/** Input of `productSet`. */
export type ProductSetInput = {
  /** The whole product. */
  readonly product: ProductInput;
  /** The shop (`shp_…`). */
  readonly shopId: Scalars['ID']['input'];
};

/** Outcome of `productSet`. */
export type ProductSetPayload = {
  /** What happened. */
  readonly change: SetChange;
  /** The product as it stands; null when refused. */
  readonly product?: Maybe<Product>;
  /** Why it was refused: e.g. DUPLICATE_SKU, UNKNOWN_CATEGORY, ATTRIBUTE_TYPE, TOO_MANY_VARIANTS, StaleProductVersion. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A product's place in its life. */
export type ProductStatus =
  /** On sale: everybody sees it while the shop is open. */
  | 'ACTIVE'
  /** Taken off sale: only the shop's staff sees it; setting it again brings it back. */
  | 'ARCHIVED'
  /** Being prepared: only the shop's staff sees it. */
  | 'DRAFT';

/** What a buyer puts into a cart: a product in one combination of its options. */
export type ProductVariant = Node & {
  /** Units that can be bought now: on hand less reserved, over all locations. Never negative. */
  readonly available: Scalars['Int']['output'];
  /** Identifier (`var_…`). */
  readonly id: Scalars['ID']['output'];
  /** Available units at which the shop wants to be told; the shop's own threshold when none was set. Null for everybody but the shop's staff and API clients. */
  readonly lowStockThreshold?: Maybe<Scalars['Int']['output']>;
  /** The combination of options that makes this variant; empty when the product has no options. */
  readonly options: ReadonlyArray<SelectedOption>;
  /** What one unit costs now. */
  readonly price: Money;
  /** The product it is a variant of. */
  readonly product: Product;
  /** Stock keeping unit, unique within the shop. */
  readonly sku: Scalars['String']['output'];
  /** Stock by location. Null for everybody but the shop's staff and API clients. */
  readonly stockLevels?: Maybe<ReadonlyArray<StockLevel>>;
};

/** Page of variants. */
export type ProductVariantConnection = {
  /** Variants with their cursors. */
  readonly edges: ReadonlyArray<ProductVariantEdge>;
  /** The variants alone. */
  readonly nodes: ReadonlyArray<ProductVariant>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Variants of the product in all. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A variant in a page. */
export type ProductVariantEdge = {
  /** Send it as `after` or `before` to continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The variant. */
  readonly node: ProductVariant;
};

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

/** Outcome of `productsSet`. */
export type ProductsSetPayload = {
  /** One row per product, in the order of the input. */
  readonly rows: ReadonlyArray<ProductsSetRow>;
  /** Why the whole call was refused; reasons of single rows stand with the rows. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of one product of `productsSet`. */
export type ProductsSetRow = {
  /** What happened. */
  readonly change: SetChange;
  /** The seller's own id, as sent. */
  readonly externalId: Scalars['String']['output'];
  /** Place in the input, from 0. */
  readonly index: Scalars['Int']['output'];
  /** The product as it stands; null when refused. */
  readonly product?: Maybe<Product>;
  /** Why the row was refused; field paths start at the whole input (`products`, index, …). */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  /** The roots of the category tree, by slug. */
  readonly categories: ReadonlyArray<Category>;
  /** One category; the id of a merged one leads to its successor. */
  readonly category?: Maybe<Category>;
  /** One category by its slug, present or former: when the answer's slug is another one, redirect to it. */
  readonly categoryBySlug?: Maybe<Category>;
  /** Whose products are and whether they are on sale, in one query. At most 500 ids; unknown ids are left out. */
  readonly listedProducts: ReadonlyArray<ListedProduct>;
  /** One product. Null when there is none or the caller may not see it: drafts and archived products are for the shop's staff. */
  readonly product?: Maybe<Product>;
  /** One product by the seller's own id. For the shop's staff and API clients (`catalog:write` or `stock:write`). */
  readonly productByExternalId?: Maybe<Product>;
  /** Live price and stock of variants, in one query. At most 500 ids; unknown ids are left out. */
  readonly quoteVariants: ReadonlyArray<VariantQuote>;
  /** What became of a reservation; null when the reference was never reserved. */
  readonly reservationByReference?: Maybe<StockReservation>;
  /** Categories whose name (in any language) resembles the query, best first. For pickers: tolerates misspellings. */
  readonly searchCategories: ReadonlyArray<Category>;
  /** All products the public may see, by id, for a full rebuild: continue after the last id until a page is empty. */
  readonly searchDocumentPage: ReadonlyArray<SearchDocument>;
  /** Products flattened for a search index. At most 500 ids; products the public may not see are left out. */
  readonly searchDocuments: ReadonlyArray<SearchDocument>;
  /** All products of a shop, drafts and archived ones too, newest first. For the shop's staff and API clients (`catalog:write` or `stock:write`). */
  readonly shopProducts: ProductConnection;
};


export type QueryCategoryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCategoryBySlugArgs = {
  slug: Scalars['String']['input'];
};


export type QueryListedProductsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductByExternalIdArgs = {
  externalId: Scalars['String']['input'];
  shopId: Scalars['ID']['input'];
};


export type QueryQuoteVariantsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryReservationByReferenceArgs = {
  reference: Scalars['ID']['input'];
};


export type QuerySearchCategoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySearchDocumentPageArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
};


export type QuerySearchDocumentsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryShopProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  shopId: Scalars['ID']['input'];
  status?: InputMaybe<ProductStatus>;
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

/** Input of `reorderProductImages`. */
export type ReorderProductImagesInput = {
  /** The product's version you saw, to be refused when somebody changed the product or its images since. Not checked when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** All images of the product (`img_…`), each once, in their new order. */
  readonly imageIds: ReadonlyArray<Scalars['ID']['input']>;
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
};

/** Outcome of `reorderProductImages`. */
export type ReorderProductImagesPayload = {
  /** The product as it stands; null when refused. */
  readonly product?: Maybe<Product>;
  /** Why it was refused: IMAGES_CHANGED when the list is not that of the product's images by now, StaleProductVersion. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Not enough units of a variant. (Internal; `OutOfStock` is left to the contexts that show it to people.) */
export type ReservationOutOfStock = UserError & {
  /** Units that could be reserved. */
  readonly available: Scalars['Int']['output'];
  /** `OUT_OF_STOCK`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of the first line that asks for the variant. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Units asked for, summed over the lines. */
  readonly requested: Scalars['Int']['output'];
  /** The variant (`var_…`). */
  readonly variantId: Scalars['ID']['output'];
};

/** Outcome of a change to a reservation. */
export type ReservationPayload = {
  /** The reservation as it stands; null when the reference was never reserved. */
  readonly reservation?: Maybe<StockReservation>;
  /** Why it was refused: RESERVATION_GONE, ALREADY_COMMITTED, UNKNOWN_REFERENCE. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Outcome of `reserveStock`. */
export type ReserveStockPayload = {
  /** The reservation; null when refused. */
  readonly reservation?: Maybe<StockReservation>;
  /** Why it was refused: one ReservationOutOfStock per variant that is short, or REFERENCE_REUSED when the reference stands for other lines. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `restockLines`. */
export type RestockLinesInput = {
  /** 1 to 500 lines; lines of one variant are summed. */
  readonly lines: ReadonlyArray<StockLineInput>;
  /** Names the return, 1 to 100 characters, e.g. the cancelled order; the same reference never restocks twice. */
  readonly reference: Scalars['ID']['input'];
};

/** Outcome of `restockLines`. */
export type RestockPayload = {
  /** True when the units are back on hand, now or by an earlier call. */
  readonly restocked: Scalars['Boolean']['output'];
  /** Why it was refused: UNKNOWN_VARIANT, REFERENCE_REUSED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Values of one attribute in a search document. */
export type SearchAttribute = {
  /** Code of the attribute. */
  readonly code: Scalars['String']['output'];
  /** True when buyers may filter by it. */
  readonly filterable: Scalars['Boolean']['output'];
  /** Name of the attribute by language. */
  readonly names: ReadonlyArray<LocalisedText>;
  /** Values as text: option codes, texts, numbers in plain notation, `true` or `false`. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** A category on the path of a search document. */
export type SearchCategory = {
  /** The category (`cat_…`). */
  readonly id: Scalars['ID']['output'];
  /** Name by language. */
  readonly names: ReadonlyArray<LocalisedText>;
};

/** A product flattened for a search index. */
export type SearchDocument = {
  /** Attribute values as buyers may filter by them. */
  readonly attributes: ReadonlyArray<SearchAttribute>;
  /** Brand. */
  readonly brand?: Maybe<Scalars['String']['output']>;
  /** Categories it lies in, root first, its own last. */
  readonly categories: ReadonlyArray<SearchCategory>;
  /** When it was first set. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Currency of the prices. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Description by language. */
  readonly descriptions: ReadonlyArray<LocalisedText>;
  /** GTIN. */
  readonly gtin?: Maybe<Scalars['String']['output']>;
  /** True when at least one unit of one variant can be bought. */
  readonly inStock: Scalars['Boolean']['output'];
  /** Dearest variant in minor units. */
  readonly maxPriceMinor: Scalars['BigInt']['output'];
  /** Cheapest variant in minor units. */
  readonly minPriceMinor: Scalars['BigInt']['output'];
  /** The product (`prd_…`). */
  readonly productId: Scalars['ID']['output'];
  /** The shop that sells it (`shp_…`). */
  readonly shopId: Scalars['ID']['output'];
  /** SKUs of its variants. */
  readonly skus: ReadonlyArray<Scalars['String']['output']>;
  /** Always ACTIVE today; said so that an index need not assume it. */
  readonly status: ProductStatus;
  /** Title by language. */
  readonly titles: ReadonlyArray<LocalisedText>;
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The product's version; older ones must not overwrite newer ones. */
  readonly version: Scalars['Int']['output'];
};

/** One choice that makes a variant what it is: size = medium. */
export type SelectedOption = {
  /** The axis. */
  readonly option: ProductOption;
  /** The chosen value on it. */
  readonly value: ProductOptionValue;
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

/** Outcome of `setCategoryAttributes`. */
export type SetCategoryAttributesPayload = {
  /** The category as it stands; null when refused. */
  readonly category?: Maybe<Category>;
  /** Why it was refused: UNKNOWN_CATEGORY, INVALID_CODE, CODE_TAKEN, DUPLICATE_CODE, INVALID_TEXT, CHOICES. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Outcome of `setStock`. */
export type SetStockPayload = {
  /** Why it was refused: UNKNOWN_VARIANT, UNKNOWN_LOCATION, StockConflict, StockBelowReserved. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The variants of the lines, in their order; empty when refused. */
  readonly variants: ReadonlyArray<ProductVariant>;
};

/** A shop, as far as its goods are concerned. */
export type Shop = {
  /** Identifier (`shp_…`). */
  readonly id: Scalars['ID']['output'];
  /** What the shop has on sale, newest first. Empty while the shop is closed. */
  readonly products: ProductConnection;
  /** Places where the shop keeps goods, the default one first. Null for everybody but the shop's staff and API clients. */
  readonly stockLocations?: Maybe<ReadonlyArray<StockLocation>>;
};


/** A shop, as far as its goods are concerned. */
export type ShopProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody changed the product since the version you saw: read it again and apply your change to that. */
export type StaleProductVersion = UserError & {
  /** `STALE_VERSION`. */
  readonly code: Scalars['String']['output'];
  /** Version the product has now. */
  readonly currentVersion: Scalars['Int']['output'];
  /** Path below `input`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** Fewer units than are promised to buyers: cancel orders or wait for holds to end first. */
export type StockBelowReserved = UserError & {
  /** `BELOW_RESERVED`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Units on hand now. */
  readonly onHand: Scalars['Int']['output'];
  /** Units promised to buyers now. */
  readonly reserved: Scalars['Int']['output'];
};

/** The units on hand are not what you expected: somebody changed them. Count again, or send the number you see here. */
export type StockConflict = UserError & {
  /** `STOCK_CONFLICT`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Units on hand now. */
  readonly onHand: Scalars['Int']['output'];
};

/** Stock of one variant in one place. */
export type StockLevel = {
  /** On hand less reserved. */
  readonly available: Scalars['Int']['output'];
  /** Where the units are. */
  readonly location: StockLocation;
  /** Units physically there. */
  readonly onHand: Scalars['Int']['output'];
  /** Units of them promised to buyers: held in a checkout or bound to an order that has not been committed. */
  readonly reserved: Scalars['Int']['output'];
  /** Rises with every change. */
  readonly version: Scalars['Int']['output'];
};

/** Units of one variant. */
export type StockLineInput = {
  /** Units, at least 1. */
  readonly quantity: Scalars['Int']['input'];
  /** The variant (`var_…`). */
  readonly variantId: Scalars['ID']['input'];
};

/** A place where a shop keeps goods. */
export type StockLocation = {
  /** Identifier (`loc_…`). */
  readonly id: Scalars['ID']['output'];
  /** True for the location that is meant when none is named. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** What the shop calls it. */
  readonly name: Scalars['String']['output'];
};

/** Units held for one reference. */
export type StockReservation = {
  /** When the hold ends; null unless HELD or EXPIRED. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (`rsv_…`). */
  readonly id: Scalars['ID']['output'];
  /** What is held, summed by variant. */
  readonly lines: ReadonlyArray<StockReservationLine>;
  /** Reference of the caller, e.g. an order group. */
  readonly reference: Scalars['ID']['output'];
  /** Where it stands now; expiry is judged by the clock at the moment of reading. */
  readonly state: ReservationState;
};

/** Units of one variant in a reservation. */
export type StockReservationLine = {
  /** Units. */
  readonly quantity: Scalars['Int']['output'];
  /** The variant (`var_…`). */
  readonly variantId: Scalars['ID']['output'];
};

/** Input of `updateProductImage`. */
export type UpdateProductImageInput = {
  /** What is to be seen, up to 500 characters; empty for decoration. */
  readonly alt: Scalars['String']['input'];
  /** The product's version you saw, to be refused when somebody changed the product or its images since. Not checked when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The picture (`img_…`). */
  readonly imageId: Scalars['ID']['input'];
};

/** Outcome of `updateProductImage`. */
export type UpdateProductImagePayload = {
  /** The picture as it stands; null when refused. */
  readonly image?: Maybe<ProductImage>;
  /** Why it was refused: INVALID_TEXT, StaleProductVersion. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A header of a presigned request. */
export type UploadHeader = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its value. */
  readonly value: Scalars['String']['output'];
};

/** One presigned request. */
export type UploadPut = {
  /** Headers to send exactly as they stand here. */
  readonly headers: ReadonlyArray<UploadHeader>;
  /** Where to PUT the bytes. */
  readonly url: Scalars['String']['output'];
};

/** How to send a file's bytes. Use `put` for one request, or tus 1.0 at `tusUrl` to be able to resume. */
export type UploadTicket = {
  /** When the bytes must have arrived. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Identifier (`upl_…`): name it to the mutation that uses the file. */
  readonly id: Scalars['ID']['output'];
  /** Largest size that is taken, in bytes. */
  readonly maxBytes: Scalars['Int']['output'];
  /** One presigned PUT of the whole file; null for large files. */
  readonly put?: Maybe<UploadPut>;
  /** Lets its holder send this one file and nothing else. Treat it like a password. */
  readonly token: Scalars['String']['output'];
  /** Endpoint of the tus 1.0 protocol. Create the upload there with `Authorization: Bearer <token>` and `Upload-Length`. */
  readonly tusUrl: Scalars['String']['output'];
};

/** A reason why a mutation was refused that the person asking can act on. */
export type UserError = {
  /** Stable code in upper snake case, e.g. `OUT_OF_STOCK`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** Live price and stock of one variant. */
export type VariantQuote = {
  /** Units that can be reserved now. */
  readonly available: Scalars['Int']['output'];
  /** The product's category (`cat_…`). */
  readonly categoryId: Scalars['ID']['output'];
  /** Currency of the price. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Chosen option values in English, or in any language there is, e.g. `M / Red`; empty without options. */
  readonly optionsLabel: Scalars['String']['output'];
  /** Its product (`prd_…`). */
  readonly productId: Scalars['ID']['output'];
  /** The shop that sells it (`shp_…`). */
  readonly shopId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  readonly sku: Scalars['String']['output'];
  /** Whether it can be bought. */
  readonly status: VariantQuoteStatus;
  /** How tax treats it. */
  readonly taxCategory: Scalars['String']['output'];
  /** Title of the product in English, or in any language there is. */
  readonly title: Scalars['String']['output'];
  /** Title by language, to freeze the buyer's. */
  readonly titles: ReadonlyArray<LocalisedText>;
  /** Price of one unit in minor units. */
  readonly unitPriceMinor: Scalars['BigInt']['output'];
  /** The variant (`var_…`). */
  readonly variantId: Scalars['ID']['output'];
};

/** Whether a variant can be bought. */
export type VariantQuoteStatus =
  /** The product is a draft or archived, or the variant was taken out of it. */
  | 'NOT_FOR_SALE'
  /** It is on sale; stock is another matter. */
  | 'ON_SALE'
  /** The shop is closed. */
  | 'SHOP_CLOSED';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info?: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info?: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info?: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Category: Category;
  Product: Product;
  ProductImage: ProductImage;
  ProductVariant: ProductVariant;
  Shop: Shop;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Category:
    ( { __typename: 'Category' }
    & GraphQLRecursivePick<FederationTypes['Category'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  ProductImage:
    ( { __typename: 'ProductImage' }
    & GraphQLRecursivePick<FederationTypes['ProductImage'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}> );
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: ( ProductImageMapper );
  Node:
    | ( CategoryMapper )
    | ( ProductMapper )
    | ( ProductImageMapper )
    | ( ProductVariantMapper )
  ;
  UserError:
    | ( KitRefusal )
    | ( ReservationOutOfStock )
    | ( StaleProductVersion )
    | ( StockBelowReserved )
    | ( StockConflict )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdjustStockInput: AdjustStockInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdjustStockLineInput: AdjustStockLineInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdjustStockPayload: ResolverTypeWrapper<Omit<AdjustStockPayload, 'userErrors' | 'variants'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']>, variants: ReadonlyArray<ResolversTypes['ProductVariant']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ArchiveProductInput: ArchiveProductInput;
  ArchiveProductPayload: ResolverTypeWrapper<Omit<ArchiveProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AttachProductImageInput: AttachProductImageInput;
  AttachProductImagePayload: ResolverTypeWrapper<Omit<AttachProductImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversTypes['ProductImage']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AttributeChoice: ResolverTypeWrapper<AttributeChoiceMapper>;
  AttributeChoiceInput: AttributeChoiceInput;
  AttributeDefinition: ResolverTypeWrapper<AttributeDefinitionMapper>;
  AttributeDefinitionInput: AttributeDefinitionInput;
  AttributeType: AttributeType;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CategoriesSetInput: CategoriesSetInput;
  CategoriesSetPayload: ResolverTypeWrapper<Omit<CategoriesSetPayload, 'rows' | 'userErrors'> & { rows: ReadonlyArray<ResolversTypes['CategoriesSetRow']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CategoriesSetRow: ResolverTypeWrapper<Omit<CategoriesSetRow, 'category' | 'userErrors'> & { category?: Maybe<ResolversTypes['Category']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Category: ResolverTypeWrapper<CategoryMapper>;
  CategoryPayload: ResolverTypeWrapper<Omit<CategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversTypes['Category']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CategorySetRowInput: CategorySetRowInput;
  CommitStockInput: CommitStockInput;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateCategoryInput: CreateCategoryInput;
  CreateProductImageUploadInput: CreateProductImageUploadInput;
  CreateProductImageUploadPayload: ResolverTypeWrapper<Omit<CreateProductImageUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateStockLocationInput: CreateStockLocationInput;
  CreateStockLocationPayload: ResolverTypeWrapper<Omit<CreateStockLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['StockLocation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteProductImageInput: DeleteProductImageInput;
  DeleteProductImagePayload: ResolverTypeWrapper<Omit<DeleteProductImagePayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ExtendReservationInput: ExtendReservationInput;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  ListedProduct: ResolverTypeWrapper<ListedProduct>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  LocalisedText: ResolverTypeWrapper<LocalisedTextMapper>;
  LocalisedTextInput: LocalisedTextInput;
  MergeCategoriesInput: MergeCategoriesInput;
  Money: ResolverTypeWrapper<KitMoney>;
  MoveCategoryInput: MoveCategoryInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductAttribute: ResolverTypeWrapper<ProductAttributeMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ProductAttributeInput: ProductAttributeInput;
  ProductConnection: ResolverTypeWrapper<ProductConnectionMapper>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductImage: ResolverTypeWrapper<ProductImageMapper>;
  ProductImageFailure: ResolverTypeWrapper<ProductImageFailure>;
  ProductImageState: ProductImageState;
  ProductInput: ProductInput;
  ProductOption: ResolverTypeWrapper<ProductOptionMapper>;
  ProductOptionInput: ProductOptionInput;
  ProductOptionValue: ResolverTypeWrapper<ProductOptionValueMapper>;
  ProductOptionValueInput: ProductOptionValueInput;
  ProductPriceRange: ResolverTypeWrapper<ProductPriceRangeMapper>;
  ProductSetInput: ProductSetInput;
  ProductSetPayload: ResolverTypeWrapper<Omit<ProductSetPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ProductStatus: ProductStatus;
  ProductVariant: ResolverTypeWrapper<ProductVariantMapper>;
  ProductVariantConnection: ResolverTypeWrapper<ProductVariantConnectionMapper>;
  ProductVariantEdge: ResolverTypeWrapper<Omit<ProductVariantEdge, 'node'> & { node: ResolversTypes['ProductVariant'] }>;
  ProductVariantInput: ProductVariantInput;
  ProductsSetInput: ProductsSetInput;
  ProductsSetPayload: ResolverTypeWrapper<Omit<ProductsSetPayload, 'rows' | 'userErrors'> & { rows: ReadonlyArray<ResolversTypes['ProductsSetRow']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ProductsSetRow: ResolverTypeWrapper<Omit<ProductsSetRow, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReleaseStockInput: ReleaseStockInput;
  RenameCategoryInput: RenameCategoryInput;
  ReorderProductImagesInput: ReorderProductImagesInput;
  ReorderProductImagesPayload: ResolverTypeWrapper<Omit<ReorderProductImagesPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReservationOutOfStock: ResolverTypeWrapper<ReservationOutOfStock>;
  ReservationPayload: ResolverTypeWrapper<Omit<ReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['StockReservation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReservationState: ReservationState;
  ReserveStockInput: ReserveStockInput;
  ReserveStockPayload: ResolverTypeWrapper<Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['StockReservation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RestockLinesInput: RestockLinesInput;
  RestockPayload: ResolverTypeWrapper<Omit<RestockPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SearchAttribute: ResolverTypeWrapper<Omit<SearchAttribute, 'names'> & { names: ReadonlyArray<ResolversTypes['LocalisedText']> }>;
  SearchCategory: ResolverTypeWrapper<Omit<SearchCategory, 'names'> & { names: ReadonlyArray<ResolversTypes['LocalisedText']> }>;
  SearchDocument: ResolverTypeWrapper<Omit<SearchDocument, 'attributes' | 'categories' | 'descriptions' | 'titles'> & { attributes: ReadonlyArray<ResolversTypes['SearchAttribute']>, categories: ReadonlyArray<ResolversTypes['SearchCategory']>, descriptions: ReadonlyArray<ResolversTypes['LocalisedText']>, titles: ReadonlyArray<ResolversTypes['LocalisedText']> }>;
  SelectedOption: ResolverTypeWrapper<SelectedOptionMapper>;
  SelectedOptionInput: SelectedOptionInput;
  SetCategoryAttributesInput: SetCategoryAttributesInput;
  SetCategoryAttributesPayload: ResolverTypeWrapper<Omit<SetCategoryAttributesPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversTypes['Category']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SetChange: SetChange;
  SetStockInput: SetStockInput;
  SetStockLineInput: SetStockLineInput;
  SetStockPayload: ResolverTypeWrapper<Omit<SetStockPayload, 'userErrors' | 'variants'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']>, variants: ReadonlyArray<ResolversTypes['ProductVariant']> }>;
  Shop: ResolverTypeWrapper<ShopMapper>;
  StaleProductVersion: ResolverTypeWrapper<StaleProductVersion>;
  StockBelowReserved: ResolverTypeWrapper<StockBelowReserved>;
  StockConflict: ResolverTypeWrapper<StockConflict>;
  StockLevel: ResolverTypeWrapper<StockLevelMapper>;
  StockLineInput: StockLineInput;
  StockLocation: ResolverTypeWrapper<StockLocationMapper>;
  StockReservation: ResolverTypeWrapper<StockReservationMapper>;
  StockReservationLine: ResolverTypeWrapper<StockReservationLine>;
  UpdateProductImageInput: UpdateProductImageInput;
  UpdateProductImagePayload: ResolverTypeWrapper<Omit<UpdateProductImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversTypes['ProductImage']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  VariantQuote: ResolverTypeWrapper<Omit<VariantQuote, 'titles'> & { titles: ReadonlyArray<ResolversTypes['LocalisedText']> }>;
  VariantQuoteStatus: VariantQuoteStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdjustStockInput: AdjustStockInput;
  ID: Scalars['ID']['output'];
  AdjustStockLineInput: AdjustStockLineInput;
  Int: Scalars['Int']['output'];
  AdjustStockPayload: Omit<AdjustStockPayload, 'userErrors' | 'variants'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']>, variants: ReadonlyArray<ResolversParentTypes['ProductVariant']> };
  Boolean: Scalars['Boolean']['output'];
  ArchiveProductInput: ArchiveProductInput;
  ArchiveProductPayload: Omit<ArchiveProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AttachProductImageInput: AttachProductImageInput;
  AttachProductImagePayload: Omit<AttachProductImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversParentTypes['ProductImage']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AttributeChoice: AttributeChoiceMapper;
  AttributeChoiceInput: AttributeChoiceInput;
  AttributeDefinition: AttributeDefinitionMapper;
  AttributeDefinitionInput: AttributeDefinitionInput;
  BigInt: Scalars['BigInt']['output'];
  CategoriesSetInput: CategoriesSetInput;
  CategoriesSetPayload: Omit<CategoriesSetPayload, 'rows' | 'userErrors'> & { rows: ReadonlyArray<ResolversParentTypes['CategoriesSetRow']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CategoriesSetRow: Omit<CategoriesSetRow, 'category' | 'userErrors'> & { category?: Maybe<ResolversParentTypes['Category']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Category: CategoryMapper;
  CategoryPayload: Omit<CategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversParentTypes['Category']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CategorySetRowInput: CategorySetRowInput;
  CommitStockInput: CommitStockInput;
  CountryCode: Scalars['CountryCode']['output'];
  CreateCategoryInput: CreateCategoryInput;
  CreateProductImageUploadInput: CreateProductImageUploadInput;
  CreateProductImageUploadPayload: Omit<CreateProductImageUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversParentTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateStockLocationInput: CreateStockLocationInput;
  CreateStockLocationPayload: Omit<CreateStockLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['StockLocation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteProductImageInput: DeleteProductImageInput;
  DeleteProductImagePayload: Omit<DeleteProductImagePayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ExtendReservationInput: ExtendReservationInput;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  ListedProduct: ListedProduct;
  Locale: Scalars['Locale']['output'];
  LocalisedText: LocalisedTextMapper;
  LocalisedTextInput: LocalisedTextInput;
  MergeCategoriesInput: MergeCategoriesInput;
  Money: KitMoney;
  MoveCategoryInput: MoveCategoryInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  Product: ProductMapper;
  ProductAttribute: ProductAttributeMapper;
  Float: Scalars['Float']['output'];
  ProductAttributeInput: ProductAttributeInput;
  ProductConnection: ProductConnectionMapper;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductImage: ProductImageMapper;
  ProductImageFailure: ProductImageFailure;
  ProductInput: ProductInput;
  ProductOption: ProductOptionMapper;
  ProductOptionInput: ProductOptionInput;
  ProductOptionValue: ProductOptionValueMapper;
  ProductOptionValueInput: ProductOptionValueInput;
  ProductPriceRange: ProductPriceRangeMapper;
  ProductSetInput: ProductSetInput;
  ProductSetPayload: Omit<ProductSetPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ProductVariant: ProductVariantMapper;
  ProductVariantConnection: ProductVariantConnectionMapper;
  ProductVariantEdge: Omit<ProductVariantEdge, 'node'> & { node: ResolversParentTypes['ProductVariant'] };
  ProductVariantInput: ProductVariantInput;
  ProductsSetInput: ProductsSetInput;
  ProductsSetPayload: Omit<ProductsSetPayload, 'rows' | 'userErrors'> & { rows: ReadonlyArray<ResolversParentTypes['ProductsSetRow']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ProductsSetRow: Omit<ProductsSetRow, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Query: Record<PropertyKey, never>;
  ReleaseStockInput: ReleaseStockInput;
  RenameCategoryInput: RenameCategoryInput;
  ReorderProductImagesInput: ReorderProductImagesInput;
  ReorderProductImagesPayload: Omit<ReorderProductImagesPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReservationOutOfStock: ReservationOutOfStock;
  ReservationPayload: Omit<ReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['StockReservation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReserveStockInput: ReserveStockInput;
  ReserveStockPayload: Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['StockReservation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RestockLinesInput: RestockLinesInput;
  RestockPayload: Omit<RestockPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SearchAttribute: Omit<SearchAttribute, 'names'> & { names: ReadonlyArray<ResolversParentTypes['LocalisedText']> };
  SearchCategory: Omit<SearchCategory, 'names'> & { names: ReadonlyArray<ResolversParentTypes['LocalisedText']> };
  SearchDocument: Omit<SearchDocument, 'attributes' | 'categories' | 'descriptions' | 'titles'> & { attributes: ReadonlyArray<ResolversParentTypes['SearchAttribute']>, categories: ReadonlyArray<ResolversParentTypes['SearchCategory']>, descriptions: ReadonlyArray<ResolversParentTypes['LocalisedText']>, titles: ReadonlyArray<ResolversParentTypes['LocalisedText']> };
  SelectedOption: SelectedOptionMapper;
  SelectedOptionInput: SelectedOptionInput;
  SetCategoryAttributesInput: SetCategoryAttributesInput;
  SetCategoryAttributesPayload: Omit<SetCategoryAttributesPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversParentTypes['Category']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SetStockInput: SetStockInput;
  SetStockLineInput: SetStockLineInput;
  SetStockPayload: Omit<SetStockPayload, 'userErrors' | 'variants'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']>, variants: ReadonlyArray<ResolversParentTypes['ProductVariant']> };
  Shop: ShopMapper;
  StaleProductVersion: StaleProductVersion;
  StockBelowReserved: StockBelowReserved;
  StockConflict: StockConflict;
  StockLevel: StockLevelMapper;
  StockLineInput: StockLineInput;
  StockLocation: StockLocationMapper;
  StockReservation: StockReservationMapper;
  StockReservationLine: StockReservationLine;
  UpdateProductImageInput: UpdateProductImageInput;
  UpdateProductImagePayload: Omit<UpdateProductImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversParentTypes['ProductImage']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  UserError: KitRefusal;
  VariantQuote: Omit<VariantQuote, 'titles'> & { titles: ReadonlyArray<ResolversParentTypes['LocalisedText']> };
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  scopes: ReadonlyArray<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type IdempotentDirectiveArgs = { };

export type IdempotentDirectiveResolver<Result, Parent, ContextType = Context, Args = IdempotentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InternalDirectiveArgs = {
  callers: ReadonlyArray<Scalars['String']['input']>;
};

export type InternalDirectiveResolver<Result, Parent, ContextType = Context, Args = InternalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AdjustStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockPayload'] = ResolversParentTypes['AdjustStockPayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ArchiveProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProductPayload'] = ResolversParentTypes['ArchiveProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttachProductImagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachProductImagePayload'] = ResolversParentTypes['AttachProductImagePayload']> = {
  image?: Resolver<Maybe<ResolversTypes['ProductImage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttributeChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeChoice'] = ResolversParentTypes['AttributeChoice']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AttributeChoiceLabelArgs>>;
};

export type AttributeDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinition'] = ResolversParentTypes['AttributeDefinition']> = {
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  choices?: Resolver<ReadonlyArray<ResolversTypes['AttributeChoice']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filterable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AttributeDefinitionNameArgs>>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AttributeType'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CategoriesSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoriesSetPayload'] = ResolversParentTypes['CategoriesSetPayload']> = {
  rows?: Resolver<ReadonlyArray<ResolversTypes['CategoriesSetRow']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoriesSetRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoriesSetRow'] = ResolversParentTypes['CategoriesSetRow']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  change?: Resolver<ResolversTypes['SetChange'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ancestors?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  attributes?: Resolver<ReadonlyArray<ResolversTypes['AttributeDefinition']>, ParentType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CategoryNameArgs>>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<CategoryProductsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryPayload'] = ResolversParentTypes['CategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateProductImageUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProductImageUploadPayload'] = ResolversParentTypes['CreateProductImageUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['UploadTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateStockLocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateStockLocationPayload'] = ResolversParentTypes['CreateStockLocationPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['StockLocation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteProductImagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteProductImagePayload'] = ResolversParentTypes['DeleteProductImagePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<'ProductImage', ParentType, ContextType>;
};

export type ListedProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListedProduct'] = ResolversParentTypes['ListedProduct']> = {
  onSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variantIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type LocalisedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalisedText'] = ResolversParentTypes['LocalisedText']> = {
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adjustStock?: Resolver<ResolversTypes['AdjustStockPayload'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  archiveProduct?: Resolver<ResolversTypes['ArchiveProductPayload'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'input'>>;
  attachProductImage?: Resolver<ResolversTypes['AttachProductImagePayload'], ParentType, ContextType, RequireFields<MutationAttachProductImageArgs, 'input'>>;
  categoriesSet?: Resolver<ResolversTypes['CategoriesSetPayload'], ParentType, ContextType, RequireFields<MutationCategoriesSetArgs, 'input'>>;
  commitStock?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationCommitStockArgs, 'input'>>;
  createCategory?: Resolver<ResolversTypes['CategoryPayload'], ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createProductImageUpload?: Resolver<ResolversTypes['CreateProductImageUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateProductImageUploadArgs, 'input'>>;
  createStockLocation?: Resolver<ResolversTypes['CreateStockLocationPayload'], ParentType, ContextType, RequireFields<MutationCreateStockLocationArgs, 'input'>>;
  deleteProductImage?: Resolver<ResolversTypes['DeleteProductImagePayload'], ParentType, ContextType, RequireFields<MutationDeleteProductImageArgs, 'input'>>;
  extendReservation?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationExtendReservationArgs, 'input'>>;
  mergeCategories?: Resolver<ResolversTypes['CategoryPayload'], ParentType, ContextType, RequireFields<MutationMergeCategoriesArgs, 'input'>>;
  moveCategory?: Resolver<ResolversTypes['CategoryPayload'], ParentType, ContextType, RequireFields<MutationMoveCategoryArgs, 'input'>>;
  productSet?: Resolver<ResolversTypes['ProductSetPayload'], ParentType, ContextType, RequireFields<MutationProductSetArgs, 'input'>>;
  productsSet?: Resolver<ResolversTypes['ProductsSetPayload'], ParentType, ContextType, RequireFields<MutationProductsSetArgs, 'input'>>;
  releaseStock?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationReleaseStockArgs, 'input'>>;
  renameCategory?: Resolver<ResolversTypes['CategoryPayload'], ParentType, ContextType, RequireFields<MutationRenameCategoryArgs, 'input'>>;
  reorderProductImages?: Resolver<ResolversTypes['ReorderProductImagesPayload'], ParentType, ContextType, RequireFields<MutationReorderProductImagesArgs, 'input'>>;
  reserveStock?: Resolver<ResolversTypes['ReserveStockPayload'], ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  restockLines?: Resolver<ResolversTypes['RestockPayload'], ParentType, ContextType, RequireFields<MutationRestockLinesArgs, 'input'>>;
  setCategoryAttributes?: Resolver<ResolversTypes['SetCategoryAttributesPayload'], ParentType, ContextType, RequireFields<MutationSetCategoryAttributesArgs, 'input'>>;
  setStock?: Resolver<ResolversTypes['SetStockPayload'], ParentType, ContextType, RequireFields<MutationSetStockArgs, 'input'>>;
  updateProductImage?: Resolver<ResolversTypes['UpdateProductImagePayload'], ParentType, ContextType, RequireFields<MutationUpdateProductImageArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Category' | 'Product' | 'ProductImage' | 'ProductVariant', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attributes?: Resolver<ReadonlyArray<ResolversTypes['ProductAttribute']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ProductDescriptionArgs>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['ProductImage']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  priceRange?: Resolver<ResolversTypes['ProductPriceRange'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductTitleArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variants?: Resolver<ResolversTypes['ProductVariantConnection'], ParentType, ContextType, Partial<ProductVariantsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductAttribute'] = ResolversParentTypes['ProductAttribute']> = {
  boolean?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  choices?: Resolver<ReadonlyArray<ResolversTypes['AttributeChoice']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductAttributeNameArgs>>;
  number?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AttributeType'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImage'] = ResolversParentTypes['ProductImage'], FederationReferenceType extends FederationReferenceTypes['ProductImage'] = FederationReferenceTypes['ProductImage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductImage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ProductImageFailure']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ProductImageSrcsetArgs, 'format'>>;
  state?: Resolver<ResolversTypes['ProductImageState'], ParentType, ContextType>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ProductImageUrlArgs, 'format' | 'width'>>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductImageFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImageFailure'] = ResolversParentTypes['ProductImageFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductOptionNameArgs>>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ProductOptionValue']>, ParentType, ContextType>;
};

export type ProductOptionValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionValue'] = ResolversParentTypes['ProductOptionValue']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductOptionValueLabelArgs>>;
};

export type ProductPriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductPriceRange'] = ResolversParentTypes['ProductPriceRange']> = {
  max?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSetPayload'] = ResolversParentTypes['ProductSetPayload']> = {
  change?: Resolver<ResolversTypes['SetChange'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lowStockThreshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SelectedOption']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stockLevels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StockLevel']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductVariantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantConnection'] = ResolversParentTypes['ProductVariantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductVariantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductVariantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantEdge'] = ResolversParentTypes['ProductVariantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
};

export type ProductsSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductsSetPayload'] = ResolversParentTypes['ProductsSetPayload']> = {
  rows?: Resolver<ReadonlyArray<ResolversTypes['ProductsSetRow']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductsSetRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductsSetRow'] = ResolversParentTypes['ProductsSetRow']> = {
  change?: Resolver<ResolversTypes['SetChange'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'id'>>;
  categoryBySlug?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryBySlugArgs, 'slug'>>;
  listedProducts?: Resolver<ReadonlyArray<ResolversTypes['ListedProduct']>, ParentType, ContextType, RequireFields<QueryListedProductsArgs, 'ids'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  productByExternalId?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductByExternalIdArgs, 'externalId' | 'shopId'>>;
  quoteVariants?: Resolver<ReadonlyArray<ResolversTypes['VariantQuote']>, ParentType, ContextType, RequireFields<QueryQuoteVariantsArgs, 'ids'>>;
  reservationByReference?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType, RequireFields<QueryReservationByReferenceArgs, 'reference'>>;
  searchCategories?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QuerySearchCategoriesArgs, 'query'>>;
  searchDocumentPage?: Resolver<ReadonlyArray<ResolversTypes['SearchDocument']>, ParentType, ContextType, RequireFields<QuerySearchDocumentPageArgs, 'first'>>;
  searchDocuments?: Resolver<ReadonlyArray<ResolversTypes['SearchDocument']>, ParentType, ContextType, RequireFields<QuerySearchDocumentsArgs, 'ids'>>;
  shopProducts?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<QueryShopProductsArgs, 'shopId'>>;
};

export type ReorderProductImagesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReorderProductImagesPayload'] = ResolversParentTypes['ReorderProductImagesPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReservationOutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationOutOfStock'] = ResolversParentTypes['ReservationOutOfStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationPayload'] = ResolversParentTypes['ReservationPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReserveStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockPayload'] = ResolversParentTypes['ReserveStockPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestockPayload'] = ResolversParentTypes['RestockPayload']> = {
  restocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SearchAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAttribute'] = ResolversParentTypes['SearchAttribute']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filterable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  names?: Resolver<ReadonlyArray<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchCategory'] = ResolversParentTypes['SearchCategory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  names?: Resolver<ReadonlyArray<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
};

export type SearchDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchDocument'] = ResolversParentTypes['SearchDocument']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['SearchAttribute']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['SearchCategory']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  descriptions?: Resolver<ReadonlyArray<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxPriceMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  minPriceMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  skus?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SelectedOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelectedOption'] = ResolversParentTypes['SelectedOption']> = {
  option?: Resolver<ResolversTypes['ProductOption'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['ProductOptionValue'], ParentType, ContextType>;
};

export type SetCategoryAttributesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCategoryAttributesPayload'] = ResolversParentTypes['SetCategoryAttributesPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetStockPayload'] = ResolversParentTypes['SetStockPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<ShopProductsArgs>>;
  stockLocations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StockLocation']>>, ParentType, ContextType>;
};

export type StaleProductVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleProductVersion'] = ResolversParentTypes['StaleProductVersion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockBelowReservedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockBelowReserved'] = ResolversParentTypes['StockBelowReserved']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockConflict'] = ResolversParentTypes['StockConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['StockLocation'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLocation'] = ResolversParentTypes['StockLocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockReservation'] = ResolversParentTypes['StockReservation']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['StockReservationLine']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReservationState'], ParentType, ContextType>;
};

export type StockReservationLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockReservationLine'] = ResolversParentTypes['StockReservationLine']> = {
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateProductImagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProductImagePayload'] = ResolversParentTypes['UpdateProductImagePayload']> = {
  image?: Resolver<Maybe<ResolversTypes['ProductImage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadHeader'] = ResolversParentTypes['UploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadPutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadPut'] = ResolversParentTypes['UploadPut']> = {
  headers?: Resolver<ReadonlyArray<ResolversTypes['UploadHeader']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadTicket'] = ResolversParentTypes['UploadTicket']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  put?: Resolver<Maybe<ResolversTypes['UploadPut']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tusUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PlainUserError' | 'ReservationOutOfStock' | 'StaleProductVersion' | 'StockBelowReserved' | 'StockConflict', ParentType, ContextType>;
};

export type VariantQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantQuote'] = ResolversParentTypes['VariantQuote']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  optionsLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VariantQuoteStatus'], ParentType, ContextType>;
  taxCategory?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  unitPriceMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AdjustStockPayload?: AdjustStockPayloadResolvers<ContextType>;
  ArchiveProductPayload?: ArchiveProductPayloadResolvers<ContextType>;
  AttachProductImagePayload?: AttachProductImagePayloadResolvers<ContextType>;
  AttributeChoice?: AttributeChoiceResolvers<ContextType>;
  AttributeDefinition?: AttributeDefinitionResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CategoriesSetPayload?: CategoriesSetPayloadResolvers<ContextType>;
  CategoriesSetRow?: CategoriesSetRowResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryPayload?: CategoryPayloadResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateProductImageUploadPayload?: CreateProductImageUploadPayloadResolvers<ContextType>;
  CreateStockLocationPayload?: CreateStockLocationPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteProductImagePayload?: DeleteProductImagePayloadResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ListedProduct?: ListedProductResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  LocalisedText?: LocalisedTextResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductAttribute?: ProductAttributeResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductImage?: ProductImageResolvers<ContextType>;
  ProductImageFailure?: ProductImageFailureResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductOptionValue?: ProductOptionValueResolvers<ContextType>;
  ProductPriceRange?: ProductPriceRangeResolvers<ContextType>;
  ProductSetPayload?: ProductSetPayloadResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  ProductVariantConnection?: ProductVariantConnectionResolvers<ContextType>;
  ProductVariantEdge?: ProductVariantEdgeResolvers<ContextType>;
  ProductsSetPayload?: ProductsSetPayloadResolvers<ContextType>;
  ProductsSetRow?: ProductsSetRowResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReorderProductImagesPayload?: ReorderProductImagesPayloadResolvers<ContextType>;
  ReservationOutOfStock?: ReservationOutOfStockResolvers<ContextType>;
  ReservationPayload?: ReservationPayloadResolvers<ContextType>;
  ReserveStockPayload?: ReserveStockPayloadResolvers<ContextType>;
  RestockPayload?: RestockPayloadResolvers<ContextType>;
  SearchAttribute?: SearchAttributeResolvers<ContextType>;
  SearchCategory?: SearchCategoryResolvers<ContextType>;
  SearchDocument?: SearchDocumentResolvers<ContextType>;
  SelectedOption?: SelectedOptionResolvers<ContextType>;
  SetCategoryAttributesPayload?: SetCategoryAttributesPayloadResolvers<ContextType>;
  SetStockPayload?: SetStockPayloadResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  StaleProductVersion?: StaleProductVersionResolvers<ContextType>;
  StockBelowReserved?: StockBelowReservedResolvers<ContextType>;
  StockConflict?: StockConflictResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockLocation?: StockLocationResolvers<ContextType>;
  StockReservation?: StockReservationResolvers<ContextType>;
  StockReservationLine?: StockReservationLineResolvers<ContextType>;
  UpdateProductImagePayload?: UpdateProductImagePayloadResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VariantQuote?: VariantQuoteResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
