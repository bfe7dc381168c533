import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { UserMapper, AuthenticationMapper, SessionMapper, SavedAddressMapper, ShopMembershipMapper, AddressFormatMapper, AddressFieldMapper, TooManyAttemptsMapper } from '../mappers.ts';
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

/** Saves an address. */
export type AddAddressInput = {
  /** The address. */
  readonly address: SavedAddressInput;
  /** True makes it the default one. */
  readonly makeDefault?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One field of an address form. */
export type AddressField = {
  /** What to write beside it. */
  readonly label: Scalars['String']['output'];
  /** Which field of an address it is. */
  readonly name: AddressFieldName;
  /** True when an address of that country is refused without it. */
  readonly required: Scalars['Boolean']['output'];
};


/** One field of an address form. */
export type AddressFieldLabelArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Fields of a postal address, named as in `SavedAddressInput`. */
export type AddressFieldName =
  /** City, town or village. */
  | 'CITY'
  /** Street and house. */
  | 'LINE1'
  /** Flat, floor, entrance. */
  | 'LINE2'
  /** Who receives the parcel. */
  | 'NAME'
  /** Postal code. */
  | 'POSTAL_CODE'
  /** Region, state or province. */
  | 'REGION';

/** How a country writes its addresses. */
export type AddressFormat = {
  /** The country. */
  readonly country: Scalars['CountryCode']['output'];
  /** Fields of a form in the order the country writes them. */
  readonly fields: ReadonlyArray<AddressField>;
  /** Postal codes that match, to show as examples. */
  readonly postalCodeExamples: ReadonlyArray<Scalars['String']['output']>;
  /** Regular expression a whole postal code matches; null where there is none. */
  readonly postalCodePattern?: Maybe<Scalars['String']['output']>;
  /** Regions to choose from; empty where the region is free text or unused. */
  readonly regions: ReadonlyArray<AddressRegion>;
};

/** A region of a country. */
export type AddressRegion = {
  /** Code to store in `region`: the country's own or the part of ISO 3166-2 after the hyphen. */
  readonly code: Scalars['String']['output'];
  /** Name to show. */
  readonly name: Scalars['String']['output'];
};

/** Fresh tokens of a session. */
export type Authentication = {
  /** Send as `Authorization: Bearer …`, and in `connection_init` of a WebSocket. */
  readonly accessToken: Scalars['String']['output'];
  /** When the access token stops working, 10 minutes from now; refresh a little earlier. */
  readonly accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** When the session ends if it is not refreshed before. */
  readonly refreshExpiresAt: Scalars['DateTime']['output'];
  /** The refresh token when `transport: BODY` was asked for; null when it was set as a cookie. */
  readonly refreshToken?: Maybe<Scalars['String']['output']>;
  /** The person signed in, with the private fields. */
  readonly user: User;
};

/** Outcome of signing up, signing in or refreshing. */
export type AuthenticationPayload = {
  /** The tokens; null when refused. */
  readonly authentication?: Maybe<Authentication>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Sets a new password by the old one. */
export type ChangePasswordInput = {
  /** The password as it is. */
  readonly currentPassword: Scalars['String']['input'];
  /** The new password, 8 to 128 characters. */
  readonly newPassword: Scalars['String']['input'];
};

/** Names the person whose address counts as proved. */
export type ConfirmUserEmailInput = {
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['input'];
};

/** A secret link for one mail. */
export type EmailLink = {
  /** Address to mail it to. */
  readonly email: Scalars['String']['output'];
  /** When it stops working. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What it is for. */
  readonly purpose: EmailLinkPurpose;
  /** The link. */
  readonly url: Scalars['String']['output'];
};

/** What a mailed link is for. */
export type EmailLinkPurpose =
  /** Sets a new password. */
  | 'RESET_PASSWORD'
  /** Proves an address. */
  | 'VERIFY_EMAIL';

/** Gives a market-wide role. */
export type GrantRoleInput = {
  /** The role. */
  readonly role: MarketRole;
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['input'];
};

/** Gives a role in a shop. */
export type GrantShopRoleInput = {
  /** The role. */
  readonly role: ShopRole;
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['input'];
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

/** A role that holds in the whole market. */
export type MarketRole =
  /** Runs the market: may do everything. */
  | 'ADMIN'
  /** Helps people: may read what they see. */
  | 'SUPPORT';

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
  /** Saves an address; the first one becomes the default. */
  readonly addAddress: SavedAddressPayload;
  /** Sets a new password and ends every other session of yours. */
  readonly changePassword: UserPayload;
  /** Marks a person's address as proved without a link, for support cases. */
  readonly confirmUserEmail: UserPayload;
  /** Gives a person a market-wide role; effective within a second. */
  readonly grantRole: UserPayload;
  /** Gives a person a role in a shop, in place of the one held there; repeating it changes nothing. */
  readonly grantShopRole: ShopRolePayload;
  /** Mints the secret link of a requested mail; an earlier link of the same request stops working. Null once used or expired. */
  readonly mintEmailLink?: Maybe<EmailLink>;
  /** Exchanges the refresh token (cookie or `input.refreshToken`) for new tokens. The same token again within 10 seconds gives the same successor; later it ends the session. */
  readonly refreshSession: AuthenticationPayload;
  /** Deletes a saved address of yours; if it was the default, the latest remaining one becomes it. */
  readonly removeAddress: RemoveAddressPayload;
  /** Mails a fresh link that proves your e-mail address. */
  readonly requestEmailVerification: RequestEmailVerificationPayload;
  /** Mails a link to set a new password, if the address belongs to an account; the answer does not tell. */
  readonly requestPasswordReset: RequestPasswordResetPayload;
  /** Sets a new password by the token out of the mailed link and ends every session of the account. */
  readonly resetPassword: ResetPasswordPayload;
  /** Ends every session of yours but this one. */
  readonly revokeOtherSessions: RevokeOtherSessionsPayload;
  /** Takes a market-wide role from a person; effective within a second. The last admin stays. */
  readonly revokeRole: UserPayload;
  /** Ends one session of yours (an admin: anybody's). Every context refuses its tokens within a second. */
  readonly revokeSession: RevokeSessionPayload;
  /** Takes a person's role in a shop; repeating it changes nothing. */
  readonly revokeShopRole: ShopRolePayload;
  /** Makes a saved address of yours the one used when none is named. */
  readonly setDefaultAddress: SavedAddressPayload;
  /** Signs a person in. An unknown address and a wrong password give the same answer; failures make the next try wait longer. */
  readonly signIn: AuthenticationPayload;
  /** Ends this session and deletes the refresh cookie. Also works with only the refresh token left; calling it twice does no harm. */
  readonly signOut: SignOutPayload;
  /** Opens an account, signs it in and mails a link that proves the address. A taken address is refused, which the limits keep from being searched. */
  readonly signUp: AuthenticationPayload;
  /** Replaces a saved address of yours as a whole. */
  readonly updateAddress: SavedAddressPayload;
  /** Changes your name or language; what is left out stays. */
  readonly updateProfile: UserPayload;
  /** Proves an e-mail address by the token out of the mailed link; no sign-in needed. */
  readonly verifyEmail: VerifyEmailPayload;
};


export type MutationAddAddressArgs = {
  input: AddAddressInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationConfirmUserEmailArgs = {
  input: ConfirmUserEmailInput;
};


export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


export type MutationGrantShopRoleArgs = {
  input: GrantShopRoleInput;
};


export type MutationMintEmailLinkArgs = {
  requestId: Scalars['ID']['input'];
};


export type MutationRefreshSessionArgs = {
  input?: RefreshSessionInput;
};


export type MutationRemoveAddressArgs = {
  input: RemoveAddressInput;
};


export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationRevokeRoleArgs = {
  input: RevokeRoleInput;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationRevokeShopRoleArgs = {
  input: RevokeShopRoleInput;
};


export type MutationSetDefaultAddressArgs = {
  input: SetDefaultAddressInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  input?: SignOutInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationUpdateAddressArgs = {
  input: UpdateAddressInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
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

/** A postal address as it was when it was read. */
export type PostalAddressSnapshot = {
  /** City, town or village. */
  readonly city: Scalars['String']['output'];
  /** Country. */
  readonly country: Scalars['CountryCode']['output'];
  /** Street and house. */
  readonly line1: Scalars['String']['output'];
  /** Flat, floor, entrance. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Who receives the parcel. */
  readonly name: Scalars['String']['output'];
  /** Telephone number in E.164 form. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Region, state or province. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** How to ask for an address of that country; a general form where we know nothing special. */
  readonly addressFormat: AddressFormat;
  /** A saved address as it is now, or the default one when no id is given; null when it is not that person's. */
  readonly deliveryAddress?: Maybe<PostalAddressSnapshot>;
  /** What each known session may do right now; unknown ids are left out. */
  readonly sessionStates: ReadonlyArray<SessionState>;
  /** A person by id; null when there is none. Only `id` and `displayName` are public. */
  readonly user?: Maybe<User>;
  /** The person with that e-mail address; null when there is none. */
  readonly userByEmail?: Maybe<UserContact>;
  /** How to reach people; unknown ids are left out. */
  readonly userContacts: ReadonlyArray<UserContact>;
  /** The person signed in; null for guests and API clients. */
  readonly viewer?: Maybe<User>;
};


export type QueryAddressFormatArgs = {
  country: Scalars['CountryCode']['input'];
};


export type QueryDeliveryAddressArgs = {
  addressId?: InputMaybe<Scalars['ID']['input']>;
  userId: Scalars['ID']['input'];
};


export type QuerySessionStatesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUserByEmailArgs = {
  email: Scalars['String']['input'];
};


export type QueryUserContactsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** Asks for new tokens. */
export type RefreshSessionInput = {
  /** The refresh token, for clients that keep it themselves; browsers send it as a cookie. */
  readonly refreshToken?: InputMaybe<Scalars['String']['input']>;
  /** How to hand over the next refresh token. */
  readonly transport?: InputMaybe<RefreshTokenTransport>;
};

/** How the refresh token travels. */
export type RefreshTokenTransport =
  /** In the answer, for the client to keep safe: for apps and servers. */
  | 'BODY'
  /** As an HttpOnly cookie: for browsers. */
  | 'COOKIE';

/** Names an address to delete. */
export type RemoveAddressInput = {
  /** Which address. */
  readonly addressId: Scalars['ID']['input'];
};

/** Outcome of deleting a saved address. */
export type RemoveAddressPayload = {
  /** Identifier of the deleted address; null when refused. */
  readonly removedAddressId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Outcome of asking for a verification mail. */
export type RequestEmailVerificationPayload = {
  /** True when a mail is on its way. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Why it was refused, e.g. `EMAIL_ALREADY_VERIFIED`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Asks for a reset mail. */
export type RequestPasswordResetInput = {
  /** E-mail address of the account. */
  readonly email: Scalars['String']['input'];
};

/** Outcome of asking for a reset mail. */
export type RequestPasswordResetPayload = {
  /** True when the request was taken, whether or not there is such an account. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Sets a new password by a mailed token. */
export type ResetPasswordInput = {
  /** The new password, 8 to 128 characters. */
  readonly newPassword: Scalars['String']['input'];
  /** The token out of the link. */
  readonly token: Scalars['String']['input'];
};

/** Outcome of setting a new password by a mailed token. */
export type ResetPasswordPayload = {
  /** True when the password was set; sign in with it. */
  readonly passwordSet: Scalars['Boolean']['output'];
  /** Why it was refused, e.g. `LINK_NOT_VALID` or `PASSWORD_TOO_COMMON`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Outcome of ending all other sessions. */
export type RevokeOtherSessionsPayload = {
  /** How many sessions were ended. */
  readonly revokedCount: Scalars['Int']['output'];
  /** Always empty; there for the shape all payloads share. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Takes a market-wide role. */
export type RevokeRoleInput = {
  /** The role. */
  readonly role: MarketRole;
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['input'];
};

/** Names a session to end. */
export type RevokeSessionInput = {
  /** Identifier of the session, `ses_…`. */
  readonly sessionId: Scalars['ID']['input'];
};

/** Outcome of ending a session. */
export type RevokeSessionPayload = {
  /** Identifier of the session that has ended; null when refused. */
  readonly sessionId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Takes a role in a shop. */
export type RevokeShopRoleInput = {
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['input'];
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['input'];
};

/** A postal address a person saved. Only that person, support and admins can read it. */
export type SavedAddress = Node & {
  /** City, town or village. */
  readonly city: Scalars['String']['output'];
  /** Country. */
  readonly country: Scalars['CountryCode']['output'];
  /** Opaque identifier, `adr_…`. */
  readonly id: Scalars['ID']['output'];
  /** True for the address used when none is named. Exactly one of a person's addresses is. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Street and house. */
  readonly line1: Scalars['String']['output'];
  /** Flat, floor, entrance; null when there is none. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** The address as lines in the order its country writes them. */
  readonly lines: ReadonlyArray<Scalars['String']['output']>;
  /** Who receives the parcel. */
  readonly name: Scalars['String']['output'];
  /** Telephone number in E.164 form, e.g. `+79161234567`. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Postal code; null where the country has none. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Region, state or province: the code where `addressFormat` lists codes, otherwise free text; null where unused. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** A postal address. Ask `addressFormat` which fields its country needs. */
export type SavedAddressInput = {
  /** City, town or village. */
  readonly city: Scalars['String']['input'];
  /** Country. */
  readonly country: Scalars['CountryCode']['input'];
  /** Street and house. */
  readonly line1: Scalars['String']['input'];
  /** Flat, floor, entrance. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Who receives the parcel. */
  readonly name: Scalars['String']['input'];
  /** Telephone number; national spelling of the address's country or international with `+`. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Region, state or province: a code where `addressFormat` lists codes. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of a change to a saved address. */
export type SavedAddressPayload = {
  /** The address after the change; null when refused. */
  readonly address?: Maybe<SavedAddress>;
  /** Why it was refused, one entry per field. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One signed-in device. */
export type Session = {
  /** When it signed in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** True for the session this very request came with. */
  readonly current: Scalars['Boolean']['output'];
  /** Opaque identifier, `ses_…`; the `sid` of its access tokens. */
  readonly id: Scalars['ID']['output'];
  /** Network address of the latest refresh. */
  readonly ip: Scalars['String']['output'];
  /** When it last refreshed its tokens. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** What the device called itself when it signed in, or a name made from its user agent. */
  readonly name: Scalars['String']['output'];
  /** User agent of the latest request. */
  readonly userAgent: Scalars['String']['output'];
};

/** Capabilities of a session in one shop. */
export type SessionShop = {
  /** What the person may do there. */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** Identifier of the shop. */
  readonly shopId: Scalars['ID']['output'];
};

/** What a session may do. */
export type SessionState = {
  /** False once it was revoked, signed out or expired. */
  readonly active: Scalars['Boolean']['output'];
  /** Market-wide scopes: `admin`, `support`. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** Identifier of the session, `ses_…`. */
  readonly sessionId: Scalars['ID']['output'];
  /** Capabilities by shop. */
  readonly shops: ReadonlyArray<SessionShop>;
  /** Whose session it is. */
  readonly userId: Scalars['ID']['output'];
};

/** Names the address to use by default. */
export type SetDefaultAddressInput = {
  /** Which address. */
  readonly addressId: Scalars['ID']['input'];
};

/** A shop in the market. Its name and terms are public; staff, settings, API clients and sales are for those who work there. */
export type Shop = {
  /** Opaque identifier, `shp_…`. */
  readonly id: Scalars['ID']['output'];
};

/** What a person is in one shop. */
export type ShopMembership = {
  /** What the role allows, e.g. `catalog:write`. Ask for a capability, not for a role, when you decide what to show. */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** The role held there. */
  readonly role: ShopRole;
  /** The shop. */
  readonly shop: Shop;
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

/** Outcome of a role change in a shop. */
export type ShopRolePayload = {
  /** True when the state asked for holds. */
  readonly ok: Scalars['Boolean']['output'];
};

/** Signs a person in. */
export type SignInInput = {
  /** What to call this device in the list of sessions. */
  readonly deviceName?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address, in any case. */
  readonly email: Scalars['String']['input'];
  /** Password. */
  readonly password: Scalars['String']['input'];
  /** How to hand over the refresh token. */
  readonly transport?: InputMaybe<RefreshTokenTransport>;
};

/** Ends a session. */
export type SignOutInput = {
  /** The refresh token, for clients that keep it themselves and whose access token has expired. */
  readonly refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of signing out. */
export type SignOutPayload = {
  /** True when a session was ended by this call, false when there was none left to end. */
  readonly signedOut: Scalars['Boolean']['output'];
  /** Always empty; there for the shape all payloads share. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Opens an account. */
export type SignUpInput = {
  /** What to call this device in the list of sessions. */
  readonly deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The name to show to others, 1 to 80 characters. */
  readonly displayName: Scalars['String']['input'];
  /** E-mail address; also the sign-in name. */
  readonly email: Scalars['String']['input'];
  /** Language of mails; that of the request when left out. */
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Password, 8 to 128 characters; the most common ones are refused. */
  readonly password: Scalars['String']['input'];
  /** How to hand over the refresh token. */
  readonly transport?: InputMaybe<RefreshTokenTransport>;
};

/** Refused because of too many tries. Waits grow with each failure and end by themselves. */
export type TooManyAttempts = UserError & {
  /** Always `TOO_MANY_ATTEMPTS`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says how long to wait. */
  readonly message: Scalars['String']['output'];
  /** Seconds until the next try makes sense. */
  readonly retryAfterSeconds: Scalars['Int']['output'];
};

/** Replaces an address. */
export type UpdateAddressInput = {
  /** Its new content. */
  readonly address: SavedAddressInput;
  /** Which address. */
  readonly addressId: Scalars['ID']['input'];
};

/** Changes a profile; what is left out stays. */
export type UpdateProfileInput = {
  /** The name to show to others, 1 to 80 characters. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** Language of mails. */
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
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
export type User = Node & {
  /** Saved addresses, the default one first; at most 50. Null unless you are the person, support or an admin. */
  readonly addresses?: Maybe<ReadonlyArray<SavedAddress>>;
  /** When the person signed up. Null unless you are the person, support or an admin. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name the person shows to others. */
  readonly displayName: Scalars['String']['output'];
  /** E-mail address in its normalised form. Null unless you are the person, support or an admin. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** True once the person has proved the address by a link. Null unless you are the person, support or an admin. */
  readonly emailVerified?: Maybe<Scalars['Boolean']['output']>;
  /** Opaque identifier, `usr_…`. */
  readonly id: Scalars['ID']['output'];
  /** Language of mails and of the interface. Null unless you are the person, support or an admin. */
  readonly locale?: Maybe<Scalars['Locale']['output']>;
  /** Shops the person works in and what the person may do there. Null unless you are the person, support or an admin. */
  readonly memberships?: Maybe<ReadonlyArray<ShopMembership>>;
  /** Market-wide roles held now. Null unless you are the person, support or an admin. */
  readonly roles?: Maybe<ReadonlyArray<MarketRole>>;
  /** Devices that are signed in, latest first. Null unless you are the person, support or an admin. */
  readonly sessions?: Maybe<ReadonlyArray<Session>>;
};

/** How to reach a person. */
export type UserContact = {
  /** The name the person shows. */
  readonly displayName: Scalars['String']['output'];
  /** E-mail address in normalised form. */
  readonly email: Scalars['String']['output'];
  /** True once the address was proved. */
  readonly emailVerified: Scalars['Boolean']['output'];
  /** Language to write in. */
  readonly locale: Scalars['Locale']['output'];
  /** Identifier of the person. */
  readonly userId: Scalars['ID']['output'];
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

/** Outcome of a change to a person. */
export type UserPayload = {
  /** The person after the change; null when refused. */
  readonly user?: Maybe<User>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Proves an address. */
export type VerifyEmailInput = {
  /** The token out of the link. */
  readonly token: Scalars['String']['input'];
};

/** Outcome of proving an address. */
export type VerifyEmailPayload = {
  /** Why it was refused, e.g. `LINK_NOT_VALID`. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** True when the address now counts as proved. */
  readonly verified: Scalars['Boolean']['output'];
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
  SavedAddress: SavedAddress;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  SavedAddress:
    ( { __typename: 'SavedAddress' }
    & GraphQLRecursivePick<FederationTypes['SavedAddress'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node:
    | ( SavedAddressMapper )
    | ( UserMapper )
  ;
  UserError:
    | ( KitRefusal )
    | ( TooManyAttemptsMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddAddressInput: AddAddressInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddressField: ResolverTypeWrapper<AddressFieldMapper>;
  AddressFieldName: AddressFieldName;
  AddressFormat: ResolverTypeWrapper<AddressFormatMapper>;
  AddressRegion: ResolverTypeWrapper<AddressRegion>;
  Authentication: ResolverTypeWrapper<AuthenticationMapper>;
  AuthenticationPayload: ResolverTypeWrapper<Omit<AuthenticationPayload, 'authentication' | 'userErrors'> & { authentication?: Maybe<ResolversTypes['Authentication']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  ChangePasswordInput: ChangePasswordInput;
  ConfirmUserEmailInput: ConfirmUserEmailInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailLink: ResolverTypeWrapper<EmailLink>;
  EmailLinkPurpose: EmailLinkPurpose;
  GrantRoleInput: GrantRoleInput;
  GrantShopRoleInput: GrantShopRoleInput;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ImageFormat: ImageFormat;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  MarketRole: MarketRole;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  PostalAddressSnapshot: ResolverTypeWrapper<PostalAddressSnapshot>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshTokenTransport: RefreshTokenTransport;
  RemoveAddressInput: RemoveAddressInput;
  RemoveAddressPayload: ResolverTypeWrapper<Omit<RemoveAddressPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RequestEmailVerificationPayload: ResolverTypeWrapper<Omit<RequestEmailVerificationPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: ResolverTypeWrapper<Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeOtherSessionsPayload: ResolverTypeWrapper<Omit<RevokeOtherSessionsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeRoleInput: RevokeRoleInput;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<Omit<RevokeSessionPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeShopRoleInput: RevokeShopRoleInput;
  SavedAddress: ResolverTypeWrapper<SavedAddressMapper>;
  SavedAddressInput: SavedAddressInput;
  SavedAddressPayload: ResolverTypeWrapper<Omit<SavedAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversTypes['SavedAddress']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Session: ResolverTypeWrapper<SessionMapper>;
  SessionShop: ResolverTypeWrapper<SessionShop>;
  SessionState: ResolverTypeWrapper<SessionState>;
  SetDefaultAddressInput: SetDefaultAddressInput;
  Shop: ResolverTypeWrapper<Shop>;
  ShopMembership: ResolverTypeWrapper<ShopMembershipMapper>;
  ShopRole: ShopRole;
  ShopRolePayload: ResolverTypeWrapper<ShopRolePayload>;
  SignInInput: SignInInput;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<Omit<SignOutPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SignUpInput: SignUpInput;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttemptsMapper>;
  UpdateAddressInput: UpdateAddressInput;
  UpdateProfileInput: UpdateProfileInput;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  User: ResolverTypeWrapper<UserMapper>;
  UserContact: ResolverTypeWrapper<UserContact>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  UserPayload: ResolverTypeWrapper<Omit<UserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: ResolverTypeWrapper<Omit<VerifyEmailPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddAddressInput: AddAddressInput;
  Boolean: Scalars['Boolean']['output'];
  AddressField: AddressFieldMapper;
  AddressFormat: AddressFormatMapper;
  AddressRegion: AddressRegion;
  Authentication: AuthenticationMapper;
  AuthenticationPayload: Omit<AuthenticationPayload, 'authentication' | 'userErrors'> & { authentication?: Maybe<ResolversParentTypes['Authentication']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BigInt: Scalars['BigInt']['output'];
  ChangePasswordInput: ChangePasswordInput;
  ConfirmUserEmailInput: ConfirmUserEmailInput;
  ID: Scalars['ID']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailLink: EmailLink;
  GrantRoleInput: GrantRoleInput;
  GrantShopRoleInput: GrantShopRoleInput;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Int: Scalars['Int']['output'];
  Locale: Scalars['Locale']['output'];
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  PostalAddressSnapshot: PostalAddressSnapshot;
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RemoveAddressInput: RemoveAddressInput;
  RemoveAddressPayload: Omit<RemoveAddressPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RequestEmailVerificationPayload: Omit<RequestEmailVerificationPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeOtherSessionsPayload: Omit<RevokeOtherSessionsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeRoleInput: RevokeRoleInput;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: Omit<RevokeSessionPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeShopRoleInput: RevokeShopRoleInput;
  SavedAddress: SavedAddressMapper;
  SavedAddressInput: SavedAddressInput;
  SavedAddressPayload: Omit<SavedAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversParentTypes['SavedAddress']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Session: SessionMapper;
  SessionShop: SessionShop;
  SessionState: SessionState;
  SetDefaultAddressInput: SetDefaultAddressInput;
  Shop: Shop;
  ShopMembership: ShopMembershipMapper;
  ShopRolePayload: ShopRolePayload;
  SignInInput: SignInInput;
  SignOutInput: SignOutInput;
  SignOutPayload: Omit<SignOutPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SignUpInput: SignUpInput;
  TooManyAttempts: TooManyAttemptsMapper;
  UpdateAddressInput: UpdateAddressInput;
  UpdateProfileInput: UpdateProfileInput;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  User: UserMapper;
  UserContact: UserContact;
  UserError: KitRefusal;
  UserPayload: Omit<UserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: Omit<VerifyEmailPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
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

export type AddressFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressField'] = ResolversParentTypes['AddressField']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AddressFieldLabelArgs, 'locale'>>;
  name?: Resolver<ResolversTypes['AddressFieldName'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AddressFormatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressFormat'] = ResolversParentTypes['AddressFormat']> = {
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['AddressField']>, ParentType, ContextType>;
  postalCodeExamples?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  postalCodePattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['AddressRegion']>, ParentType, ContextType>;
};

export type AddressRegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressRegion'] = ResolversParentTypes['AddressRegion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthenticationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authentication'] = ResolversParentTypes['Authentication']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type AuthenticationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationPayload'] = ResolversParentTypes['AuthenticationPayload']> = {
  authentication?: Resolver<Maybe<ResolversTypes['Authentication']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EmailLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailLink'] = ResolversParentTypes['EmailLink']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['EmailLinkPurpose'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  addAddress?: Resolver<ResolversTypes['SavedAddressPayload'], ParentType, ContextType, RequireFields<MutationAddAddressArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  confirmUserEmail?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationConfirmUserEmailArgs, 'input'>>;
  grantRole?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationGrantRoleArgs, 'input'>>;
  grantShopRole?: Resolver<ResolversTypes['ShopRolePayload'], ParentType, ContextType, RequireFields<MutationGrantShopRoleArgs, 'input'>>;
  mintEmailLink?: Resolver<Maybe<ResolversTypes['EmailLink']>, ParentType, ContextType, RequireFields<MutationMintEmailLinkArgs, 'requestId'>>;
  refreshSession?: Resolver<ResolversTypes['AuthenticationPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  removeAddress?: Resolver<ResolversTypes['RemoveAddressPayload'], ParentType, ContextType, RequireFields<MutationRemoveAddressArgs, 'input'>>;
  requestEmailVerification?: Resolver<ResolversTypes['RequestEmailVerificationPayload'], ParentType, ContextType>;
  requestPasswordReset?: Resolver<ResolversTypes['RequestPasswordResetPayload'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  revokeOtherSessions?: Resolver<ResolversTypes['RevokeOtherSessionsPayload'], ParentType, ContextType>;
  revokeRole?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationRevokeRoleArgs, 'input'>>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  revokeShopRole?: Resolver<ResolversTypes['ShopRolePayload'], ParentType, ContextType, RequireFields<MutationRevokeShopRoleArgs, 'input'>>;
  setDefaultAddress?: Resolver<ResolversTypes['SavedAddressPayload'], ParentType, ContextType, RequireFields<MutationSetDefaultAddressArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['AuthenticationPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  signUp?: Resolver<ResolversTypes['AuthenticationPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  updateAddress?: Resolver<ResolversTypes['SavedAddressPayload'], ParentType, ContextType, RequireFields<MutationUpdateAddressArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'SavedAddress' | 'User', ParentType, ContextType>;
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

export type PostalAddressSnapshotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostalAddressSnapshot'] = ResolversParentTypes['PostalAddressSnapshot']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  addressFormat?: Resolver<ResolversTypes['AddressFormat'], ParentType, ContextType, RequireFields<QueryAddressFormatArgs, 'country'>>;
  deliveryAddress?: Resolver<Maybe<ResolversTypes['PostalAddressSnapshot']>, ParentType, ContextType, RequireFields<QueryDeliveryAddressArgs, 'userId'>>;
  sessionStates?: Resolver<ReadonlyArray<ResolversTypes['SessionState']>, ParentType, ContextType, RequireFields<QuerySessionStatesArgs, 'ids'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userByEmail?: Resolver<Maybe<ResolversTypes['UserContact']>, ParentType, ContextType, RequireFields<QueryUserByEmailArgs, 'email'>>;
  userContacts?: Resolver<ReadonlyArray<ResolversTypes['UserContact']>, ParentType, ContextType, RequireFields<QueryUserContactsArgs, 'ids'>>;
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type RemoveAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAddressPayload'] = ResolversParentTypes['RemoveAddressPayload']> = {
  removedAddressId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestEmailVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailVerificationPayload'] = ResolversParentTypes['RequestEmailVerificationPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  passwordSet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeOtherSessionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeOtherSessionsPayload'] = ResolversParentTypes['RevokeOtherSessionsPayload']> = {
  revokedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  sessionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SavedAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SavedAddress'] = ResolversParentTypes['SavedAddress'], FederationReferenceType extends FederationReferenceTypes['SavedAddress'] = FederationReferenceTypes['SavedAddress']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SavedAddress']> | FederationReferenceType, FederationReferenceType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SavedAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SavedAddressPayload'] = ResolversParentTypes['SavedAddressPayload']> = {
  address?: Resolver<Maybe<ResolversTypes['SavedAddress']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userAgent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionShop'] = ResolversParentTypes['SessionShop']> = {
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SessionStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionState'] = ResolversParentTypes['SessionState']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shops?: Resolver<ReadonlyArray<ResolversTypes['SessionShop']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShopMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopMembership'] = ResolversParentTypes['ShopMembership']> = {
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ShopRole'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
};

export type ShopRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopRolePayload'] = ResolversParentTypes['ShopRolePayload']> = {
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  signedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SavedAddress']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerified?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  memberships?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShopMembership']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MarketRole']>>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserContact'] = ResolversParentTypes['UserContact']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PlainUserError' | 'TooManyAttempts', ParentType, ContextType>;
};

export type UserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPayload'] = ResolversParentTypes['UserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddressField?: AddressFieldResolvers<ContextType>;
  AddressFormat?: AddressFormatResolvers<ContextType>;
  AddressRegion?: AddressRegionResolvers<ContextType>;
  Authentication?: AuthenticationResolvers<ContextType>;
  AuthenticationPayload?: AuthenticationPayloadResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailLink?: EmailLinkResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  PostalAddressSnapshot?: PostalAddressSnapshotResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveAddressPayload?: RemoveAddressPayloadResolvers<ContextType>;
  RequestEmailVerificationPayload?: RequestEmailVerificationPayloadResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  RevokeOtherSessionsPayload?: RevokeOtherSessionsPayloadResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  SavedAddress?: SavedAddressResolvers<ContextType>;
  SavedAddressPayload?: SavedAddressPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionShop?: SessionShopResolvers<ContextType>;
  SessionState?: SessionStateResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopMembership?: ShopMembershipResolvers<ContextType>;
  ShopRolePayload?: ShopRolePayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserContact?: UserContactResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserPayload?: UserPayloadResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
