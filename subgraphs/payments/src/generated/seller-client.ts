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

/** Adds somebody to a shop's staff. */
export type AddShopStaffInput = {
  /** E-mail address of the person's account. */
  readonly email: Scalars['String']['input'];
  /** As what. */
  readonly role: ShopRole;
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
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

/** Kind of delivery. */
export type DeliveryKind =
  /** By courier to the door. */
  | 'COURIER'
  /** The buyer fetches it. */
  | 'PICKUP'
  /** By post to the address or a post office. */
  | 'POST';

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
export type DeliveryZoneInput = {
  /** What the steps of the price list count. */
  readonly basis?: DeliveryRateBasis;
  /** Countries it covers; empty means every country that no other zone of the method names. */
  readonly countries: ReadonlyArray<Scalars['CountryCode']['input']>;
  /** From this amount of goods (minor units) on delivery is free. */
  readonly freeFromMinor?: InputMaybe<Scalars['BigInt']['input']>;
  /** Most days until it arrives, 0 to 180. */
  readonly maxDays: Scalars['Int']['input'];
  /** Fewest days until it arrives, 0 to 180. */
  readonly minDays: Scalars['Int']['input'];
  /** Beginnings of postal codes it is limited to. */
  readonly postalCodePrefixes?: ReadonlyArray<Scalars['String']['input']>;
  /** The price list, by rising `from`, the first from 0; at most 20 steps. */
  readonly rates: ReadonlyArray<DeliveryRateInput>;
  /** Regions of those countries it is limited to, e.g. `FL`. */
  readonly regions?: ReadonlyArray<Scalars['String']['input']>;
};

/** Opens a shop. */
export type OpenShopInput = {
  /** Country the shop sells from. */
  readonly country: Scalars['CountryCode']['input'];
  /** Currency of all its prices. Does not change afterwards. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** What the shop says about itself, one text per language, each up to 2,000 characters. */
  readonly descriptions?: ReadonlyArray<ShopTextInput>;
  /** Recognises a repeated request: 8 to 128 printable characters; a UUID does well. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Name to show, 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** Days after delivery in which goods may be returned, 0 to 365. */
  readonly returnWindowDays?: Scalars['Int']['input'];
  /** Name in addresses: 3 to 40 lower-case letters, digits and single hyphens. Does not change afterwards. */
  readonly slug: Scalars['String']['input'];
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

/** Takes somebody off the staff. */
export type RemoveShopStaffInput = {
  /** Which shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Who, `stf_…`. */
  readonly staffId: Scalars['ID']['input'];
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
  readonly active?: Scalars['Boolean']['input'];
  /** The shop's own short name of it: 1 to 40 lower-case letters, digits and hyphens. */
  readonly code: Scalars['String']['input'];
  /** What kind of delivery it is. */
  readonly kind: DeliveryKind;
  /** Names to show, one per language, each up to 120 characters. */
  readonly names: ReadonlyArray<ShopTextInput>;
  /** True when the buyer may pay on delivery. */
  readonly paymentOnDelivery?: Scalars['Boolean']['input'];
  /** Where it stands among the shop's methods, lowest first. */
  readonly position?: Scalars['Int']['input'];
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

export type CheckoutShopsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type CheckoutShopsQuery = { readonly checkoutShops: ReadonlyArray<{ readonly shopId: string, readonly commissionBasisPoints: number }> };


export const CheckoutShopsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckoutShops"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkoutShops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"commissionBasisPoints"}}]}}]}}]} as unknown as DocumentNode<CheckoutShopsQuery, CheckoutShopsQueryVariables>;