import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { NotificationMapper, NotificationConnectionMapper, NotificationDeliveryMapper, NotificationDeliveryConnectionMapper } from '../mappers.ts';
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

/** Which notifications to mark as read. */
export type MarkNotificationsReadInput = {
  /** Everything up to and including this sequence number. */
  readonly upToSequence: Scalars['Int']['input'];
};

/** What was marked. */
export type MarkNotificationsReadPayload = {
  /** How many changed from new to read. */
  readonly markedCount: Scalars['Int']['output'];
  /** How many are still unread. */
  readonly unreadCount: Scalars['Int']['output'];
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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

export type Mutation = {
  /** Marks the signed-in person's notifications as read. */
  readonly markNotificationsRead: MarkNotificationsReadPayload;
  /** Puts a failed e-mail back on its way, with a full set of tries. */
  readonly retryNotificationDelivery: RetryNotificationDeliveryPayload;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationRetryNotificationDeliveryArgs = {
  input: RetryNotificationDeliveryInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** Something a person was told about, in the app. */
export type Notification = Node & {
  /** What it is about. */
  readonly category: NotificationCategory;
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifier (`ntf_…`). */
  readonly id: Scalars['ID']['output'];
  /** Stable name of the message, e.g. `order-shipped`; choose an icon by it. */
  readonly kind: Scalars['String']['output'];
  /** When the person marked it read; null while it is new. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Place in the person's own sequence, from 1, without gaps; give it as `afterSequence` to resume. */
  readonly sequence: Scalars['Int']['output'];
  /** Id of what it is about (an order, a variant), to be read with `node(id)`; null when there is nothing to open. */
  readonly subjectId?: Maybe<Scalars['ID']['output']>;
  /** The whole message as plain text. */
  readonly text: Scalars['String']['output'];
  /** One line, in the reader's language. */
  readonly title: Scalars['String']['output'];
};


/** Something a person was told about, in the app. */
export type NotificationTextArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** Something a person was told about, in the app. */
export type NotificationTitleArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** What a notification is about; preferences will be kept by this. */
export type NotificationCategory =
  /** The account itself: sign-up, address, password. */
  | 'ACCOUNT'
  /** What the person bought. */
  | 'PURCHASES'
  /** What the person's shop sold. */
  | 'SALES'
  /** Stock of the person's shop. */
  | 'STOCK'
  /** Videos of the person's shop. */
  | 'VIDEOS';

/** A page of a person's notifications, newest first. */
export type NotificationConnection = {
  /** Notifications with their cursors. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** The notifications alone. */
  readonly nodes: ReadonlyArray<Notification>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many are unread in all. */
  readonly unreadCount: Scalars['Int']['output'];
};

/** One message on its way to one person by e-mail. */
export type NotificationDelivery = {
  /** Tries so far. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifier (`ntd_…`). */
  readonly id: Scalars['ID']['output'];
  /** Stable name of the message, e.g. `password-reset`. */
  readonly kind: Scalars['String']['output'];
  /** Why the last try failed; never holds the text or an address. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** When the mail server took it. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it got. */
  readonly state: NotificationDeliveryState;
};

/** A page of deliveries, newest first. */
export type NotificationDeliveryConnection = {
  /** Deliveries with their cursors. */
  readonly edges: ReadonlyArray<NotificationDeliveryEdge>;
  /** The deliveries alone. */
  readonly nodes: ReadonlyArray<NotificationDelivery>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One delivery in a list. */
export type NotificationDeliveryEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node: NotificationDelivery;
};

/** How far a message got on its way out. */
export type NotificationDeliveryState =
  /** Every try failed; it waits for an operator. */
  | 'FAILED'
  /** Waits for its turn or for another try. */
  | 'PENDING'
  /** The mail server took it. */
  | 'SENT'
  /** Nothing was sent, because there was no longer a reason to (a link that was already used, an account without an address). */
  | 'SKIPPED';

/** One notification in a list. */
export type NotificationEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The notification. */
  readonly node: Notification;
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
  /** Messages that go out by e-mail and how far they got, for those who run the market. */
  readonly notificationDeliveries: NotificationDeliveryConnection;
  /** What the signed-in person was told, newest first. */
  readonly notifications: NotificationConnection;
};


export type QueryNotificationDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<NotificationDeliveryState>;
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: Scalars['Boolean']['input'];
};

/** Which delivery to try again. */
export type RetryNotificationDeliveryInput = {
  /** Id of a delivery that failed. */
  readonly deliveryId: Scalars['ID']['input'];
};

/** The delivery after the request. */
export type RetryNotificationDeliveryPayload = {
  /** The delivery, waiting again; null when refused. */
  readonly delivery?: Maybe<NotificationDelivery>;
  /** Why it was refused: NOT_FAILED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Subscription = {
  /**
   * What the signed-in person is told, in order and without gaps: give the last `sequence` you saw as `afterSequence`
   * and what was missed comes first. Left out, it starts with what comes next.
   */
  readonly notificationAdded: Notification;
};


export type SubscriptionNotificationAddedArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
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
  Notification: Notification;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node: ( NotificationMapper );
  UserError: ( KitRefusal );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ImageFormat: ImageFormat;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: ResolverTypeWrapper<Omit<MarkNotificationsReadPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
  NotificationCategory: NotificationCategory;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionMapper>;
  NotificationDelivery: ResolverTypeWrapper<NotificationDeliveryMapper>;
  NotificationDeliveryConnection: ResolverTypeWrapper<NotificationDeliveryConnectionMapper>;
  NotificationDeliveryEdge: ResolverTypeWrapper<Omit<NotificationDeliveryEdge, 'node'> & { node: ResolversTypes['NotificationDelivery'] }>;
  NotificationDeliveryState: NotificationDeliveryState;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetryNotificationDeliveryInput: RetryNotificationDeliveryInput;
  RetryNotificationDeliveryPayload: ResolverTypeWrapper<Omit<RetryNotificationDeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversTypes['NotificationDelivery']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BigInt: Scalars['BigInt']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Int: Scalars['Int']['output'];
  Locale: Scalars['Locale']['output'];
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: Omit<MarkNotificationsReadPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Notification: NotificationMapper;
  NotificationConnection: NotificationConnectionMapper;
  NotificationDelivery: NotificationDeliveryMapper;
  NotificationDeliveryConnection: NotificationDeliveryConnectionMapper;
  NotificationDeliveryEdge: Omit<NotificationDeliveryEdge, 'node'> & { node: ResolversParentTypes['NotificationDelivery'] };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PlainUserError: KitRefusal;
  Query: Record<PropertyKey, never>;
  RetryNotificationDeliveryInput: RetryNotificationDeliveryInput;
  RetryNotificationDeliveryPayload: Omit<RetryNotificationDeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversParentTypes['NotificationDelivery']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Subscription: Record<PropertyKey, never>;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
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

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MarkNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  markedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
  retryNotificationDelivery?: Resolver<ResolversTypes['RetryNotificationDeliveryPayload'], ParentType, ContextType, RequireFields<MutationRetryNotificationDeliveryArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Notification', ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<ResolversTypes['NotificationCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<NotificationTextArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<NotificationTitleArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDelivery'] = ResolversParentTypes['NotificationDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NotificationDeliveryState'], ParentType, ContextType>;
};

export type NotificationDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDeliveryConnection'] = ResolversParentTypes['NotificationDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NotificationDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDeliveryEdge'] = ResolversParentTypes['NotificationDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NotificationDelivery'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
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
  notificationDeliveries?: Resolver<ResolversTypes['NotificationDeliveryConnection'], ParentType, ContextType, Partial<QueryNotificationDeliveriesArgs>>;
  notifications?: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, RequireFields<QueryNotificationsArgs, 'unreadOnly'>>;
};

export type RetryNotificationDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryNotificationDeliveryPayload'] = ResolversParentTypes['RetryNotificationDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['NotificationDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationAdded?: SubscriptionResolver<ResolversTypes['Notification'], "notificationAdded", ParentType, ContextType, Partial<SubscriptionNotificationAddedArgs>>;
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

export type Resolvers<ContextType = Context> = {
  BigInt?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationDelivery?: NotificationDeliveryResolvers<ContextType>;
  NotificationDeliveryConnection?: NotificationDeliveryConnectionResolvers<ContextType>;
  NotificationDeliveryEdge?: NotificationDeliveryEdgeResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RetryNotificationDeliveryPayload?: RetryNotificationDeliveryPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
