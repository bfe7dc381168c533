import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { ShopMapper, ShopConnectionMapper, ShopSettingsMapper, ShopStaffMapper, ApiClientMapper, DeliveryMethodMapper, DeliveryZoneMapper, DeliveryRateMapper, ShopSalesMapper, ShopSalesDayMapper, ShopVersionConflictMapper } from '../mappers.ts';
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

/** Adds somebody to a shop's staff. */
export type AddShopStaffInput = {
  /** E-mail address of the person's account. */
  readonly email: Scalars['String']['input'];
  /** As what. */
  readonly role: ShopRole;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** A program that may act for a shop with a key of its own. */
export type ApiClient = {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque identifier, `key_…`. */
  readonly id: Scalars['ID']['output'];
  /** The first characters of its key, to tell keys apart. */
  readonly keyPrefix: Scalars['String']['output'];
  /** What it is called, e.g. `Warehouse sync`. */
  readonly name: Scalars['String']['output'];
  /** When its key stopped working; null while it works. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do, e.g. `stock:write`. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
};

/** Whose key it is. */
export type ApiClientIdentity = {
  /** Identifier of the client, `key_…`. */
  readonly clientId: Scalars['ID']['output'];
  /** What it may do. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** Shop it acts for. */
  readonly shopId: Scalars['ID']['output'];
};

/** Changes somebody's role. */
export type ChangeStaffRoleInput = {
  /** As what. */
  readonly role: ShopRole;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Who, `stf_…`. */
  readonly staffId: Scalars['ID']['input'];
};

/** A shop's terms as they are now. */
export type CheckoutShop = {
  /** False when it is closed or takes no orders for now. */
  readonly acceptsOrders: Scalars['Boolean']['output'];
  /** Minutes in which the buyer may cancel without asking. */
  readonly cancellationWindowMinutes: Scalars['Int']['output'];
  /** The market's share in basis points. */
  readonly commissionBasisPoints: Scalars['Int']['output'];
  /** Countries its active delivery methods name. */
  readonly countries: ReadonlyArray<Scalars['CountryCode']['output']>;
  /** Currency of its prices. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** True when a method also covers the rest of the world. */
  readonly deliversWorldwide: Scalars['Boolean']['output'];
  /** Units at or below which a variant is low on stock. */
  readonly lowStockThreshold: Scalars['Int']['output'];
  /** Name to show. */
  readonly name: Scalars['String']['output'];
  /** Days in which goods may be returned. */
  readonly returnWindowDays: Scalars['Int']['output'];
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['output'];
  /** Whether it is open. */
  readonly status: ShopStatus;
};

/** Names a shop to close. */
export type CloseShopInput = {
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** Makes a key for a program. */
export type CreateApiClientInput = {
  /** What to call it, 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** What it may do: capabilities such as `stock:write`, all of which you hold yourself; `staff:manage` is not given to programs. */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** Outcome of making a key. */
export type CreateApiClientPayload = {
  /** The client; null when refused. */
  readonly apiClient?: Maybe<ApiClient>;
  /** The key, `vtk_…`, to send as `Authorization: Bearer …`. It is never shown again. */
  readonly key?: Maybe<Scalars['String']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Kind of delivery. */
export type DeliveryKind =
  /** By courier to the door. */
  | 'COURIER'
  /** The buyer fetches it. */
  | 'PICKUP'
  /** By post to the address or a post office. */
  | 'POST';

/** A way to have goods delivered. */
export type DeliveryMethod = {
  /** False when it is not offered at present. */
  readonly active: Scalars['Boolean']['output'];
  /** The shop's own short name of it, unique in the shop, e.g. `express`. */
  readonly code: Scalars['String']['output'];
  /** Opaque identifier, `dlv_…`; stays the same when the method is changed. */
  readonly id: Scalars['ID']['output'];
  /** What kind of delivery it is. */
  readonly kind: DeliveryKind;
  /** Name to show. */
  readonly name: Scalars['String']['output'];
  /** True when the buyer may pay on delivery. */
  readonly paymentOnDelivery: Scalars['Boolean']['output'];
  /** Where it goes and what it costs there. The most particular zone that covers an address holds for it. */
  readonly zones: ReadonlyArray<DeliveryZone>;
};


/** A way to have goods delivered. */
export type DeliveryMethodNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Outcome of a change to a delivery method. */
export type DeliveryMethodPayload = {
  /** The method after the change; null when refused. */
  readonly deliveryMethod?: Maybe<DeliveryMethod>;
  /** Why it was refused, one entry per mistake. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One way to deliver and its price. */
export type DeliveryQuote = {
  /** Currency of the price. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Most days until it arrives. */
  readonly maxDays: Scalars['Int']['output'];
  /** Identifier of the delivery method, `dlv_…`. */
  readonly methodId: Scalars['ID']['output'];
  /** Fewest days until it arrives. */
  readonly minDays: Scalars['Int']['output'];
  /** Name to show, English where the shop has one. */
  readonly name: Scalars['String']['output'];
  /** True when the buyer may pay on delivery. */
  readonly paymentOnDelivery: Scalars['Boolean']['output'];
  /** Price in minor units; 0 when free. */
  readonly priceMinor: Scalars['BigInt']['output'];
};

/** One step of a price list. */
export type DeliveryRate = {
  /** From this amount in minor units, or this number of units, on. */
  readonly from: Scalars['BigInt']['output'];
  /** Price of the delivery. */
  readonly price: Money;
};

/** What the steps of a price list count. */
export type DeliveryRateBasis =
  /** The price of the goods in minor units of the shop's currency. */
  | 'GOODS_AMOUNT'
  /** The number of units. */
  | 'UNITS';

/** One step of a price list. */
export type DeliveryRateInput = {
  /** From this amount in minor units, or this number of units, on. */
  readonly from: Scalars['BigInt']['input'];
  /** Price in minor units of the shop's currency. */
  readonly priceMinor: Scalars['BigInt']['input'];
};

/** Part of the world with one price list. */
export type DeliveryZone = {
  /** What the steps of the price list count. */
  readonly basis: DeliveryRateBasis;
  /** Countries it covers; empty means every country that no other zone of the method names. */
  readonly countries: ReadonlyArray<Scalars['CountryCode']['output']>;
  /** From this amount of goods on delivery is free; null when it never is. */
  readonly freeFrom?: Maybe<Money>;
  /** Most days until it arrives. */
  readonly maxDays: Scalars['Int']['output'];
  /** Fewest days until it arrives. */
  readonly minDays: Scalars['Int']['output'];
  /** Beginnings of postal codes it is limited to; empty means all. */
  readonly postalCodePrefixes: ReadonlyArray<Scalars['String']['output']>;
  /** The price list, by rising `from`; the last step reached holds. */
  readonly rates: ReadonlyArray<DeliveryRate>;
  /** Regions of those countries it is limited to, e.g. `FL`; empty means all. */
  readonly regions: ReadonlyArray<Scalars['String']['output']>;
};

/** Part of the world with one price list. */
export type DeliveryZoneInput = {
  /** What the steps of the price list count. */
  readonly basis?: InputMaybe<DeliveryRateBasis>;
  /** Countries it covers; empty means every country that no other zone of the method names. */
  readonly countries: ReadonlyArray<Scalars['CountryCode']['input']>;
  /** From this amount of goods (minor units) on delivery is free. */
  readonly freeFromMinor?: InputMaybe<Scalars['BigInt']['input']>;
  /** Most days until it arrives, 0 to 180. */
  readonly maxDays: Scalars['Int']['input'];
  /** Fewest days until it arrives, 0 to 180. */
  readonly minDays: Scalars['Int']['input'];
  /** Beginnings of postal codes it is limited to. */
  readonly postalCodePrefixes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The price list, by rising `from`, the first from 0; at most 20 steps. */
  readonly rates: ReadonlyArray<DeliveryRateInput>;
  /** Regions of those countries it is limited to, e.g. `FL`. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
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
  /** Adds a person with an account to a shop's staff. Needs `staff:manage` there. */
  readonly addShopStaff: ShopStaffPayload;
  /** Changes the role of somebody on a shop's staff. The last owner stays owner. Needs `staff:manage` there. */
  readonly changeStaffRole: ShopStaffPayload;
  /** Closes a shop: nothing can be bought there; what was ordered is still fulfilled. Owners only. Repeating it changes nothing. */
  readonly closeShop: ShopPayload;
  /** Makes a key for a program. The key is shown in this answer only. Needs `shop:settings` and every scope it is given. */
  readonly createApiClient: CreateApiClientPayload;
  /** Opens a shop and makes you its owner. Needs a proved e-mail address. */
  readonly openShop: ShopPayload;
  /** Deletes a delivery method; orders that use it keep what they froze. Needs `shop:settings` there. */
  readonly removeDeliveryMethod: RemoveDeliveryMethodPayload;
  /** Takes somebody off a shop's staff. The last owner stays. Needs `staff:manage` there. */
  readonly removeShopStaff: RemoveShopStaffPayload;
  /** Opens a closed shop again. Owners only. Repeating it changes nothing. */
  readonly reopenShop: ShopPayload;
  /** Stops a key from working, everywhere within a second. Needs `shop:settings` there. Repeating it changes nothing. */
  readonly revokeApiClient: RevokeApiClientPayload;
  /** Makes a delivery method, or replaces the one with that code as a whole. Needs `shop:settings` there. */
  readonly setDeliveryMethod: DeliveryMethodPayload;
  /** Sets a shop's commission, or gives it back the market's. What was sold keeps the commission it was sold at. */
  readonly setShopCommission: ShopPayload;
  /** Changes a shop's public data and settings; what is left out stays. Needs `shop:settings` there. */
  readonly updateShop: ShopPayload;
};


export type MutationAddShopStaffArgs = {
  input: AddShopStaffInput;
};


export type MutationChangeStaffRoleArgs = {
  input: ChangeStaffRoleInput;
};


export type MutationCloseShopArgs = {
  input: CloseShopInput;
};


export type MutationCreateApiClientArgs = {
  input: CreateApiClientInput;
};


export type MutationOpenShopArgs = {
  input: OpenShopInput;
};


export type MutationRemoveDeliveryMethodArgs = {
  input: RemoveDeliveryMethodInput;
};


export type MutationRemoveShopStaffArgs = {
  input: RemoveShopStaffInput;
};


export type MutationReopenShopArgs = {
  input: ReopenShopInput;
};


export type MutationRevokeApiClientArgs = {
  input: RevokeApiClientInput;
};


export type MutationSetDeliveryMethodArgs = {
  input: SetDeliveryMethodInput;
};


export type MutationSetShopCommissionArgs = {
  input: SetShopCommissionInput;
};


export type MutationUpdateShopArgs = {
  input: UpdateShopInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** Opens a shop. */
export type OpenShopInput = {
  /** Country the shop sells from. */
  readonly country: Scalars['CountryCode']['input'];
  /** Currency of all its prices. Does not change afterwards. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** What the shop says about itself, one text per language, each up to 2,000 characters. */
  readonly descriptions?: InputMaybe<ReadonlyArray<ShopTextInput>>;
  /** Recognises a repeated request: 8 to 128 printable characters; a UUID does well. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Name to show, 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** Days after delivery in which goods may be returned, 0 to 365. */
  readonly returnWindowDays?: InputMaybe<Scalars['Int']['input']>;
  /** Name in addresses: 3 to 40 lower-case letters, digits and single hyphens. Does not change afterwards. */
  readonly slug: Scalars['String']['input'];
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

export type Query = {
  /** The API client whose key has that hash; null when unknown or revoked. */
  readonly apiClientByKeyHash?: Maybe<ApiClientIdentity>;
  /** Terms of shops as they are now; unknown ids are left out. The caller freezes them. */
  readonly checkoutShops: ReadonlyArray<CheckoutShop>;
  /** What deliveries cost: a list for each input in the same order, cheapest first; empty when the shop does not deliver there. */
  readonly quoteDeliveries: ReadonlyArray<ReadonlyArray<DeliveryQuote>>;
  /** A shop by id; null when there is none. Closed shops are shown too, so that old orders can name them. */
  readonly shop?: Maybe<Shop>;
  /** A shop by its name in addresses; null when there is none. */
  readonly shopBySlug?: Maybe<Shop>;
  /** Whom to tell about a shop's orders; unknown ids are left out. */
  readonly shopContacts: ReadonlyArray<ShopContact>;
  /** Open shops, the longest-standing first. */
  readonly shops: ShopConnection;
};


export type QueryApiClientByKeyHashArgs = {
  hash: Scalars['String']['input'];
};


export type QueryCheckoutShopsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryQuoteDeliveriesArgs = {
  inputs: ReadonlyArray<QuoteDeliveryInput>;
};


export type QueryShopArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShopBySlugArgs = {
  slug: Scalars['String']['input'];
};


export type QueryShopContactsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryShopsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Goods of one shop and where they should go. */
export type QuoteDeliveryInput = {
  /** Country of the address. */
  readonly country: Scalars['CountryCode']['input'];
  /** Currency of the goods; nothing is offered when it is not the shop's. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Price of the goods in minor units. */
  readonly goodsMinor: Scalars['BigInt']['input'];
  /** Postal code of the address. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Region of the address, with or without the country in front: `FL` or `US-FL`. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Number of units. */
  readonly units: Scalars['Int']['input'];
};

/** Names a delivery method to delete. */
export type RemoveDeliveryMethodInput = {
  /** Its short name. */
  readonly code: Scalars['String']['input'];
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** Outcome of deleting a delivery method. */
export type RemoveDeliveryMethodPayload = {
  /** Identifier of the deleted method; null when refused. */
  readonly removedDeliveryMethodId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Takes somebody off the staff. */
export type RemoveShopStaffInput = {
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Who, `stf_…`. */
  readonly staffId: Scalars['ID']['input'];
};

/** Outcome of taking somebody off the staff. */
export type RemoveShopStaffPayload = {
  /** Identifier of the member who left; null when refused. */
  readonly removedStaffId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Names a shop to open again. */
export type ReopenShopInput = {
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** Names a client whose key should stop working. */
export type RevokeApiClientInput = {
  /** Which client, `key_…`. */
  readonly clientId: Scalars['ID']['input'];
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** Outcome of revoking a key. */
export type RevokeApiClientPayload = {
  /** The client after the change; null when refused. */
  readonly apiClient?: Maybe<ApiClient>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Days of sales figures; today counts as the last one. */
export type SalesPeriod =
  /** The last 7 days. */
  | 'LAST_7_DAYS'
  /** The last 30 days. */
  | 'LAST_30_DAYS'
  /** The last 90 days. */
  | 'LAST_90_DAYS'
  /** Today since midnight UTC. */
  | 'TODAY';

/** A delivery method as a whole. */
export type SetDeliveryMethodInput = {
  /** False to keep it without offering it. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** The shop's own short name of it: 1 to 40 lower-case letters, digits and hyphens. */
  readonly code: Scalars['String']['input'];
  /** What kind of delivery it is. */
  readonly kind: DeliveryKind;
  /** Names to show, one per language, each up to 120 characters. */
  readonly names: ReadonlyArray<ShopTextInput>;
  /** True when the buyer may pay on delivery. */
  readonly paymentOnDelivery?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where it stands among the shop's methods, lowest first. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Where it goes and what it costs there, 1 to 50 zones. */
  readonly zones: ReadonlyArray<DeliveryZoneInput>;
};

/** Sets a shop's commission. */
export type SetShopCommissionInput = {
  /** Basis points, 0 to 5,000 (50 %); null for the market's own. */
  readonly commissionBasisPoints?: InputMaybe<Scalars['Int']['input']>;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** A shop in the market. Its name and terms are public; staff, settings, API clients and sales are for those who work there. */
export type Shop = Node & {
  /** Programs that may act for the shop, revoked ones included, latest first. Needs `shop:settings` there. */
  readonly apiClients?: Maybe<ReadonlyArray<ApiClient>>;
  /** Country the shop sells from. */
  readonly country: Scalars['CountryCode']['output'];
  /** When the shop opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Currency of all its prices. Does not change. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Ways to have goods delivered, in the shop's order; methods that are switched off are shown to staff only. */
  readonly deliveryMethods: ReadonlyArray<DeliveryMethod>;
  /** What the shop says about itself. */
  readonly description: Scalars['String']['output'];
  /** Opaque identifier, `shp_…`. */
  readonly id: Scalars['ID']['output'];
  /** Name to show. */
  readonly name: Scalars['String']['output'];
  /** Days after delivery in which a buyer may return goods. */
  readonly returnWindowDays: Scalars['Int']['output'];
  /** Paid orders by day (UTC). Needs `orders:read` or `payments:read` there. */
  readonly sales?: Maybe<ShopSales>;
  /** How the shop is run. Needs `shop:settings` there. */
  readonly settings?: Maybe<ShopSettings>;
  /** Name in addresses, unique in the market, e.g. `harbor-pages`. Does not change. */
  readonly slug: Scalars['String']['output'];
  /** People who work in the shop. Needs `staff:manage` there. */
  readonly staff?: Maybe<ReadonlyArray<ShopStaff>>;
  /** Whether the shop is open. */
  readonly status: ShopStatus;
  /** Raised by every change; send it back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};


/** A shop in the market. Its name and terms are public; staff, settings, API clients and sales are for those who work there. */
export type ShopDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A shop in the market. Its name and terms are public; staff, settings, API clients and sales are for those who work there. */
export type ShopSalesArgs = {
  period?: SalesPeriod;
};

/** A page of shops. */
export type ShopConnection = {
  /** Shops with their cursors. */
  readonly edges: ReadonlyArray<ShopEdge>;
  /** The shops alone. */
  readonly nodes: ReadonlyArray<Shop>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many shops are open in all; null when not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Whom to tell about a shop. */
export type ShopContact = {
  /** People whose role lets them read orders, the owners included. */
  readonly notifyUserIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The owner of longest standing. */
  readonly ownerUserId: Scalars['ID']['output'];
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['output'];
};

/** A shop in a page. */
export type ShopEdge = {
  /** Where it stands in the list; use as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The shop. */
  readonly node: Shop;
};

/** Outcome of a change to a shop. */
export type ShopPayload = {
  /** True when this answer repeats the outcome of an earlier request with the same idempotency key. */
  readonly replayed: Scalars['Boolean']['output'];
  /** The shop after the change; null when refused. */
  readonly shop?: Maybe<Shop>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A role in one shop; each stands for a set of capabilities. */
export type ShopRole =
  /** Products and stock. */
  | 'CATALOG_EDITOR'
  /** Reads orders and payments. */
  | 'FINANCE'
  /** Reads and fulfils orders, corrects stock. */
  | 'FULFILMENT'
  /** Everything but staff. */
  | 'MANAGER'
  /** Everything, including staff. A shop always has at least one owner. */
  | 'OWNER';

/** Paid orders of a period. */
export type ShopSales = {
  /** The days that had sales, oldest first. */
  readonly days: ReadonlyArray<ShopSalesDay>;
  /** Paid orders. */
  readonly orderCount: Scalars['Int']['output'];
  /** What they paid, one amount per currency; empty when nothing was sold. */
  readonly revenue: ReadonlyArray<Money>;
};

/** Paid orders of one day. */
export type ShopSalesDay = {
  /** The day in UTC, `YYYY-MM-DD`. */
  readonly day: Scalars['String']['output'];
  /** Paid orders. */
  readonly orderCount: Scalars['Int']['output'];
  /** What they paid, one amount per currency. */
  readonly revenue: ReadonlyArray<Money>;
};

/** How a shop is run. */
export type ShopSettings = {
  /** False while the shop takes no orders, e.g. on holiday; it stays visible. */
  readonly acceptsOrders: Scalars['Boolean']['output'];
  /** Minutes after an order in which the buyer may cancel it without asking. */
  readonly cancellationWindowMinutes: Scalars['Int']['output'];
  /** The market's share of each sale in basis points: 850 is 8.5 %. Only admins change it. */
  readonly commissionBasisPoints: Scalars['Int']['output'];
  /** At or below this number of units a variant counts as low on stock. */
  readonly lowStockThreshold: Scalars['Int']['output'];
};

/** A person who works in a shop. */
export type ShopStaff = {
  /** When the person was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** False for a moment after a change, until sign-in knows about it. */
  readonly effective: Scalars['Boolean']['output'];
  /** E-mail address the person was added by. */
  readonly email: Scalars['String']['output'];
  /** Opaque identifier, `stf_…`. */
  readonly id: Scalars['ID']['output'];
  /** The role held. */
  readonly role: ShopRole;
  /** The person. */
  readonly user: User;
};

/** Outcome of a change to a shop's staff. */
export type ShopStaffPayload = {
  /** The member of staff after the change; null when refused. */
  readonly staff?: Maybe<ShopStaff>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whether a shop is open. */
export type ShopStatus =
  /** Open; can be found. */
  | 'ACTIVE'
  /** Closed by its owner or the market: nothing can be bought. */
  | 'CLOSED';

/** A text in one language. */
export type ShopTextInput = {
  /** Language of the text. */
  readonly locale: Scalars['Locale']['input'];
  /** The text. */
  readonly text: Scalars['String']['input'];
};

/** Refused because somebody else changed the shop meanwhile. */
export type ShopVersionConflict = UserError & {
  /** Always `VERSION_CONFLICT`. */
  readonly code: Scalars['String']['output'];
  /** The version as it is now; read the shop again and apply the change to that. */
  readonly currentVersion: Scalars['Int']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what to do. */
  readonly message: Scalars['String']['output'];
};

/** Changes a shop; what is left out stays. */
export type UpdateShopInput = {
  /** False to take no orders for now. */
  readonly acceptsOrders?: InputMaybe<Scalars['Boolean']['input']>;
  /** Minutes in which the buyer may cancel without asking, 0 to 1,440. */
  readonly cancellationWindowMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** All its descriptions, one text per language, each up to 2,000 characters. */
  readonly descriptions?: InputMaybe<ReadonlyArray<ShopTextInput>>;
  /** The `version` your change was made against; refused when somebody was faster. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Units at or below which a variant counts as low on stock, 0 to 100,000. */
  readonly lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** Name to show, 1 to 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Days after delivery in which goods may be returned, 0 to 365. */
  readonly returnWindowDays?: InputMaybe<Scalars['Int']['input']>;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
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

/** A person with an account. Everybody sees the name; the rest is for the person, support and admins. */
export type User = {
  /** Opaque identifier, `usr_…`. */
  readonly id: Scalars['ID']['output'];
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
  Shop: Shop;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node: ( ShopMapper );
  UserError:
    | ( KitRefusal )
    | ( ShopVersionConflictMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddShopStaffInput: AddShopStaffInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApiClient: ResolverTypeWrapper<ApiClientMapper>;
  ApiClientIdentity: ResolverTypeWrapper<ApiClientIdentity>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  ChangeStaffRoleInput: ChangeStaffRoleInput;
  CheckoutShop: ResolverTypeWrapper<CheckoutShop>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CloseShopInput: CloseShopInput;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateApiClientInput: CreateApiClientInput;
  CreateApiClientPayload: ResolverTypeWrapper<Omit<CreateApiClientPayload, 'apiClient' | 'userErrors'> & { apiClient?: Maybe<ResolversTypes['ApiClient']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeliveryKind: DeliveryKind;
  DeliveryMethod: ResolverTypeWrapper<DeliveryMethodMapper>;
  DeliveryMethodPayload: ResolverTypeWrapper<Omit<DeliveryMethodPayload, 'deliveryMethod' | 'userErrors'> & { deliveryMethod?: Maybe<ResolversTypes['DeliveryMethod']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DeliveryQuote: ResolverTypeWrapper<DeliveryQuote>;
  DeliveryRate: ResolverTypeWrapper<DeliveryRateMapper>;
  DeliveryRateBasis: DeliveryRateBasis;
  DeliveryRateInput: DeliveryRateInput;
  DeliveryZone: ResolverTypeWrapper<DeliveryZoneMapper>;
  DeliveryZoneInput: DeliveryZoneInput;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OpenShopInput: OpenShopInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteDeliveryInput: QuoteDeliveryInput;
  RemoveDeliveryMethodInput: RemoveDeliveryMethodInput;
  RemoveDeliveryMethodPayload: ResolverTypeWrapper<Omit<RemoveDeliveryMethodPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RemoveShopStaffInput: RemoveShopStaffInput;
  RemoveShopStaffPayload: ResolverTypeWrapper<Omit<RemoveShopStaffPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReopenShopInput: ReopenShopInput;
  RevokeApiClientInput: RevokeApiClientInput;
  RevokeApiClientPayload: ResolverTypeWrapper<Omit<RevokeApiClientPayload, 'apiClient' | 'userErrors'> & { apiClient?: Maybe<ResolversTypes['ApiClient']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SalesPeriod: SalesPeriod;
  SetDeliveryMethodInput: SetDeliveryMethodInput;
  SetShopCommissionInput: SetShopCommissionInput;
  Shop: ResolverTypeWrapper<ShopMapper>;
  ShopConnection: ResolverTypeWrapper<ShopConnectionMapper>;
  ShopContact: ResolverTypeWrapper<ShopContact>;
  ShopEdge: ResolverTypeWrapper<Omit<ShopEdge, 'node'> & { node: ResolversTypes['Shop'] }>;
  ShopPayload: ResolverTypeWrapper<Omit<ShopPayload, 'shop' | 'userErrors'> & { shop?: Maybe<ResolversTypes['Shop']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ShopRole: ShopRole;
  ShopSales: ResolverTypeWrapper<ShopSalesMapper>;
  ShopSalesDay: ResolverTypeWrapper<ShopSalesDayMapper>;
  ShopSettings: ResolverTypeWrapper<ShopSettingsMapper>;
  ShopStaff: ResolverTypeWrapper<ShopStaffMapper>;
  ShopStaffPayload: ResolverTypeWrapper<Omit<ShopStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversTypes['ShopStaff']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ShopStatus: ShopStatus;
  ShopTextInput: ShopTextInput;
  ShopVersionConflict: ResolverTypeWrapper<ShopVersionConflictMapper>;
  UpdateShopInput: UpdateShopInput;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddShopStaffInput: AddShopStaffInput;
  ID: Scalars['ID']['output'];
  ApiClient: ApiClientMapper;
  ApiClientIdentity: ApiClientIdentity;
  BigInt: Scalars['BigInt']['output'];
  ChangeStaffRoleInput: ChangeStaffRoleInput;
  CheckoutShop: CheckoutShop;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  CloseShopInput: CloseShopInput;
  CountryCode: Scalars['CountryCode']['output'];
  CreateApiClientInput: CreateApiClientInput;
  CreateApiClientPayload: Omit<CreateApiClientPayload, 'apiClient' | 'userErrors'> & { apiClient?: Maybe<ResolversParentTypes['ApiClient']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeliveryMethod: DeliveryMethodMapper;
  DeliveryMethodPayload: Omit<DeliveryMethodPayload, 'deliveryMethod' | 'userErrors'> & { deliveryMethod?: Maybe<ResolversParentTypes['DeliveryMethod']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DeliveryQuote: DeliveryQuote;
  DeliveryRate: DeliveryRateMapper;
  DeliveryRateInput: DeliveryRateInput;
  DeliveryZone: DeliveryZoneMapper;
  DeliveryZoneInput: DeliveryZoneInput;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Locale: Scalars['Locale']['output'];
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OpenShopInput: OpenShopInput;
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  Query: Record<PropertyKey, never>;
  QuoteDeliveryInput: QuoteDeliveryInput;
  RemoveDeliveryMethodInput: RemoveDeliveryMethodInput;
  RemoveDeliveryMethodPayload: Omit<RemoveDeliveryMethodPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RemoveShopStaffInput: RemoveShopStaffInput;
  RemoveShopStaffPayload: Omit<RemoveShopStaffPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReopenShopInput: ReopenShopInput;
  RevokeApiClientInput: RevokeApiClientInput;
  RevokeApiClientPayload: Omit<RevokeApiClientPayload, 'apiClient' | 'userErrors'> & { apiClient?: Maybe<ResolversParentTypes['ApiClient']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SetDeliveryMethodInput: SetDeliveryMethodInput;
  SetShopCommissionInput: SetShopCommissionInput;
  Shop: ShopMapper;
  ShopConnection: ShopConnectionMapper;
  ShopContact: ShopContact;
  ShopEdge: Omit<ShopEdge, 'node'> & { node: ResolversParentTypes['Shop'] };
  ShopPayload: Omit<ShopPayload, 'shop' | 'userErrors'> & { shop?: Maybe<ResolversParentTypes['Shop']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ShopSales: ShopSalesMapper;
  ShopSalesDay: ShopSalesDayMapper;
  ShopSettings: ShopSettingsMapper;
  ShopStaff: ShopStaffMapper;
  ShopStaffPayload: Omit<ShopStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversParentTypes['ShopStaff']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ShopTextInput: ShopTextInput;
  ShopVersionConflict: ShopVersionConflictMapper;
  UpdateShopInput: UpdateShopInput;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  User: User;
  UserError: KitRefusal;
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

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiClientIdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClientIdentity'] = ResolversParentTypes['ApiClientIdentity']> = {
  clientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CheckoutShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutShop'] = ResolversParentTypes['CheckoutShop']> = {
  acceptsOrders?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cancellationWindowMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  commissionBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  deliversWorldwide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  returnWindowDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShopStatus'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateApiClientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiClientPayload'] = ResolversParentTypes['CreateApiClientPayload']> = {
  apiClient?: Resolver<Maybe<ResolversTypes['ApiClient']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeliveryMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryMethod'] = ResolversParentTypes['DeliveryMethod']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeliveryKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DeliveryMethodNameArgs, 'locale'>>;
  paymentOnDelivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  zones?: Resolver<ReadonlyArray<ResolversTypes['DeliveryZone']>, ParentType, ContextType>;
};

export type DeliveryMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryMethodPayload'] = ResolversParentTypes['DeliveryMethodPayload']> = {
  deliveryMethod?: Resolver<Maybe<ResolversTypes['DeliveryMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeliveryQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryQuote'] = ResolversParentTypes['DeliveryQuote']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  methodId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paymentOnDelivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priceMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type DeliveryRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryRate'] = ResolversParentTypes['DeliveryRate']> = {
  from?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type DeliveryZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryZone'] = ResolversParentTypes['DeliveryZone']> = {
  basis?: Resolver<ResolversTypes['DeliveryRateBasis'], ParentType, ContextType>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  freeFrom?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  postalCodePrefixes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['DeliveryRate']>, ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

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
  addShopStaff?: Resolver<ResolversTypes['ShopStaffPayload'], ParentType, ContextType, RequireFields<MutationAddShopStaffArgs, 'input'>>;
  changeStaffRole?: Resolver<ResolversTypes['ShopStaffPayload'], ParentType, ContextType, RequireFields<MutationChangeStaffRoleArgs, 'input'>>;
  closeShop?: Resolver<ResolversTypes['ShopPayload'], ParentType, ContextType, RequireFields<MutationCloseShopArgs, 'input'>>;
  createApiClient?: Resolver<ResolversTypes['CreateApiClientPayload'], ParentType, ContextType, RequireFields<MutationCreateApiClientArgs, 'input'>>;
  openShop?: Resolver<ResolversTypes['ShopPayload'], ParentType, ContextType, RequireFields<MutationOpenShopArgs, 'input'>>;
  removeDeliveryMethod?: Resolver<ResolversTypes['RemoveDeliveryMethodPayload'], ParentType, ContextType, RequireFields<MutationRemoveDeliveryMethodArgs, 'input'>>;
  removeShopStaff?: Resolver<ResolversTypes['RemoveShopStaffPayload'], ParentType, ContextType, RequireFields<MutationRemoveShopStaffArgs, 'input'>>;
  reopenShop?: Resolver<ResolversTypes['ShopPayload'], ParentType, ContextType, RequireFields<MutationReopenShopArgs, 'input'>>;
  revokeApiClient?: Resolver<ResolversTypes['RevokeApiClientPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiClientArgs, 'input'>>;
  setDeliveryMethod?: Resolver<ResolversTypes['DeliveryMethodPayload'], ParentType, ContextType, RequireFields<MutationSetDeliveryMethodArgs, 'input'>>;
  setShopCommission?: Resolver<ResolversTypes['ShopPayload'], ParentType, ContextType, RequireFields<MutationSetShopCommissionArgs, 'input'>>;
  updateShop?: Resolver<ResolversTypes['ShopPayload'], ParentType, ContextType, RequireFields<MutationUpdateShopArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Shop', ParentType, ContextType>;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiClientByKeyHash?: Resolver<Maybe<ResolversTypes['ApiClientIdentity']>, ParentType, ContextType, RequireFields<QueryApiClientByKeyHashArgs, 'hash'>>;
  checkoutShops?: Resolver<ReadonlyArray<ResolversTypes['CheckoutShop']>, ParentType, ContextType, RequireFields<QueryCheckoutShopsArgs, 'ids'>>;
  quoteDeliveries?: Resolver<ReadonlyArray<ReadonlyArray<ResolversTypes['DeliveryQuote']>>, ParentType, ContextType, RequireFields<QueryQuoteDeliveriesArgs, 'inputs'>>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType, RequireFields<QueryShopArgs, 'id'>>;
  shopBySlug?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType, RequireFields<QueryShopBySlugArgs, 'slug'>>;
  shopContacts?: Resolver<ReadonlyArray<ResolversTypes['ShopContact']>, ParentType, ContextType, RequireFields<QueryShopContactsArgs, 'ids'>>;
  shops?: Resolver<ResolversTypes['ShopConnection'], ParentType, ContextType, Partial<QueryShopsArgs>>;
};

export type RemoveDeliveryMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveDeliveryMethodPayload'] = ResolversParentTypes['RemoveDeliveryMethodPayload']> = {
  removedDeliveryMethodId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveShopStaffPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveShopStaffPayload'] = ResolversParentTypes['RemoveShopStaffPayload']> = {
  removedStaffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiClientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiClientPayload'] = ResolversParentTypes['RevokeApiClientPayload']> = {
  apiClient?: Resolver<Maybe<ResolversTypes['ApiClient']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiClients?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ApiClient']>>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  deliveryMethods?: Resolver<ReadonlyArray<ResolversTypes['DeliveryMethod']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ShopDescriptionArgs, 'locale'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  returnWindowDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sales?: Resolver<Maybe<ResolversTypes['ShopSales']>, ParentType, ContextType, RequireFields<ShopSalesArgs, 'period'>>;
  settings?: Resolver<Maybe<ResolversTypes['ShopSettings']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  staff?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShopStaff']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShopStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopConnection'] = ResolversParentTypes['ShopConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShopEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Shop']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ShopContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopContact'] = ResolversParentTypes['ShopContact']> = {
  notifyUserIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  ownerUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShopEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopEdge'] = ResolversParentTypes['ShopEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
};

export type ShopPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopPayload'] = ResolversParentTypes['ShopPayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopSalesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopSales'] = ResolversParentTypes['ShopSales']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['ShopSalesDay']>, ParentType, ContextType>;
  orderCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ShopSalesDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopSalesDay'] = ResolversParentTypes['ShopSalesDay']> = {
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ShopSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopSettings'] = ResolversParentTypes['ShopSettings']> = {
  acceptsOrders?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cancellationWindowMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  commissionBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShopStaffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopStaff'] = ResolversParentTypes['ShopStaff']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  effective?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ShopRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ShopStaffPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopStaffPayload'] = ResolversParentTypes['ShopStaffPayload']> = {
  staff?: Resolver<Maybe<ResolversTypes['ShopStaff']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopVersionConflict'] = ResolversParentTypes['ShopVersionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PlainUserError' | 'ShopVersionConflict', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApiClient?: ApiClientResolvers<ContextType>;
  ApiClientIdentity?: ApiClientIdentityResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CheckoutShop?: CheckoutShopResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateApiClientPayload?: CreateApiClientPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeliveryMethod?: DeliveryMethodResolvers<ContextType>;
  DeliveryMethodPayload?: DeliveryMethodPayloadResolvers<ContextType>;
  DeliveryQuote?: DeliveryQuoteResolvers<ContextType>;
  DeliveryRate?: DeliveryRateResolvers<ContextType>;
  DeliveryZone?: DeliveryZoneResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveDeliveryMethodPayload?: RemoveDeliveryMethodPayloadResolvers<ContextType>;
  RemoveShopStaffPayload?: RemoveShopStaffPayloadResolvers<ContextType>;
  RevokeApiClientPayload?: RevokeApiClientPayloadResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopConnection?: ShopConnectionResolvers<ContextType>;
  ShopContact?: ShopContactResolvers<ContextType>;
  ShopEdge?: ShopEdgeResolvers<ContextType>;
  ShopPayload?: ShopPayloadResolvers<ContextType>;
  ShopSales?: ShopSalesResolvers<ContextType>;
  ShopSalesDay?: ShopSalesDayResolvers<ContextType>;
  ShopSettings?: ShopSettingsResolvers<ContextType>;
  ShopStaff?: ShopStaffResolvers<ContextType>;
  ShopStaffPayload?: ShopStaffPayloadResolvers<ContextType>;
  ShopVersionConflict?: ShopVersionConflictResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
