import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { PaymentMapper, PaymentPartMapper, RefundMapper, PaymentMethodMapper, EscrowMapper, CommissionMapper, CommissionLineMapper, LedgerAccountMapper, LedgerEntryMapper, OrderMapper, OrderGroupMapper, ShopMapper } from '../mappers.ts';
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

/** A card to save. */
export type AddPaymentMethodInput = {
  /** Key that makes a repetition harmless; a fresh UUID per card. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The provider's token (`pm_…`, `tok_…`, `seti_…` or `card_…`). Card numbers are refused. */
  readonly providerToken: Scalars['String']['input'];
};

/** Answer to `addPaymentMethod`. */
export type AddPaymentMethodPayload = {
  /** The saved card; null when refused. */
  readonly paymentMethod?: Maybe<PaymentMethod>;
  /** True when this repeats an earlier answer. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** When a buyer pays. */
export type AuthorisationTerms =
  /** At the door. */
  | 'ON_DELIVERY'
  /** Before the goods are sent. */
  | 'PREPAID';

/** What to authorise. */
export type AuthorisePaymentInput = {
  /** The whole, in minor units: the sum of the parts. */
  readonly amountMinor: Scalars['BigInt']['input'];
  /** The person who pays; null for a guest. */
  readonly buyerId?: InputMaybe<Scalars['ID']['input']>;
  /** Currency of all amounts. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** The order group it pays for; the key that makes a repetition harmless. */
  readonly groupId: Scalars['ID']['input'];
  /** SHA-256 (hex) of the guest's cart secret; null for a signed-in person. */
  readonly guestKey?: InputMaybe<Scalars['String']['input']>;
  /** The share of each order. */
  readonly parts: ReadonlyArray<AuthorisePaymentPartInput>;
  /** A saved method of the buyer. Prepaid only; this or `providerToken`. */
  readonly paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** A token from the provider's script. Prepaid only; this or `paymentMethodId`. */
  readonly providerToken?: InputMaybe<Scalars['String']['input']>;
  /** Page the bank sends the buyer back to after its check. */
  readonly returnUrl?: InputMaybe<Scalars['String']['input']>;
  /** Whether to save the method for the buyer's next purchase. */
  readonly saveMethod?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the buyer pays. */
  readonly terms: AuthorisationTerms;
};

/** The share of one order. */
export type AuthorisePaymentPartInput = {
  /** What the buyer owes for it, in minor units. */
  readonly amountMinor: Scalars['BigInt']['input'];
  /** The order, `ord_…`. */
  readonly orderId: Scalars['ID']['input'];
  /** The shop that sells it. */
  readonly shopId: Scalars['ID']['input'];
};

/** Answer to `authorisePayment`. A decline is a payment that failed, not a user error. */
export type AuthorisePaymentPayload = {
  /** The payment as it stands; null when refused. */
  readonly payment?: Maybe<Payment>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which payment to take. */
export type CapturePaymentInput = {
  /** The order group it pays for. */
  readonly groupId: Scalars['ID']['input'];
};

/** Answer to `capturePayment`. */
export type CapturePaymentPayload = {
  /** The payment as it stands; null when refused. */
  readonly payment?: Maybe<Payment>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What the market keeps of an order, as it was agreed when the order was placed. */
export type Commission = {
  /** Sum over all lines. */
  readonly amount: Money;
  /** Commission of each line; they sum to `amount`. */
  readonly lines: ReadonlyArray<CommissionLine>;
  /** What is left for the shop when nothing is refunded. */
  readonly sellerShare: Money;
  /** Tax on it, also kept. */
  readonly tax: Money;
};

/** Commission on one order line, frozen. */
export type CommissionLine = {
  /** What the market keeps of it. */
  readonly amount: Money;
  /** Rate in hundredths of a percent: 1000 is 10 %. */
  readonly basisPoints: Scalars['Int']['output'];
  /** What the rate was applied to. */
  readonly charged: Money;
  /** The order line it is on, `orl_…`. */
  readonly orderLineId: Scalars['ID']['output'];
};

/** Answer to `createPaymentMethodSetup`. */
export type CreatePaymentMethodSetupPayload = {
  /** The set-up that was started; null when refused. */
  readonly setup?: Maybe<PaymentMethodSetup>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Money of one order between buyer and seller. */
export type Escrow = {
  /** What the buyer owes for the order. */
  readonly amount: Money;
  /** What the market keeps, frozen when the order was placed. For the shop's staff (`payments:read`) and admins; null for others and until frozen. */
  readonly commission?: Maybe<Commission>;
  /** What is held at this moment. */
  readonly held: Money;
  /** What keeps it from the shop; empty once released or closed. */
  readonly holdReasons: ReadonlyArray<EscrowHoldReason>;
  /** Identifier of the escrow, `esc_…`. */
  readonly id: Scalars['ID']['output'];
  /** When it was released; null before. */
  readonly releasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly state: EscrowState;
};

/** Why the money of an order is not the shop's yet. */
export type EscrowHoldReason =
  /** The commission of the order is not worked out yet; this takes seconds. */
  | 'COMMISSION_NOT_FROZEN'
  /** The goods are not delivered yet. */
  | 'NOT_DELIVERED'
  /** The buyer's money is not there yet. */
  | 'NOT_PAID'
  /** A refund is on its way. */
  | 'REFUND_IN_PROGRESS'
  /** The buyer may still return the goods. */
  | 'RETURN_WINDOW_OPEN';

/** Where the money of one order stands between buyer and seller. */
export type EscrowState =
  /** The buyer's money for this order is not there yet. */
  | 'AWAITING_PAYMENT'
  /** All of it went back to the buyer, or the order was cancelled before it was paid. */
  | 'CLOSED'
  /** The money is held for the shop until the order is complete. */
  | 'HELD'
  /** The shop's share is its to be paid out. */
  | 'RELEASED';

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

/** One account of the market's books. */
export type LedgerAccount = {
  /** Currency of the account. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Identifier of the account, stable: kind, owner and currency. */
  readonly id: Scalars['ID']['output'];
  /** What it holds. */
  readonly kind: LedgerAccountKind;
  /** The order it belongs to; null unless it is an escrow account. */
  readonly order?: Maybe<Order>;
  /** The provider it stands for, e.g. `stripe`; null otherwise. */
  readonly provider?: Maybe<Scalars['String']['output']>;
  /** The shop it belongs to; null for the market's own. */
  readonly shop?: Maybe<Shop>;
};

/** What an account of the ledger holds. */
export type LedgerAccountKind =
  /** Cash a shop or its carrier collected at the door and holds. */
  | 'CASH_ON_DELIVERY_RECEIVABLE'
  /** Commission the market earned. */
  | 'COMMISSION'
  /** Tax on commission, owed to the state. */
  | 'COMMISSION_TAX'
  /** Money of one order, held for its shop. */
  | 'ESCROW'
  /** Money a payment provider holds for the market (debit is money in). */
  | 'PROVIDER_CLEARING'
  /** What payment providers charge the market. */
  | 'PROVIDER_FEES'
  /** What the market owes a shop. */
  | 'SELLER_PAYABLE';

/** Sum of all accounts of one kind in one currency. */
export type LedgerBalance = {
  /** Kind of the accounts. */
  readonly kind: LedgerAccountKind;
  /** What is announced and neither booked nor given up yet. */
  readonly pending: Money;
  /** What was booked: debits positive, credits negative. */
  readonly posted: Money;
};

/** The market's books, summed up. */
export type LedgerBalances = {
  /** By kind of account and currency. */
  readonly accounts: ReadonlyArray<LedgerBalance>;
  /** Sum of everything, by currency: zero when the books balance, which the database enforces. */
  readonly totals: ReadonlyArray<Money>;
};

/** One side of a ledger transaction. Entries are never changed or deleted. */
export type LedgerEntry = {
  /** The account it is on. */
  readonly account: LedgerAccount;
  /** Debits are positive, credits negative. */
  readonly amount: Money;
  /** When it was booked. */
  readonly bookedAt: Scalars['DateTime']['output'];
  /** The business fact behind it. */
  readonly fact: LedgerFact;
  /** Identifier of the entry. */
  readonly id: Scalars['ID']['output'];
  /** True while it only announces money (an authorisation); announced entries are not part of a balance. */
  readonly pending: Scalars['Boolean']['output'];
  /** The transaction it belongs to, `txn_…`; its entries sum to zero in each currency. */
  readonly transactionId: Scalars['ID']['output'];
};

/** A page of ledger entries. */
export type LedgerEntryConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<LedgerEntryEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<LedgerEntry>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An entry in a page. */
export type LedgerEntryEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: LedgerEntry;
};

/** Which business fact a ledger transaction records. */
export type LedgerFact =
  /** A payment was authorised: pending, no money moved. */
  | 'AUTHORISATION'
  /** Money of a payment was taken. */
  | 'CAPTURE'
  /** Cash was collected at the door. */
  | 'CASH_COLLECTION'
  /** Money of an order was released to its shop. */
  | 'ESCROW_RELEASE'
  /** A provider charged its fee. */
  | 'PROVIDER_FEE'
  /** Money went back to the buyer. */
  | 'REFUND'
  /** A pending transaction was given up. */
  | 'VOID';

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
  /** Saves a card by the provider's token. */
  readonly addPaymentMethod: AddPaymentMethodPayload;
  /** Promises the money of an order group: holds it on the card, or notes that it is due on delivery. Once per group. */
  readonly authorisePayment: AuthorisePaymentPayload;
  /** Takes the authorised money. Once per group; a repetition answers the same. */
  readonly capturePayment: CapturePaymentPayload;
  /** Starts saving a card: the secret lets the provider's script collect the number in the browser, so it never passes the market. */
  readonly createPaymentMethodSetup: CreatePaymentMethodSetupPayload;
  /** Returns money of one order to the buyer. Once per reference. */
  readonly refundOrder: RefundOrderPayload;
  /** Forgets a saved card, here and at the provider. Forgetting it again changes nothing. */
  readonly removePaymentMethod: RemovePaymentMethodPayload;
  /** Gives an authorisation up. Once per group; a repetition answers the same. */
  readonly voidPayment: VoidPaymentPayload;
};


export type MutationAddPaymentMethodArgs = {
  input: AddPaymentMethodInput;
};


export type MutationAuthorisePaymentArgs = {
  input: AuthorisePaymentInput;
};


export type MutationCapturePaymentArgs = {
  input: CapturePaymentInput;
};


export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


export type MutationRemovePaymentMethodArgs = {
  input: RemovePaymentMethodInput;
};


export type MutationVoidPaymentArgs = {
  input: VoidPaymentInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** What one shop sells to one buyer in one checkout. */
export type Order = {
  /** The money held for this order. Null until payment is started, and for people it does not concern. */
  readonly escrow?: Maybe<Escrow>;
  /** Identifier of the order, `ord_…`. */
  readonly id: Scalars['ID']['output'];
};

/** A checkout of one buyer, holding one order per shop. */
export type OrderGroup = {
  /** Identifier of the group, `grp_…`. */
  readonly id: Scalars['ID']['output'];
  /** How it is paid. Null until payment is started, and for people it does not concern. */
  readonly payment?: Maybe<Payment>;
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

/** One attempt of a buyer to pay for one checkout, which may hold orders of several shops. */
export type Payment = Node & {
  /** What the buyer has to do next; null when nothing. Only the buyer sees it. */
  readonly action?: Maybe<PaymentAction>;
  /** What is to be paid. A shop sees the sum of its own parts. */
  readonly amount: Money;
  /** What was taken so far. A shop sees the sum of its own parts. */
  readonly captured: Money;
  /** When the payment was started. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why it failed; null unless it did. Only the buyer, support and admins see it. */
  readonly failure?: Maybe<PaymentFailure>;
  /** Identifier of the payment, `pay_…`. */
  readonly id: Scalars['ID']['output'];
  /** How it is made. */
  readonly methodKind: PaymentMethodKind;
  /** The share of each order. A shop sees its own. */
  readonly parts: ReadonlyArray<PaymentPart>;
  /** The saved method that pays; null for a method used once, or when you are not the buyer. */
  readonly paymentMethod?: Maybe<PaymentMethod>;
  /** What went back so far. A shop sees the sum of its own parts. */
  readonly refunded: Money;
  /** Money returned, oldest first. A shop sees what concerns its own orders. */
  readonly refunds: ReadonlyArray<Refund>;
  /** Where it stands. */
  readonly state: PaymentState;
};

/** What a buyer has to do so that a payment can go on. */
export type PaymentAction = {
  /** Secret for the provider's script in the browser, valid for this payment only. */
  readonly clientSecret?: Maybe<Scalars['String']['output']>;
  /** Page of the bank to send the buyer to; null when the provider's script takes the buyer there. */
  readonly redirectUrl?: Maybe<Scalars['String']['output']>;
};

/** Why a payment will not happen. */
export type PaymentFailure = {
  /** Stable code, e.g. `CARD_DECLINED`, `INSUFFICIENT_FUNDS`, `EXPIRED_CARD`, `AUTHENTICATION_FAILED`. */
  readonly code: Scalars['String']['output'];
  /** One sentence the buyer may read. */
  readonly message: Scalars['String']['output'];
};

/** A card a buyer saved. The market holds the provider's token, never the number. */
export type PaymentMethod = Node & {
  /** Brand of the card in lower case, e.g. `visa`. */
  readonly brand: Scalars['String']['output'];
  /** When it was saved. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Month of expiry, 1 to 12. */
  readonly expiryMonth: Scalars['Int']['output'];
  /** Year of expiry, four digits. */
  readonly expiryYear: Scalars['Int']['output'];
  /** Identifier of the method, `pmt_…`. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: PaymentMethodKind;
  /** Last four digits, to recognise it by. */
  readonly last4: Scalars['String']['output'];
};

/** How a payment is made. */
export type PaymentMethodKind =
  /** A card, through the card provider. */
  | 'CARD'
  /** Cash handed over at the door. */
  | 'CASH_ON_DELIVERY';

/** What the provider's script needs to collect a card. */
export type PaymentMethodSetup = {
  /** Secret for the provider's script, valid for this card only. */
  readonly clientSecret: Scalars['String']['output'];
  /** The provider's identifier, `seti_…`: hand it to `addPaymentMethod` once the script is done. */
  readonly providerToken: Scalars['String']['output'];
};

/** The share of one order in a payment. */
export type PaymentPart = {
  /** What the buyer owes for it. */
  readonly amount: Money;
  /** What was taken for it. */
  readonly captured: Money;
  /** The order it is for. */
  readonly order: Order;
  /** What went back for it. */
  readonly refunded: Money;
  /** The shop that sells it. */
  readonly shop: Shop;
};

/** Where a payment stands. */
export type PaymentState =
  /** The money is promised (held on the card, or due on delivery) and not taken yet. */
  | 'AUTHORISED'
  /** The money is taken, or every part due on delivery is collected. */
  | 'CAPTURED'
  /** It will not happen; `Payment.failure` says why. */
  | 'FAILED'
  /** Started; the outcome is not known yet. Ask again in a moment. */
  | 'PENDING'
  /** The buyer's bank wants a check: follow `Payment.action`. */
  | 'REQUIRES_ACTION'
  /** Given up before any money was taken. */
  | 'VOIDED';

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
  /** Sums of the market's books. For admins. */
  readonly ledgerBalances: LedgerBalances;
  /** Entries of the market's books, newest first. For admins. */
  readonly ledgerEntries: LedgerEntryConnection;
  /** One payment; null when there is none or it does not concern you. */
  readonly payment?: Maybe<Payment>;
  /** What became of a group's payment; asks the provider when that is not known. Null when none was started. */
  readonly paymentByGroup?: Maybe<Payment>;
  /** The viewer's saved payment methods, newest first. */
  readonly paymentMethods: ReadonlyArray<PaymentMethod>;
};


export type QueryLedgerEntriesArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
  transactionId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentByGroupArgs = {
  groupId: Scalars['ID']['input'];
};

/** Money on its way back to a buyer for one order. */
export type Refund = {
  /** How much goes back. */
  readonly amount: Money;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifier of the refund, `rfd_…`. */
  readonly id: Scalars['ID']['output'];
  /** The order it is for. */
  readonly order: Order;
  /** Why, in the words of who asked for it. */
  readonly reason: Scalars['String']['output'];
  /** Where it stands. */
  readonly state: RefundState;
};

/** What to return. */
export type RefundOrderInput = {
  /** How much, in minor units. */
  readonly amountMinor: Scalars['BigInt']['input'];
  /** The order group that was paid. */
  readonly groupId: Scalars['ID']['input'];
  /** The order the money goes back for. */
  readonly orderId: Scalars['ID']['input'];
  /** Why, in words the buyer may read. */
  readonly reason: Scalars['String']['input'];
  /** Key that makes a repetition harmless: the same reference is the same refund. */
  readonly reference: Scalars['ID']['input'];
};

/** Answer to `refundOrder`. */
export type RefundOrderPayload = {
  /** The refund as it stands; null when refused. */
  readonly refund?: Maybe<Refund>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where a refund stands. */
export type RefundState =
  /** The provider could not return the money; support has to. */
  | 'FAILED'
  /** Asked for; the provider has not settled it yet. */
  | 'PENDING'
  /** The money is on its way back to the buyer. */
  | 'SUCCEEDED';

/** A saved card to forget. */
export type RemovePaymentMethodInput = {
  /** Identifier of the method, `pmt_…`. */
  readonly id: Scalars['ID']['input'];
};

/** Answer to `removePaymentMethod`. */
export type RemovePaymentMethodPayload = {
  /** The card that was forgotten; null when refused. */
  readonly paymentMethod?: Maybe<PaymentMethod>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A shop, as payments knows it. */
export type Shop = {
  /** What the shop has, by currency. Needs `payments:read` in the shop. */
  readonly balance: ReadonlyArray<ShopBalance>;
  /** Identifier of the shop, `shp_…`. */
  readonly id: Scalars['ID']['output'];
  /** Entries on the shop's accounts, newest first. Needs `payments:read` in the shop. */
  readonly ledger: LedgerEntryConnection;
};


/** A shop, as payments knows it. */
export type ShopLedgerArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Money of a shop in one currency. */
export type ShopBalance = {
  /** Cash collected at the door by the shop or its carrier; set off against payouts. */
  readonly cashCollected: Money;
  /** Currency of the amounts. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Held until orders are complete. */
  readonly inEscrow: Money;
  /** Released, to be paid out. */
  readonly payable: Money;
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

/** Which payment to give up. */
export type VoidPaymentInput = {
  /** The order group it pays for. */
  readonly groupId: Scalars['ID']['input'];
};

/** Answer to `voidPayment`. */
export type VoidPaymentPayload = {
  /** The payment as it stands; null when refused. */
  readonly payment?: Maybe<Payment>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  Order: Order;
  OrderGroup: OrderGroup;
  Payment: Payment;
  PaymentMethod: PaymentMethod;
  Shop: Shop;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderGroup:
    ( { __typename: 'OrderGroup' }
    & GraphQLRecursivePick<FederationTypes['OrderGroup'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
  PaymentMethod:
    ( { __typename: 'PaymentMethod' }
    & GraphQLRecursivePick<FederationTypes['PaymentMethod'], {"id":true}> );
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node:
    | ( PaymentMapper )
    | ( PaymentMethodMapper )
  ;
  UserError: ( KitRefusal );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddPaymentMethodInput: AddPaymentMethodInput;
  AddPaymentMethodPayload: ResolverTypeWrapper<Omit<AddPaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversTypes['PaymentMethod']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AuthorisationTerms: AuthorisationTerms;
  AuthorisePaymentInput: AuthorisePaymentInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuthorisePaymentPartInput: AuthorisePaymentPartInput;
  AuthorisePaymentPayload: ResolverTypeWrapper<Omit<AuthorisePaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversTypes['Payment']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CapturePaymentInput: CapturePaymentInput;
  CapturePaymentPayload: ResolverTypeWrapper<Omit<CapturePaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversTypes['Payment']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Commission: ResolverTypeWrapper<CommissionMapper>;
  CommissionLine: ResolverTypeWrapper<CommissionLineMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreatePaymentMethodSetupPayload: ResolverTypeWrapper<Omit<CreatePaymentMethodSetupPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Escrow: ResolverTypeWrapper<EscrowMapper>;
  EscrowHoldReason: EscrowHoldReason;
  EscrowState: EscrowState;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  LedgerAccount: ResolverTypeWrapper<LedgerAccountMapper>;
  LedgerAccountKind: LedgerAccountKind;
  LedgerBalance: ResolverTypeWrapper<Omit<LedgerBalance, 'pending' | 'posted'> & { pending: ResolversTypes['Money'], posted: ResolversTypes['Money'] }>;
  LedgerBalances: ResolverTypeWrapper<Omit<LedgerBalances, 'accounts' | 'totals'> & { accounts: ReadonlyArray<ResolversTypes['LedgerBalance']>, totals: ReadonlyArray<ResolversTypes['Money']> }>;
  LedgerEntry: ResolverTypeWrapper<LedgerEntryMapper>;
  LedgerEntryConnection: ResolverTypeWrapper<Omit<LedgerEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LedgerEntryEdge']>, nodes: ReadonlyArray<ResolversTypes['LedgerEntry']> }>;
  LedgerEntryEdge: ResolverTypeWrapper<Omit<LedgerEntryEdge, 'node'> & { node: ResolversTypes['LedgerEntry'] }>;
  LedgerFact: LedgerFact;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderGroup: ResolverTypeWrapper<OrderGroupMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payment: ResolverTypeWrapper<PaymentMapper>;
  PaymentAction: ResolverTypeWrapper<PaymentAction>;
  PaymentFailure: ResolverTypeWrapper<PaymentFailure>;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodMapper>;
  PaymentMethodKind: PaymentMethodKind;
  PaymentMethodSetup: ResolverTypeWrapper<PaymentMethodSetup>;
  PaymentPart: ResolverTypeWrapper<PaymentPartMapper>;
  PaymentState: PaymentState;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refund: ResolverTypeWrapper<RefundMapper>;
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: ResolverTypeWrapper<Omit<RefundOrderPayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversTypes['Refund']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RefundState: RefundState;
  RemovePaymentMethodInput: RemovePaymentMethodInput;
  RemovePaymentMethodPayload: ResolverTypeWrapper<Omit<RemovePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversTypes['PaymentMethod']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Shop: ResolverTypeWrapper<ShopMapper>;
  ShopBalance: ResolverTypeWrapper<Omit<ShopBalance, 'cashCollected' | 'inEscrow' | 'payable'> & { cashCollected: ResolversTypes['Money'], inEscrow: ResolversTypes['Money'], payable: ResolversTypes['Money'] }>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  VoidPaymentInput: VoidPaymentInput;
  VoidPaymentPayload: ResolverTypeWrapper<Omit<VoidPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversTypes['Payment']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddPaymentMethodInput: AddPaymentMethodInput;
  AddPaymentMethodPayload: Omit<AddPaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversParentTypes['PaymentMethod']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Boolean: Scalars['Boolean']['output'];
  AuthorisePaymentInput: AuthorisePaymentInput;
  ID: Scalars['ID']['output'];
  AuthorisePaymentPartInput: AuthorisePaymentPartInput;
  AuthorisePaymentPayload: Omit<AuthorisePaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversParentTypes['Payment']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BigInt: Scalars['BigInt']['output'];
  CapturePaymentInput: CapturePaymentInput;
  CapturePaymentPayload: Omit<CapturePaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversParentTypes['Payment']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Commission: CommissionMapper;
  CommissionLine: CommissionLineMapper;
  Int: Scalars['Int']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  CreatePaymentMethodSetupPayload: Omit<CreatePaymentMethodSetupPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Escrow: EscrowMapper;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  LedgerAccount: LedgerAccountMapper;
  LedgerBalance: Omit<LedgerBalance, 'pending' | 'posted'> & { pending: ResolversParentTypes['Money'], posted: ResolversParentTypes['Money'] };
  LedgerBalances: Omit<LedgerBalances, 'accounts' | 'totals'> & { accounts: ReadonlyArray<ResolversParentTypes['LedgerBalance']>, totals: ReadonlyArray<ResolversParentTypes['Money']> };
  LedgerEntry: LedgerEntryMapper;
  LedgerEntryConnection: Omit<LedgerEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LedgerEntryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LedgerEntry']> };
  LedgerEntryEdge: Omit<LedgerEntryEdge, 'node'> & { node: ResolversParentTypes['LedgerEntry'] };
  Locale: Scalars['Locale']['output'];
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Order: OrderMapper;
  OrderGroup: OrderGroupMapper;
  PageInfo: PageInfo;
  Payment: PaymentMapper;
  PaymentAction: PaymentAction;
  PaymentFailure: PaymentFailure;
  PaymentMethod: PaymentMethodMapper;
  PaymentMethodSetup: PaymentMethodSetup;
  PaymentPart: PaymentPartMapper;
  PlainUserError: KitRefusal;
  Query: Record<PropertyKey, never>;
  Refund: RefundMapper;
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: Omit<RefundOrderPayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversParentTypes['Refund']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RemovePaymentMethodInput: RemovePaymentMethodInput;
  RemovePaymentMethodPayload: Omit<RemovePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversParentTypes['PaymentMethod']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Shop: ShopMapper;
  ShopBalance: Omit<ShopBalance, 'cashCollected' | 'inEscrow' | 'payable'> & { cashCollected: ResolversParentTypes['Money'], inEscrow: ResolversParentTypes['Money'], payable: ResolversParentTypes['Money'] };
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  UserError: KitRefusal;
  VoidPaymentInput: VoidPaymentInput;
  VoidPaymentPayload: Omit<VoidPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversParentTypes['Payment']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
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

export type AddPaymentMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddPaymentMethodPayload'] = ResolversParentTypes['AddPaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuthorisePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorisePaymentPayload'] = ResolversParentTypes['AuthorisePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CapturePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapturePaymentPayload'] = ResolversParentTypes['CapturePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commission'] = ResolversParentTypes['Commission']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CommissionLine']>, ParentType, ContextType>;
  sellerShare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CommissionLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommissionLine'] = ResolversParentTypes['CommissionLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  basisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  charged?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  orderLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreatePaymentMethodSetupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePaymentMethodSetupPayload'] = ResolversParentTypes['CreatePaymentMethodSetupPayload']> = {
  setup?: Resolver<Maybe<ResolversTypes['PaymentMethodSetup']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EscrowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Escrow'] = ResolversParentTypes['Escrow']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  commission?: Resolver<Maybe<ResolversTypes['Commission']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  holdReasons?: Resolver<ReadonlyArray<ResolversTypes['EscrowHoldReason']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  releasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EscrowState'], ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type LedgerAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerAccount'] = ResolversParentTypes['LedgerAccount']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerAccountKind'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType>;
};

export type LedgerBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerBalance'] = ResolversParentTypes['LedgerBalance']> = {
  kind?: Resolver<ResolversTypes['LedgerAccountKind'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  posted?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type LedgerBalancesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerBalances'] = ResolversParentTypes['LedgerBalances']> = {
  accounts?: Resolver<ReadonlyArray<ResolversTypes['LedgerBalance']>, ParentType, ContextType>;
  totals?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type LedgerEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntry'] = ResolversParentTypes['LedgerEntry']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bookedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['LedgerFact'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  transactionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LedgerEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntryConnection'] = ResolversParentTypes['LedgerEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LedgerEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LedgerEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntryEdge'] = ResolversParentTypes['LedgerEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerEntry'], ParentType, ContextType>;
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
  addPaymentMethod?: Resolver<ResolversTypes['AddPaymentMethodPayload'], ParentType, ContextType, RequireFields<MutationAddPaymentMethodArgs, 'input'>>;
  authorisePayment?: Resolver<ResolversTypes['AuthorisePaymentPayload'], ParentType, ContextType, RequireFields<MutationAuthorisePaymentArgs, 'input'>>;
  capturePayment?: Resolver<ResolversTypes['CapturePaymentPayload'], ParentType, ContextType, RequireFields<MutationCapturePaymentArgs, 'input'>>;
  createPaymentMethodSetup?: Resolver<ResolversTypes['CreatePaymentMethodSetupPayload'], ParentType, ContextType>;
  refundOrder?: Resolver<ResolversTypes['RefundOrderPayload'], ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  removePaymentMethod?: Resolver<ResolversTypes['RemovePaymentMethodPayload'], ParentType, ContextType, RequireFields<MutationRemovePaymentMethodArgs, 'input'>>;
  voidPayment?: Resolver<ResolversTypes['VoidPaymentPayload'], ParentType, ContextType, RequireFields<MutationVoidPaymentArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Payment' | 'PaymentMethod', ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  escrow?: Resolver<Maybe<ResolversTypes['Escrow']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderGroup'] = ResolversParentTypes['OrderGroup'], FederationReferenceType extends FederationReferenceTypes['OrderGroup'] = FederationReferenceTypes['OrderGroup']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderGroup']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['PaymentAction']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['PaymentFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  methodKind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['PaymentPart']>, ParentType, ContextType>;
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunds?: Resolver<ReadonlyArray<ResolversTypes['Refund']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentAction'] = ResolversParentTypes['PaymentAction']> = {
  clientSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentFailure'] = ResolversParentTypes['PaymentFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod'], FederationReferenceType extends FederationReferenceTypes['PaymentMethod'] = FederationReferenceTypes['PaymentMethod']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PaymentMethod']> | FederationReferenceType, FederationReferenceType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiryMonth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiryYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  last4?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentMethodSetupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethodSetup'] = ResolversParentTypes['PaymentMethodSetup']> = {
  clientSecret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentPart'] = ResolversParentTypes['PaymentPart']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ledgerBalances?: Resolver<ResolversTypes['LedgerBalances'], ParentType, ContextType>;
  ledgerEntries?: Resolver<ResolversTypes['LedgerEntryConnection'], ParentType, ContextType, Partial<QueryLedgerEntriesArgs>>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  paymentByGroup?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentByGroupArgs, 'groupId'>>;
  paymentMethods?: Resolver<ReadonlyArray<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RefundState'], ParentType, ContextType>;
};

export type RefundOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundOrderPayload'] = ResolversParentTypes['RefundOrderPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemovePaymentMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePaymentMethodPayload'] = ResolversParentTypes['RemovePaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  balance?: Resolver<ReadonlyArray<ResolversTypes['ShopBalance']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ledger?: Resolver<ResolversTypes['LedgerEntryConnection'], ParentType, ContextType, RequireFields<ShopLedgerArgs, 'first'>>;
};

export type ShopBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopBalance'] = ResolversParentTypes['ShopBalance']> = {
  cashCollected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  inEscrow?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  payable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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

export type VoidPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidPaymentPayload'] = ResolversParentTypes['VoidPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddPaymentMethodPayload?: AddPaymentMethodPayloadResolvers<ContextType>;
  AuthorisePaymentPayload?: AuthorisePaymentPayloadResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CapturePaymentPayload?: CapturePaymentPayloadResolvers<ContextType>;
  Commission?: CommissionResolvers<ContextType>;
  CommissionLine?: CommissionLineResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreatePaymentMethodSetupPayload?: CreatePaymentMethodSetupPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Escrow?: EscrowResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  LedgerAccount?: LedgerAccountResolvers<ContextType>;
  LedgerBalance?: LedgerBalanceResolvers<ContextType>;
  LedgerBalances?: LedgerBalancesResolvers<ContextType>;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerEntryConnection?: LedgerEntryConnectionResolvers<ContextType>;
  LedgerEntryEdge?: LedgerEntryEdgeResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderGroup?: OrderGroupResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentAction?: PaymentActionResolvers<ContextType>;
  PaymentFailure?: PaymentFailureResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  PaymentMethodSetup?: PaymentMethodSetupResolvers<ContextType>;
  PaymentPart?: PaymentPartResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundOrderPayload?: RefundOrderPayloadResolvers<ContextType>;
  RemovePaymentMethodPayload?: RemovePaymentMethodPayloadResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopBalance?: ShopBalanceResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VoidPaymentPayload?: VoidPaymentPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
