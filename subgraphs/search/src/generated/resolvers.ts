import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { SearchResultMapper, SearchHitMapper, SearchFacetsMapper, SearchCategoryFacetMapper, SearchShopFacetMapper, SearchAttributeFacetMapper, SearchRuleMapper, QuerySuggestionMapper, CategorySuggestionMapper, ProductSuggestionMapper } from '../mappers.ts';
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

/** A place in the market's category tree; the catalogue owns it. */
export type Category = {
  /** Identifier (`cat_…`). */
  readonly id: Scalars['ID']['output'];
};

/** A category whose name begins with what was typed. */
export type CategorySuggestion = {
  /** The category; its name comes from the catalogue. */
  readonly category: Category;
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

export type Mutation = {
  /**
   * Reads every product from the catalogue into a new index, which then takes the old one's place: searches are answered all the
   * time. Asking again while a rebuild is running changes nothing.
   */
  readonly rebuildSearchIndex: RebuildSearchIndexPayload;
  /** Removes a merchandising rule. */
  readonly removeSearchRule: RemoveSearchRulePayload;
  /** Sets a merchandising rule; setting the same again changes nothing. */
  readonly setSearchRule: SetSearchRulePayload;
  /** Replaces the synonyms. They hold from the next search on; nothing needs to be indexed anew. */
  readonly setSynonyms: SetSynonymsPayload;
};


export type MutationRemoveSearchRuleArgs = {
  input: RemoveSearchRuleInput;
};


export type MutationSetSearchRuleArgs = {
  input: SetSearchRuleInput;
};


export type MutationSetSynonymsArgs = {
  input: SetSynonymsInput;
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

/** A good that a shop sells; the catalogue owns it. */
export type Product = {
  /** Identifier (`prd_…`). */
  readonly id: Scalars['ID']['output'];
};

/** A product whose title holds what was typed. */
export type ProductSuggestion = {
  /** The product; everything else about it comes from the catalogue. */
  readonly product: Product;
  /** Its title in the caller's language, cut where matching words begin and end. */
  readonly title: ReadonlyArray<SearchFragment>;
};

export type Query = {
  /**
   * Searches the goods on sale, in Russian and English: word forms, misspellings, the wrong keyboard layout and the other
   * alphabet are understood. At most the first 1,000 hits can be paged through.
   */
  readonly search: SearchResult;
  /** State of the index. */
  readonly searchIndex: SearchIndexStatus;
  /** Merchandising rules, newest first. */
  readonly searchRules: SearchRuleConnection;
  /** Completes what a person is typing: queries first, then categories, then products. */
  readonly suggest: ReadonlyArray<Suggestion>;
  /** All groups of synonyms. */
  readonly synonyms: ReadonlyArray<SynonymGroup>;
  /** Queries that found nothing, the most frequent first: goods to offer and synonyms to add. */
  readonly zeroResultQueries: ReadonlyArray<ZeroResultQuery>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<SearchFiltersInput>;
  first?: Scalars['Int']['input'];
  query: Scalars['String']['input'];
  sort?: SearchSort;
};


export type QuerySearchRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySuggestArgs = {
  first?: Scalars['Int']['input'];
  prefix: Scalars['String']['input'];
};


export type QueryZeroResultQueriesArgs = {
  first?: Scalars['Int']['input'];
};

/** A whole query that people search for, or that completes what was typed. */
export type QuerySuggestion = {
  /** The query to search for. */
  readonly query: Scalars['String']['output'];
};

/** Outcome of `rebuildSearchIndex`. */
export type RebuildSearchIndexPayload = {
  /** State of the index; `building` is true until the new index has taken the old one's place. */
  readonly index?: Maybe<SearchIndexStatus>;
  /** Never filled today; there so that refusals can be added. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `removeSearchRule`. */
export type RemoveSearchRuleInput = {
  /** The rule (`srl_…`). */
  readonly id: Scalars['ID']['input'];
};

/** Outcome of `removeSearchRule`. */
export type RemoveSearchRulePayload = {
  /** Id of the removed rule; removing it again gives the same answer. */
  readonly removedId?: Maybe<Scalars['ID']['output']>;
  /** Never filled today; there so that refusals can be added. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An attribute with hits. */
export type SearchAttributeFacet = {
  /** Code to send in the filter. */
  readonly code: Scalars['String']['output'];
  /** Name as a person reads it; the code when nobody named it. */
  readonly name: Scalars['String']['output'];
  /** Values with most hits, at most 30. */
  readonly values: ReadonlyArray<SearchFacetValue>;
};


/** An attribute with hits. */
export type SearchAttributeFacetNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Wanted values of one attribute: goods with any of them are kept. */
export type SearchAttributeInput = {
  /** Code of the attribute, as in `SearchAttributeFacet.code`. */
  readonly code: Scalars['String']['input'];
  /** Values as in `SearchFacetValue.value`; 1 to 50. */
  readonly values: ReadonlyArray<Scalars['String']['input']>;
};

/** Hits by whether they can be bought now. */
export type SearchAvailabilityFacet = {
  /** Hits of which at least one unit can be bought. */
  readonly inStock: Scalars['Int']['output'];
  /** Hits that are sold out. */
  readonly outOfStock: Scalars['Int']['output'];
};

/** A category with hits in it or below. */
export type SearchCategoryFacet = {
  /** The category; its name comes from the catalogue. */
  readonly category: Category;
  /** Categories with hits directly below. */
  readonly children: ReadonlyArray<SearchCategoryFacet>;
  /** Hits in it and below. */
  readonly count: Scalars['Int']['output'];
  /** True for the category of the filter. */
  readonly selected: Scalars['Boolean']['output'];
};

/** A value with hits. */
export type SearchFacetValue = {
  /** Hits that have it. */
  readonly count: Scalars['Int']['output'];
  /** True when the filter names it. */
  readonly selected: Scalars['Boolean']['output'];
  /** The value to send in the filter. */
  readonly value: Scalars['String']['output'];
};

/** Counts by which to narrow a result. */
export type SearchFacets = {
  /** Filterable attributes with most hits, at most 20. */
  readonly attributes: ReadonlyArray<SearchAttributeFacet>;
  /** How many can be bought now. */
  readonly availability: SearchAvailabilityFacet;
  /** Brands with most hits, at most 50. */
  readonly brands: ReadonlyArray<SearchFacetValue>;
  /** Categories as a tree, roots first: at most 100 categories with most hits. With a category filter: what lies outside is counted as well. */
  readonly categories: ReadonlyArray<SearchCategoryFacet>;
  /** Price ranges, by currency and amount. */
  readonly prices: ReadonlyArray<SearchPriceFacet>;
  /** Shops with most hits, at most 50. */
  readonly shops: ReadonlyArray<SearchShopFacet>;
};

/** What hits have to satisfy. Values of one filter are alternatives, different filters must all hold. */
export type SearchFiltersInput = {
  /** Only goods with these attribute values, at most 20 attributes. */
  readonly attributes?: InputMaybe<ReadonlyArray<SearchAttributeInput>>;
  /** Only goods of these brands, at most 50; upper and lower case do not matter. */
  readonly brands?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only goods in this category or below it (`cat_…`). */
  readonly categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** True: only goods that can be bought now. False: only sold-out ones. */
  readonly inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only goods in this currency and price range. */
  readonly price?: InputMaybe<SearchPriceInput>;
  /** Only goods of these shops (`shp_…`), at most 50. */
  readonly shopIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A piece of a text. */
export type SearchFragment = {
  /** True when it matches a word of the query: emphasise it. */
  readonly matches: Scalars['Boolean']['output'];
  /** The piece. */
  readonly text: Scalars['String']['output'];
};

/** A product that answers the query. */
export type SearchHit = {
  /** The product; everything else about it comes from the catalogue. */
  readonly product: Product;
  /** True when a merchandising rule put it in its place. */
  readonly promoted: Scalars['Boolean']['output'];
  /** The title in the caller's language, cut where matching words begin and end. Joined, the fragments are the whole title; escape them as any text. */
  readonly title: ReadonlyArray<SearchFragment>;
};

/** A hit in a page. */
export type SearchHitEdge = {
  /** Send it as `after` to continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The hit. */
  readonly node: SearchHit;
};

/** State of the search index. */
export type SearchIndexStatus = {
  /** True while a full rebuild is running; searches are answered from the present index until it is done. */
  readonly building: Scalars['Boolean']['output'];
  /** Products that can be found. */
  readonly documents: Scalars['Int']['output'];
  /** Which engine answers: `postgres` or `meilisearch`. */
  readonly engine: Scalars['String']['output'];
  /** Age of the oldest change that is not searchable yet, in seconds; 0 when everything is. */
  readonly indexLagSeconds: Scalars['Float']['output'];
  /** Changes that are not searchable yet. */
  readonly pendingChanges: Scalars['Int']['output'];
};

/** A price range with hits: from `min` inclusive to `below` exclusive. */
export type SearchPriceFacet = {
  /** The price at which the next range begins; null for the last range. */
  readonly below?: Maybe<Money>;
  /** Hits whose cheapest variant is in the range. */
  readonly count: Scalars['Int']['output'];
  /** Currency of the range. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Lowest price in the range; zero for the first range. */
  readonly min: Money;
};

/** Price bounds in one currency. Goods priced in another currency are left out. */
export type SearchPriceInput = {
  /** Currency of the bounds; without bounds it only chooses the currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Highest price in minor units, inclusive. */
  readonly maxMinor?: InputMaybe<Scalars['BigInt']['input']>;
  /** Lowest price in minor units, inclusive. */
  readonly minMinor?: InputMaybe<Scalars['BigInt']['input']>;
};

/** A page of hits with what is needed to narrow them. */
export type SearchResult = {
  /** What was searched for in the end: the corrected query if there is one, else the query without superfluous spaces. */
  readonly appliedQuery: Scalars['String']['output'];
  /** Set when the query held a misspelling, was typed on the other keyboard layout or in the other alphabet: show "Showing results for …". */
  readonly correctedQuery?: Maybe<Scalars['String']['output']>;
  /** Hits with their cursors. */
  readonly edges: ReadonlyArray<SearchHitEdge>;
  /**
   * Counts by which to narrow the result. A facet's counts ignore the filter on that very facet, so that a second value can
   * be added to it; all other filters hold. Of more than about 5,000 hits counts are estimated from a sample.
   */
  readonly facets: SearchFacets;
  /** The hits alone. */
  readonly nodes: ReadonlyArray<SearchHit>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** True when goods that lack one of the words are among the hits; those with all words come first. */
  readonly partial: Scalars['Boolean']['output'];
  /** Goods that match in all; exact up to about 5,000, estimated beyond. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A merchandising rule: what happens to one product when people search for one query. */
export type SearchRule = {
  /** What it does. */
  readonly action: SearchRuleAction;
  /** When it was set. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** It holds until then; null means without end. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (`srl_…`). */
  readonly id: Scalars['ID']['output'];
  /** Position of a pinned product, 1 is the first; null for other actions. */
  readonly position?: Maybe<Scalars['Int']['output']>;
  /** The product it is about. */
  readonly product: Product;
  /** The query it is for; case, ё/е and superfluous spaces do not matter. Empty: every query. */
  readonly query: Scalars['String']['output'];
  /** It holds from then on; null means at once. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a merchandising rule does to its product. */
export type SearchRuleAction =
  /** Shows it before all other matches, if it matches. */
  | 'BOOST'
  /** Never shows it. */
  | 'HIDE'
  /** Shows it at a fixed position, even if it does not match. */
  | 'PIN';

/** Page of merchandising rules. */
export type SearchRuleConnection = {
  /** Rules with their cursors. */
  readonly edges: ReadonlyArray<SearchRuleEdge>;
  /** The rules alone. */
  readonly nodes: ReadonlyArray<SearchRule>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Null: rules are not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A rule in a page. */
export type SearchRuleEdge = {
  /** Send it as `after` or `before` to continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The rule. */
  readonly node: SearchRule;
};

/** A shop with hits. */
export type SearchShopFacet = {
  /** Hits of that shop. */
  readonly count: Scalars['Int']['output'];
  /** True when the filter names it. */
  readonly selected: Scalars['Boolean']['output'];
  /** The shop; its name comes from the seller context. */
  readonly shop: Shop;
};

/** Order of the hits. */
export type SearchSort =
  /** Newest first. */
  | 'NEWEST'
  /** Cheapest first. Amounts of different currencies do not compare, so goods are ordered by currency code first; filter by `price.currency` to see one currency. */
  | 'PRICE_ASC'
  /** Dearest first; currencies as with PRICE_ASC. */
  | 'PRICE_DESC'
  /** Best match first. */
  | 'RELEVANCE';

/** Input of `setSearchRule`. A rule of the same query and product is replaced. */
export type SetSearchRuleInput = {
  /** What it does. */
  readonly action: SearchRuleAction;
  /** It holds until then; without end when left out. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Position of a pinned product, 1 to 100; for PIN only, 1 when left out. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
  /** The product it is about (`prd_…`). */
  readonly productId: Scalars['ID']['input'];
  /** The query it is for, at most 200 characters; empty for every query. */
  readonly query: Scalars['String']['input'];
  /** It holds from then on; at once when left out. */
  readonly startsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Outcome of `setSearchRule`. */
export type SetSearchRulePayload = {
  /** The rule as it holds now; null when it was refused. */
  readonly rule?: Maybe<SearchRule>;
  /** Why it was refused: QUERY_TOO_LONG, UNKNOWN_PRODUCT, POSITION_OUT_OF_RANGE, POSITION_NOT_ALLOWED, PERIOD_EMPTY. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `setSynonyms`. */
export type SetSynonymsInput = {
  /** The whole list, at most 1,000 groups; groups left out are forgotten. */
  readonly groups: ReadonlyArray<SynonymGroupInput>;
};

/** Outcome of `setSynonyms`. */
export type SetSynonymsPayload = {
  /** The groups as they hold now; null when they were refused. */
  readonly groups?: Maybe<ReadonlyArray<SynonymGroup>>;
  /** Why they were refused: TOO_MANY_GROUPS, GROUP_SIZE, PHRASE_LENGTH. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A shop; the seller context owns it. */
export type Shop = {
  /** Identifier (`shp_…`). */
  readonly id: Scalars['ID']['output'];
};

/** One line of the suggestion list. */
export type Suggestion = CategorySuggestion | ProductSuggestion | QuerySuggestion;

/** Words that mean the same. */
export type SynonymGroup = {
  /** Words or short phrases, each of which also finds the others. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** Words that mean the same. */
export type SynonymGroupInput = {
  /** 2 to 20 words or phrases of at most three words, each of which also finds the others. */
  readonly words: ReadonlyArray<Scalars['String']['input']>;
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

/** A query that found nothing. */
export type ZeroResultQuery = {
  /** How often it found nothing. */
  readonly count: Scalars['Int']['output'];
  /** When it last found nothing. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** The query as people type it most often, lower case. */
  readonly query: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

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



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Suggestion:
    | ( CategorySuggestionMapper )
    | ( ProductSuggestionMapper )
    | ( QuerySuggestionMapper )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node: never;
  UserError: ( KitRefusal );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Category: ResolverTypeWrapper<Category>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CategorySuggestion: ResolverTypeWrapper<CategorySuggestionMapper>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ImageFormat: ImageFormat;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Product: ResolverTypeWrapper<Product>;
  ProductSuggestion: ResolverTypeWrapper<ProductSuggestionMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuerySuggestion: ResolverTypeWrapper<QuerySuggestionMapper>;
  RebuildSearchIndexPayload: ResolverTypeWrapper<Omit<RebuildSearchIndexPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RemoveSearchRuleInput: RemoveSearchRuleInput;
  RemoveSearchRulePayload: ResolverTypeWrapper<Omit<RemoveSearchRulePayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SearchAttributeFacet: ResolverTypeWrapper<SearchAttributeFacetMapper>;
  SearchAttributeInput: SearchAttributeInput;
  SearchAvailabilityFacet: ResolverTypeWrapper<SearchAvailabilityFacet>;
  SearchCategoryFacet: ResolverTypeWrapper<SearchCategoryFacetMapper>;
  SearchFacetValue: ResolverTypeWrapper<SearchFacetValue>;
  SearchFacets: ResolverTypeWrapper<SearchFacetsMapper>;
  SearchFiltersInput: SearchFiltersInput;
  SearchFragment: ResolverTypeWrapper<SearchFragment>;
  SearchHit: ResolverTypeWrapper<SearchHitMapper>;
  SearchHitEdge: ResolverTypeWrapper<Omit<SearchHitEdge, 'node'> & { node: ResolversTypes['SearchHit'] }>;
  SearchIndexStatus: ResolverTypeWrapper<SearchIndexStatus>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SearchPriceFacet: ResolverTypeWrapper<Omit<SearchPriceFacet, 'below' | 'min'> & { below?: Maybe<ResolversTypes['Money']>, min: ResolversTypes['Money'] }>;
  SearchPriceInput: SearchPriceInput;
  SearchResult: ResolverTypeWrapper<SearchResultMapper>;
  SearchRule: ResolverTypeWrapper<SearchRuleMapper>;
  SearchRuleAction: SearchRuleAction;
  SearchRuleConnection: ResolverTypeWrapper<Omit<SearchRuleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['SearchRuleEdge']>, nodes: ReadonlyArray<ResolversTypes['SearchRule']> }>;
  SearchRuleEdge: ResolverTypeWrapper<Omit<SearchRuleEdge, 'node'> & { node: ResolversTypes['SearchRule'] }>;
  SearchShopFacet: ResolverTypeWrapper<SearchShopFacetMapper>;
  SearchSort: SearchSort;
  SetSearchRuleInput: SetSearchRuleInput;
  SetSearchRulePayload: ResolverTypeWrapper<Omit<SetSearchRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversTypes['SearchRule']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SetSynonymsInput: SetSynonymsInput;
  SetSynonymsPayload: ResolverTypeWrapper<Omit<SetSynonymsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Shop: ResolverTypeWrapper<Shop>;
  Suggestion: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Suggestion']>;
  SynonymGroup: ResolverTypeWrapper<SynonymGroup>;
  SynonymGroupInput: SynonymGroupInput;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  ZeroResultQuery: ResolverTypeWrapper<ZeroResultQuery>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BigInt: Scalars['BigInt']['output'];
  Category: Category;
  ID: Scalars['ID']['output'];
  CategorySuggestion: CategorySuggestionMapper;
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Int: Scalars['Int']['output'];
  Locale: Scalars['Locale']['output'];
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PlainUserError: KitRefusal;
  Product: Product;
  ProductSuggestion: ProductSuggestionMapper;
  Query: Record<PropertyKey, never>;
  QuerySuggestion: QuerySuggestionMapper;
  RebuildSearchIndexPayload: Omit<RebuildSearchIndexPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RemoveSearchRuleInput: RemoveSearchRuleInput;
  RemoveSearchRulePayload: Omit<RemoveSearchRulePayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SearchAttributeFacet: SearchAttributeFacetMapper;
  SearchAttributeInput: SearchAttributeInput;
  SearchAvailabilityFacet: SearchAvailabilityFacet;
  SearchCategoryFacet: SearchCategoryFacetMapper;
  SearchFacetValue: SearchFacetValue;
  SearchFacets: SearchFacetsMapper;
  SearchFiltersInput: SearchFiltersInput;
  SearchFragment: SearchFragment;
  SearchHit: SearchHitMapper;
  SearchHitEdge: Omit<SearchHitEdge, 'node'> & { node: ResolversParentTypes['SearchHit'] };
  SearchIndexStatus: SearchIndexStatus;
  Float: Scalars['Float']['output'];
  SearchPriceFacet: Omit<SearchPriceFacet, 'below' | 'min'> & { below?: Maybe<ResolversParentTypes['Money']>, min: ResolversParentTypes['Money'] };
  SearchPriceInput: SearchPriceInput;
  SearchResult: SearchResultMapper;
  SearchRule: SearchRuleMapper;
  SearchRuleConnection: Omit<SearchRuleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['SearchRuleEdge']>, nodes: ReadonlyArray<ResolversParentTypes['SearchRule']> };
  SearchRuleEdge: Omit<SearchRuleEdge, 'node'> & { node: ResolversParentTypes['SearchRule'] };
  SearchShopFacet: SearchShopFacetMapper;
  SetSearchRuleInput: SetSearchRuleInput;
  SetSearchRulePayload: Omit<SetSearchRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversParentTypes['SearchRule']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SetSynonymsInput: SetSynonymsInput;
  SetSynonymsPayload: Omit<SetSynonymsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Shop: Shop;
  Suggestion: ResolversUnionTypes<ResolversParentTypes>['Suggestion'];
  SynonymGroup: SynonymGroup;
  SynonymGroupInput: SynonymGroupInput;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  UserError: KitRefusal;
  ZeroResultQuery: ZeroResultQuery;
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

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CategorySuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategorySuggestion'] = ResolversParentTypes['CategorySuggestion']> = {
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  rebuildSearchIndex?: Resolver<ResolversTypes['RebuildSearchIndexPayload'], ParentType, ContextType>;
  removeSearchRule?: Resolver<ResolversTypes['RemoveSearchRulePayload'], ParentType, ContextType, RequireFields<MutationRemoveSearchRuleArgs, 'input'>>;
  setSearchRule?: Resolver<ResolversTypes['SetSearchRulePayload'], ParentType, ContextType, RequireFields<MutationSetSearchRuleArgs, 'input'>>;
  setSynonyms?: Resolver<ResolversTypes['SetSynonymsPayload'], ParentType, ContextType, RequireFields<MutationSetSynonymsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
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

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSuggestion'] = ResolversParentTypes['ProductSuggestion']> = {
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  title?: Resolver<ReadonlyArray<ResolversTypes['SearchFragment']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  search?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'query' | 'sort'>>;
  searchIndex?: Resolver<ResolversTypes['SearchIndexStatus'], ParentType, ContextType>;
  searchRules?: Resolver<ResolversTypes['SearchRuleConnection'], ParentType, ContextType, Partial<QuerySearchRulesArgs>>;
  suggest?: Resolver<ReadonlyArray<ResolversTypes['Suggestion']>, ParentType, ContextType, RequireFields<QuerySuggestArgs, 'first' | 'prefix'>>;
  synonyms?: Resolver<ReadonlyArray<ResolversTypes['SynonymGroup']>, ParentType, ContextType>;
  zeroResultQueries?: Resolver<ReadonlyArray<ResolversTypes['ZeroResultQuery']>, ParentType, ContextType, RequireFields<QueryZeroResultQueriesArgs, 'first'>>;
};

export type QuerySuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuerySuggestion'] = ResolversParentTypes['QuerySuggestion']> = {
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RebuildSearchIndexPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RebuildSearchIndexPayload'] = ResolversParentTypes['RebuildSearchIndexPayload']> = {
  index?: Resolver<Maybe<ResolversTypes['SearchIndexStatus']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSearchRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSearchRulePayload'] = ResolversParentTypes['RemoveSearchRulePayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SearchAttributeFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAttributeFacet'] = ResolversParentTypes['SearchAttributeFacet']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SearchAttributeFacetNameArgs>>;
  values?: Resolver<ReadonlyArray<ResolversTypes['SearchFacetValue']>, ParentType, ContextType>;
};

export type SearchAvailabilityFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAvailabilityFacet'] = ResolversParentTypes['SearchAvailabilityFacet']> = {
  inStock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outOfStock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchCategoryFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchCategoryFacet'] = ResolversParentTypes['SearchCategoryFacet']> = {
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['SearchCategoryFacet']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchFacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacetValue'] = ResolversParentTypes['SearchFacetValue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacets'] = ResolversParentTypes['SearchFacets']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['SearchAttributeFacet']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['SearchAvailabilityFacet'], ParentType, ContextType>;
  brands?: Resolver<ReadonlyArray<ResolversTypes['SearchFacetValue']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['SearchCategoryFacet']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['SearchPriceFacet']>, ParentType, ContextType>;
  shops?: Resolver<ReadonlyArray<ResolversTypes['SearchShopFacet']>, ParentType, ContextType>;
};

export type SearchFragmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFragment'] = ResolversParentTypes['SearchFragment']> = {
  matches?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  promoted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<ReadonlyArray<ResolversTypes['SearchFragment']>, ParentType, ContextType>;
};

export type SearchHitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHitEdge'] = ResolversParentTypes['SearchHitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type SearchIndexStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchIndexStatus'] = ResolversParentTypes['SearchIndexStatus']> = {
  building?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  indexLagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pendingChanges?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchPriceFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchPriceFacet'] = ResolversParentTypes['SearchPriceFacet']> = {
  below?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  appliedQuery?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correctedQuery?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchHitEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['SearchFacets'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchRule'] = ResolversParentTypes['SearchRule']> = {
  action?: Resolver<ResolversTypes['SearchRuleAction'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SearchRuleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchRuleConnection'] = ResolversParentTypes['SearchRuleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchRuleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SearchRule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SearchRuleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchRuleEdge'] = ResolversParentTypes['SearchRuleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchRule'], ParentType, ContextType>;
};

export type SearchShopFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchShopFacet'] = ResolversParentTypes['SearchShopFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
};

export type SetSearchRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetSearchRulePayload'] = ResolversParentTypes['SetSearchRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['SearchRule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetSynonymsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetSynonymsPayload'] = ResolversParentTypes['SetSynonymsPayload']> = {
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SynonymGroup']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Suggestion'] = ResolversParentTypes['Suggestion']> = {
  __resolveType: TypeResolveFn<'CategorySuggestion' | 'ProductSuggestion' | 'QuerySuggestion', ParentType, ContextType>;
};

export type SynonymGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SynonymGroup'] = ResolversParentTypes['SynonymGroup']> = {
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'PlainUserError', ParentType, ContextType>;
};

export type ZeroResultQueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ZeroResultQuery'] = ResolversParentTypes['ZeroResultQuery']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BigInt?: GraphQLScalarType;
  Category?: CategoryResolvers<ContextType>;
  CategorySuggestion?: CategorySuggestionResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductSuggestion?: ProductSuggestionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuerySuggestion?: QuerySuggestionResolvers<ContextType>;
  RebuildSearchIndexPayload?: RebuildSearchIndexPayloadResolvers<ContextType>;
  RemoveSearchRulePayload?: RemoveSearchRulePayloadResolvers<ContextType>;
  SearchAttributeFacet?: SearchAttributeFacetResolvers<ContextType>;
  SearchAvailabilityFacet?: SearchAvailabilityFacetResolvers<ContextType>;
  SearchCategoryFacet?: SearchCategoryFacetResolvers<ContextType>;
  SearchFacetValue?: SearchFacetValueResolvers<ContextType>;
  SearchFacets?: SearchFacetsResolvers<ContextType>;
  SearchFragment?: SearchFragmentResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchHitEdge?: SearchHitEdgeResolvers<ContextType>;
  SearchIndexStatus?: SearchIndexStatusResolvers<ContextType>;
  SearchPriceFacet?: SearchPriceFacetResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  SearchRule?: SearchRuleResolvers<ContextType>;
  SearchRuleConnection?: SearchRuleConnectionResolvers<ContextType>;
  SearchRuleEdge?: SearchRuleEdgeResolvers<ContextType>;
  SearchShopFacet?: SearchShopFacetResolvers<ContextType>;
  SetSearchRulePayload?: SetSearchRulePayloadResolvers<ContextType>;
  SetSynonymsPayload?: SetSynonymsPayloadResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  Suggestion?: SuggestionResolvers<ContextType>;
  SynonymGroup?: SynonymGroupResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ZeroResultQuery?: ZeroResultQueryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
