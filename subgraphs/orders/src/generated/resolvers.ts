import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { CartMapper, CartLineMapper, ShopCartMapper, CartDeliveryOptionMapper, CartWarningMapper, CartPriceWarningMapper, CartStockWarningMapper, CartNoticeMapper, CartTotalsMapper, OrderGroupMapper, OrderMapper, OrderConnectionMapper, OrderTimelineConnectionMapper, OrderSagaConnectionMapper, ShopMapper, OrderLineMapper, OrderDeliveryMapper, OrderTotalsMapper, ShipmentMapper, OrderTimelineEntryMapper, OrderStatusChangeMapper, OrderSagaMapper, OrderSagaStepMapper, PriceChangedMapper, TotalChangedMapper, ShopClosedMapper, NotDeliverableMapper } from '../mappers.ts';
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

/** Whose prices to accept. */
export type AcceptCartPricesInput = {
  /** The cart. */
  readonly cartId: Scalars['ID']['input'];
};

/** What to add to a cart. */
export type AddToCartInput = {
  /** The cart; left out for the caller's cart in use, which is made when there is none. */
  readonly cartId?: InputMaybe<Scalars['ID']['input']>;
  /** Units to add, 1 to 999. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  /** The variant. */
  readonly variantId: Scalars['ID']['input'];
};

/** The cart a guest filled before signing in. */
export type AttachCartInput = {
  /** Id of the guest's cart. */
  readonly cartId: Scalars['ID']['input'];
};

/** Buying one variant right away. */
export type BuyNowInput = {
  /** A saved address; the default one when left out. */
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  /** Currency of that price. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** A delivery method of the shop; the cheapest when left out. */
  readonly deliveryMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** Any unique string, e.g. a UUID: sending the same request again buys once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** A saved payment method. */
  readonly paymentMethodId: Scalars['ID']['input'];
  /** Units, 1 to 999. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Where the bank's check sends the buyer back to. */
  readonly returnUrl?: InputMaybe<Scalars['String']['input']>;
  /** Price of a unit the buyer saw, in minor units: when it is no longer true, the purchase is refused. */
  readonly unitPriceMinor: Scalars['BigInt']['input'];
  /** The variant. */
  readonly variantId: Scalars['ID']['input'];
};

/** Which purchase to give up. */
export type CancelCheckoutInput = {
  /** The group that `checkout` or `buyNow` answered with. */
  readonly groupId: Scalars['ID']['input'];
  /** Any unique string: sending the same request again gives up once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What became of giving a purchase up. */
export type CancelCheckoutPayload = {
  /** The group as it stands now: `CANCELLED` once the payment is voided, which may take a moment when the bank is slow. */
  readonly group?: Maybe<OrderGroup>;
  /** True when this answers a request that was sent before. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Cancelling an order. */
export type CancelOrderInput = {
  /** Any unique string: sending the same request again cancels once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Why, in the person's own words; shown in the timeline. At most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** What a buyer means to buy, from any number of shops. */
export type Cart = Node & {
  /** Currency of all lines; null when the cart is empty or holds several currencies (see `warnings`). */
  readonly currency?: Maybe<Scalars['CurrencyCode']['output']>;
  /** Where the goods go; null until `setCartDelivery`. */
  readonly destination?: Maybe<OrderAddress>;
  /** Id of the cart. */
  readonly id: Scalars['ID']['output'];
  /** The lines in the order they were added. */
  readonly lines: ReadonlyArray<CartLine>;
  /** The order group made from this cart, while it is being bought and afterwards. */
  readonly orderGroup?: Maybe<OrderGroup>;
  /** The cart shop by shop: each becomes an order of its own. */
  readonly shops: ReadonlyArray<ShopCart>;
  /** Whether it can be changed and bought. */
  readonly status: CartStatus;
  /** Sums over all shops at the prices the buyer has seen; null when the cart is empty or holds several currencies. */
  readonly totals?: Maybe<CartTotals>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of the cart. */
  readonly version: Scalars['Int']['output'];
  /** What stands in the way of buying, or changed since the buyer looked. */
  readonly warnings: ReadonlyArray<CartWarning>;
};

/** The delivery method of one shop's part. */
export type CartDeliveryChoiceInput = {
  /** One of `ShopCart.deliveryOptions`. */
  readonly methodId: Scalars['ID']['input'];
  /** The shop. */
  readonly shopId: Scalars['ID']['input'];
};

/** One way a shop can deliver, quoted for this cart. */
export type CartDeliveryOption = {
  /** Latest arrival in days after shipping. */
  readonly maxDays: Scalars['Int']['output'];
  /** Id of the shop's delivery method; send it to `setCartDelivery`. */
  readonly methodId: Scalars['ID']['output'];
  /** Earliest arrival in days after shipping. */
  readonly minDays: Scalars['Int']['output'];
  /** What the shop calls it. */
  readonly name: Scalars['String']['output'];
  /** Whether the goods can be paid on delivery with it. */
  readonly paymentOnDelivery: Scalars['Boolean']['output'];
  /** What it costs for these goods. */
  readonly price: Money;
};

/** Units of one variant in a cart. */
export type CartLine = {
  /** Units that can be bought now. */
  readonly available: Scalars['Int']['output'];
  /** Id of the line. */
  readonly id: Scalars['ID']['output'];
  /** Price of a unit now; null when it cannot be bought any more. */
  readonly priceNow?: Maybe<Money>;
  /** Price of a unit as the buyer saw it last; checkout refuses when it is no longer true. */
  readonly priceSeen: Money;
  /** The product the variant belongs to. */
  readonly product: Product;
  /** How many units, 1 to 999. */
  readonly quantity: Scalars['Int']['output'];
  /** The shop that sells it. */
  readonly shop: Shop;
  /** `priceSeen` times `quantity`. */
  readonly total: Money;
  /** What it is. */
  readonly variant: ProductVariant;
};

/** Anything else: the goods are no longer sold, the cart mixes currencies, or a shop does not deliver to the destination. */
export type CartNotice = CartWarning & {
  /** `NOT_FOR_SALE`, `MIXED_CURRENCIES` or `NOT_DELIVERABLE`. */
  readonly code: Scalars['String']['output'];
  /** The line it is about; null when it is about the whole cart or a shop's part. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence for the buyer. */
  readonly message: Scalars['String']['output'];
};

/** What became of a change to a cart. */
export type CartPayload = {
  /** The cart after the change; null when it was refused and there is none to show. */
  readonly cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The price is no longer the one the buyer saw; `acceptCartPrices` accepts it. */
export type CartPriceWarning = CartWarning & {
  /** `PRICE_CHANGED`. */
  readonly code: Scalars['String']['output'];
  /** The line whose price changed. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence for the buyer. */
  readonly message: Scalars['String']['output'];
  /** Price of a unit now. */
  readonly now: Money;
  /** Price of a unit the buyer saw. */
  readonly was: Money;
};

/** Whether a cart can be changed. */
export type CartStatus =
  /** It is being bought; it opens again should that fail. */
  | 'CHECKING_OUT'
  /** It can be changed and bought. */
  | 'OPEN'
  /** It was bought. */
  | 'ORDERED';

/** There are fewer units than the line asks for, or none. */
export type CartStockWarning = CartWarning & {
  /** Units that can be bought. */
  readonly available: Scalars['Int']['output'];
  /** `OUT_OF_STOCK`. */
  readonly code: Scalars['String']['output'];
  /** The line that asks for too much. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence for the buyer. */
  readonly message: Scalars['String']['output'];
  /** Units the line asks for. */
  readonly requested: Scalars['Int']['output'];
};

/** What a cart would cost. */
export type CartTotals = {
  /** Delivery by the chosen (or cheapest) options; zero until there is a destination. */
  readonly delivery: Money;
  /** Goods at the prices the buyer has seen. */
  readonly goods: Money;
  /** Tax contained in or added to the above, for the destination; zero until there is one. */
  readonly tax: Money;
  /** The part of `tax` that comes on top of the prices; zero where prices include tax. */
  readonly taxAdded: Money;
  /** What the buyer pays: goods, delivery and `taxAdded`. */
  readonly total: Money;
};

/** Something about a cart the buyer should know before paying. */
export type CartWarning = {
  /** Stable code in upper snake case, e.g. `PRICE_CHANGED`. */
  readonly code: Scalars['String']['output'];
  /** The line it is about; null when it is about the whole cart. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence for the buyer. */
  readonly message: Scalars['String']['output'];
};

/** Buying a cart. */
export type CheckoutInput = {
  /** A saved address of the signed-in person; left out: the cart's destination, or else the default address. */
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  /** The cart. */
  readonly cartId: Scalars['ID']['input'];
  /** Where news about the order goes. Needed from guests; signed-in people may leave it out. */
  readonly contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** The sum the buyer saw, in minor units: when given and no longer true, checkout is refused. */
  readonly expectedTotalMinor?: InputMaybe<Scalars['BigInt']['input']>;
  /** Any unique string, e.g. a UUID: sending the same request again buys once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** How it is paid. */
  readonly payment: CheckoutPaymentInput;
};

/** What became of a purchase. */
export type CheckoutPayload = {
  /** What the buyer has to do now; only with `REQUIRES_ACTION`. */
  readonly action?: Maybe<PaymentStep>;
  /** The orders; null when it was refused before they were made. After a refusal by the bank or for want of stock it is here, cancelled. */
  readonly group?: Maybe<OrderGroup>;
  /** True when this answers a request that was sent before. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Where it stands; null when it was refused before an order group was made. */
  readonly status?: Maybe<CheckoutStatus>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How a purchase is paid. Give exactly one of `paymentMethodId` and `providerToken` for prepaid orders and neither for payment on delivery. */
export type CheckoutPaymentInput = {
  /** A saved payment method of the signed-in person. */
  readonly paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** What the payment provider's own form gave for a card typed in just now. */
  readonly providerToken?: InputMaybe<Scalars['String']['input']>;
  /** Where the bank's check sends the buyer back to. */
  readonly returnUrl?: InputMaybe<Scalars['String']['input']>;
  /** Keep the card typed in for the next time; signed-in people only. */
  readonly saveMethod?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it is paid. */
  readonly terms?: InputMaybe<OrderPaymentTerms>;
};

/** Where a purchase stands when `checkout` answers. */
export type CheckoutStatus =
  /** Stock and money are certain; the shops know. */
  | 'CONFIRMED'
  /** It takes longer than three seconds: follow `orderStatusChanged`. */
  | 'PROCESSING'
  /** It was refused and everything is undone; `userErrors` says why. */
  | 'REFUSED'
  /** The bank wants a word with the buyer: follow `action`. Stock is held for 15 minutes. */
  | 'REQUIRES_ACTION';

/** Confirming that goods arrived. */
export type ConfirmDeliveryInput = {
  /** Any unique string: sending the same request again confirms once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** A cart just made. */
export type CreateCartPayload = {
  /** The cart. */
  readonly cart: Cart;
  /** For guests, shown this once: send it in the header `x-vitrina-cart` from now on. Null for signed-in people and for guests who sent a secret already. */
  readonly secret?: Maybe<Scalars['String']['output']>;
};

/** The order is in a status, or paid on terms, in which this cannot be done. */
export type IllegalTransition = UserError & {
  /** What the caller can do with the order now. */
  readonly availableActions: ReadonlyArray<OrderAction>;
  /** `ILLEGAL_TRANSITION`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The order's status. */
  readonly status: OrderStatus;
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

/** A quantity is not between 1 and 999. */
export type InvalidQuantity = UserError & {
  /** `INVALID_QUANTITY`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The largest quantity of one line. */
  readonly max: Scalars['Int']['output'];
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The smallest quantity. */
  readonly min: Scalars['Int']['output'];
};

/** Recording that goods arrived. */
export type MarkDeliveredInput = {
  /** Any unique string: sending the same request again records once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** The goods are priced in several currencies; a checkout is in one. */
export type MixedCurrencies = UserError & {
  /** `MIXED_CURRENCIES`. */
  readonly code: Scalars['String']['output'];
  /** The currencies found. */
  readonly currencies: ReadonlyArray<Scalars['CurrencyCode']['output']>;
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
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
  /** Says that the buyer has seen and accepts today's prices: every line's `priceSeen` becomes its `priceNow`. */
  readonly acceptCartPrices: CartPayload;
  /** Puts units of a variant into a cart, on top of what is in it already, and remembers the price the buyer saw. */
  readonly addToCart: CartPayload;
  /** Moves what a guest gathered into the signed-in person's own cart; send the guest's secret in the header `x-vitrina-cart`. Adding to a cart after signing in does the same by itself. */
  readonly attachCart: CartPayload;
  /** Buys one variant right away with a saved address and a saved payment method; the cart stays as it is. */
  readonly buyNow: CheckoutPayload;
  /**
   * Gives a purchase up while the bank waits for the buyer: the payment is voided, the goods are free again and the cart can
   * be changed. When the bank's yes is on its way at the same moment, one of the two wins: either this is refused and the
   * purchase goes on, or nothing is charged. For the buyer; a guest shows the cart's secret.
   */
  readonly cancelCheckout: CancelCheckoutPayload;
  /** Cancels an order that has not been shipped: by its buyer, by the shop (`orders:fulfil`) or by an admin. Money comes back, goods go back on sale. */
  readonly cancelOrder: OrderPayload;
  /**
   * Buys what is in the cart: one order group with one order per shop. Waits up to three seconds, then answers
   * `CONFIRMED`, `REQUIRES_ACTION` (send the buyer to the bank's check) or `PROCESSING` (follow `orderStatusChanged`).
   * Stock is reserved before money is touched; when anything is refused, everything is undone and the cart is open again.
   */
  readonly checkout: CheckoutPayload;
  /** The buyer says that the goods have arrived. */
  readonly confirmDelivery: OrderPayload;
  /** Makes an empty cart. A guest gets a secret, shown this once, to be sent in the header `x-vitrina-cart` from now on; a signed-in person gets the cart in use when there is one. */
  readonly createCart: CreateCartPayload;
  /** The shop says that the goods have arrived (and cash was collected where it is paid on delivery). Needs `orders:fulfil` in the shop. */
  readonly markDelivered: OrderPayload;
  /** Takes lines out of a cart. Lines that are gone already are no error. */
  readonly removeFromCart: CartPayload;
  /** Sets a stuck purchase or cancellation going again from where it stopped; a step whose outcome is unknown asks for it first. A refund that failed is tried once more. Recorded with who and why. */
  readonly resumeSaga: ResumeSagaPayload;
  /** Chooses where the goods go and how each shop sends them. */
  readonly setCartDelivery: CartPayload;
  /** Sets how many units a line has. */
  readonly setCartLineQuantity: CartPayload;
  /** Records that the shop handed its goods to a carrier. Needs `orders:fulfil` in the shop. */
  readonly shipOrder: OrderPayload;
};


export type MutationAcceptCartPricesArgs = {
  input: AcceptCartPricesInput;
};


export type MutationAddToCartArgs = {
  input: AddToCartInput;
};


export type MutationAttachCartArgs = {
  input: AttachCartInput;
};


export type MutationBuyNowArgs = {
  input: BuyNowInput;
};


export type MutationCancelCheckoutArgs = {
  input: CancelCheckoutInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationCheckoutArgs = {
  input: CheckoutInput;
};


export type MutationConfirmDeliveryArgs = {
  input: ConfirmDeliveryInput;
};


export type MutationMarkDeliveredArgs = {
  input: MarkDeliveredInput;
};


export type MutationRemoveFromCartArgs = {
  input: RemoveFromCartInput;
};


export type MutationResumeSagaArgs = {
  input: ResumeSagaInput;
};


export type MutationSetCartDeliveryArgs = {
  input: SetCartDeliveryInput;
};


export type MutationSetCartLineQuantityArgs = {
  input: SetCartLineQuantityInput;
};


export type MutationShipOrderArgs = {
  input: ShipOrderInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** A shop does not deliver to the address, or not by the chosen method. */
export type NotDeliverable = UserError & {
  /** `NOT_DELIVERABLE`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The shop. */
  readonly shop: Shop;
};

/** Goods in the cart are no longer sold. */
export type NotForSale = UserError & {
  /** `NOT_FOR_SALE`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The variant. */
  readonly variantId: Scalars['ID']['output'];
};

/** What one shop delivers out of a checkout. */
export type Order = Node & {
  /** What the person asking can do with it now. */
  readonly availableActions: ReadonlyArray<OrderAction>;
  /** Who bought; null for a guest. */
  readonly buyer?: Maybe<User>;
  /** Why it was cancelled; null when it was not. */
  readonly cancelReason?: Maybe<OrderCancelReason>;
  /** Where news about the order goes; null for signed-in people who gave no other address. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** How the goods are sent. */
  readonly delivery: OrderDelivery;
  /** Where the goods go. */
  readonly deliveryAddress: OrderAddress;
  /** The checkout it belongs to; null for the shop's staff, who see their part only. */
  readonly group?: Maybe<OrderGroup>;
  /** Id of the order. */
  readonly id: Scalars['ID']['output'];
  /** What was bought, as it was at that moment. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** What people see: the group's number and a letter, e.g. `V-7KQ2M-9XH4C-A`. */
  readonly number: Scalars['String']['output'];
  /** Where its money stands. */
  readonly paymentStatus: OrderPaymentStatus;
  /** When it is paid. */
  readonly paymentTerms: OrderPaymentTerms;
  /** When the buyer pressed the button. */
  readonly placedAt: Scalars['DateTime']['output'];
  /** What the shop handed to carriers. */
  readonly shipments: ReadonlyArray<Shipment>;
  /** The shop that delivers. */
  readonly shop: Shop;
  /** Where it stands. */
  readonly status: OrderStatus;
  /** What happened to it, oldest first. */
  readonly timeline: OrderTimelineConnection;
  /** Sums of this order. */
  readonly totals: OrderTotals;
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of the order. */
  readonly version: Scalars['Int']['output'];
};


/** What one shop delivers out of a checkout. */
export type OrderTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What a person can do with an order. */
export type OrderAction =
  /** `cancelOrder`. */
  | 'CANCEL'
  /** `confirmDelivery`. */
  | 'CONFIRM_DELIVERY'
  /** `markDelivered`. */
  | 'MARK_DELIVERED'
  /** `shipOrder`. */
  | 'SHIP';

/** Who acts on orders. */
export type OrderActor =
  /** An admin of the marketplace. */
  | 'ADMIN'
  /** The person who bought. */
  | 'BUYER'
  /** Staff or software of the shop. */
  | 'SHOP'
  /** The marketplace's machinery: payments, timers. */
  | 'SYSTEM';

/** A postal address as it was when the goods were ordered. */
export type OrderAddress = {
  /** Town. */
  readonly city: Scalars['String']['output'];
  /** Country. */
  readonly country: Scalars['CountryCode']['output'];
  /** Street and number. */
  readonly line1: Scalars['String']['output'];
  /** Flat, floor, company. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Who receives the goods. */
  readonly name: Scalars['String']['output'];
  /** Telephone for the carrier. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Postal code; left out where there is none. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** State, province or oblast. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Where goods go, for buyers without a saved address. */
export type OrderAddressInput = {
  /** Town. */
  readonly city: Scalars['String']['input'];
  /** Country. */
  readonly country: Scalars['CountryCode']['input'];
  /** Street and number. */
  readonly line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Who receives the goods. */
  readonly name: Scalars['String']['input'];
  /** Telephone for the carrier. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code; left out where there is none. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** State, province or oblast. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** Why an order was cancelled. */
export type OrderCancelReason =
  /** The buyer changed their mind. */
  | 'BUYER'
  /** The marketplace stepped in. */
  | 'MARKET'
  /** The goods were gone. */
  | 'OUT_OF_STOCK'
  /** The buyer did not finish paying in time. */
  | 'PAYMENT_EXPIRED'
  /** The payment was declined. */
  | 'PAYMENT_FAILED'
  /** The shop cannot deliver. */
  | 'SHOP';

/** A page of orders. */
export type OrderConnection = {
  /** The orders with their cursors. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The orders. */
  readonly nodes: ReadonlyArray<Order>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; null where counting would cost too much. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Where news about one order goes. */
export type OrderContact = {
  /** Where the goods go; the best hint at a guest's language. */
  readonly country: Scalars['CountryCode']['output'];
  /** The address the buyer gave at checkout. */
  readonly email: Scalars['String']['output'];
  /** The order. */
  readonly orderId: Scalars['ID']['output'];
};

/** How an order is sent, as it was chosen. */
export type OrderDelivery = {
  /** Latest arrival in days after shipping. */
  readonly maxDays: Scalars['Int']['output'];
  /** Id of the shop's delivery method. */
  readonly methodId: Scalars['ID']['output'];
  /** Earliest arrival in days after shipping. */
  readonly minDays: Scalars['Int']['output'];
  /** What the shop called it. */
  readonly name: Scalars['String']['output'];
  /** What it cost. */
  readonly price: Money;
};

/** An order in a page. */
export type OrderEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The order. */
  readonly node: Order;
};

/** What can happen to an order. */
export type OrderEvent =
  /** The bank asks the buyer to act. */
  | 'ACTION_REQUIRED'
  /** It was cancelled. */
  | 'CANCELLED'
  /** The return window closed. */
  | 'COMPLETED'
  /** Stock and payment became certain. */
  | 'CONFIRMED'
  /** The goods arrived. */
  | 'DELIVERED'
  /** The money was captured or collected. */
  | 'PAID'
  /** The buyer pressed the button. */
  | 'PLACED'
  /** The money went back. */
  | 'REFUNDED'
  /** The goods were handed to a carrier. */
  | 'SHIPPED';

/** All that was bought in one checkout: one order per shop. */
export type OrderGroup = Node & {
  /** What the buyer has to do to pay, while `status` is `REQUIRES_ACTION`; for the buyer only. */
  readonly action?: Maybe<PaymentStep>;
  /** Who bought; null for a guest. */
  readonly buyer?: Maybe<User>;
  /** Where news about the order goes; null for signed-in people who gave no other address. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** Where the goods go. */
  readonly deliveryAddress: OrderAddress;
  /** Why the purchase failed; null when it did not. */
  readonly failure?: Maybe<UserError>;
  /** Id of the group. */
  readonly id: Scalars['ID']['output'];
  /** What people see, e.g. `V-7KQ2M-9XH4C`. */
  readonly number: Scalars['String']['output'];
  /** One order per shop. */
  readonly orders: ReadonlyArray<Order>;
  /** When it is paid. */
  readonly paymentTerms: OrderPaymentTerms;
  /** When the buyer pressed the button. */
  readonly placedAt: Scalars['DateTime']['output'];
  /** Derived from the orders, and from the purchase while it is under way. */
  readonly status: OrderGroupStatus;
  /** Sums over all orders. */
  readonly totals: OrderTotals;
  /** Counts the changes of all orders in the group; `orderStatusChanged` continues from it. */
  readonly version: Scalars['Int']['output'];
};

/** Where an order group stands. */
export type OrderGroupStatus =
  /** No shop delivers. */
  | 'CANCELLED'
  /** Nothing is open any more. */
  | 'COMPLETED'
  /** The shops are preparing the goods. */
  | 'CONFIRMED'
  /** Everything that was sent has arrived. */
  | 'DELIVERED'
  /** Some shops have sent their part. */
  | 'PARTLY_SHIPPED'
  /** Stock and payment are being secured. */
  | 'PROCESSING'
  /** The bank waits for the buyer. */
  | 'REQUIRES_ACTION'
  /** Every shop that delivers has sent its part. */
  | 'SHIPPED';

/** Units of one variant that were bought, frozen. */
export type OrderLine = {
  /** `unitPrice` times `quantity`. */
  readonly goods: Money;
  /** Id of the line. */
  readonly id: Scalars['ID']['output'];
  /** The product it belonged to. */
  readonly product: Product;
  /** How many units. */
  readonly quantity: Scalars['Int']['output'];
  /** The shop's article number at that moment. */
  readonly sku: Scalars['String']['output'];
  /** Tax contained in or added to it. */
  readonly tax: Money;
  /** Whether `goods` contains the tax. */
  readonly taxIncluded: Scalars['Boolean']['output'];
  /** Tax rate in hundredths of a percent: 2000 is 20 %. */
  readonly taxRateBasisPoints: Scalars['Int']['output'];
  /** Its title at that moment. */
  readonly title: Scalars['String']['output'];
  /** What the buyer pays for the line, tax included. */
  readonly total: Money;
  /** Price of a unit. */
  readonly unitPrice: Money;
  /** What it was. */
  readonly variant: ProductVariant;
};

/** How one shop's order stands. */
export type OrderNews = {
  /**
   * True while paying would still help: the bank waits for the buyer, or the payment failed and the same cart was not
   * bought since.
   */
  readonly awaitsPayment: Scalars['Boolean']['output'];
  /** What people call it, e.g. `V-2F8K3`. */
  readonly number: Scalars['String']['output'];
  /** The order. */
  readonly orderId: Scalars['ID']['output'];
  /** Its status. */
  readonly status: OrderStatus;
};

/** The two sides of one shop's order. */
export type OrderParty = {
  /** The person who bought; null for a guest. */
  readonly buyerId?: Maybe<Scalars['ID']['output']>;
  /** What people call it, e.g. `V-2F8K3`. */
  readonly number: Scalars['String']['output'];
  /** The order. */
  readonly orderId: Scalars['ID']['output'];
  /** The shop that sells. */
  readonly shopId: Scalars['ID']['output'];
};

/** What became of a change to an order. */
export type OrderPayload = {
  /** The order after the change, or as it stands when the change was refused. */
  readonly order?: Maybe<Order>;
  /** True when this answers a request that was sent before. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where the money of an order stands. */
export type OrderPaymentStatus =
  /** Set aside by the buyer's bank. */
  | 'AUTHORISED'
  /** To be paid when the goods arrive. */
  | 'DUE_ON_DELIVERY'
  /** Captured or collected. */
  | 'PAID'
  /** Not decided yet. */
  | 'PENDING'
  /** Given back to the buyer. */
  | 'REFUNDED'
  /** On its way back to the buyer. */
  | 'REFUND_PENDING'
  /** Never taken. */
  | 'VOIDED';

/** When an order is paid. */
export type OrderPaymentTerms =
  /** When the goods arrive. */
  | 'ON_DELIVERY'
  /** Before the goods are sent. */
  | 'PREPAID';

/** A purchase, a cancellation or the money of a failed refund as the machinery sees it: a state that survives any crash, and a journal of every step. */
export type OrderSaga = {
  /** Failures in a row at this step. */
  readonly attempts: Scalars['Int']['output'];
  /** When waiting or trying ends; null when there is no such time. */
  readonly deadline?: Maybe<Scalars['DateTime']['output']>;
  /** The order group it is about. */
  readonly groupId: Scalars['ID']['output'];
  /** Id of the saga. */
  readonly id: Scalars['ID']['output'];
  /** What was done, oldest first. */
  readonly journal: ReadonlyArray<OrderSagaStep>;
  /** What went wrong last. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** `orders.checkout`, `orders.cancel`, or `orders.return-money`: money that is owed because a refund of it failed. */
  readonly name: Scalars['String']['output'];
  /** When it goes on by itself; null when it has ended or is stuck. */
  readonly nextRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  readonly state: OrderSagaState;
  /** The step it is at; null when it has ended. */
  readonly step?: Maybe<Scalars['String']['output']>;
  /** Counts its changes. */
  readonly version: Scalars['Int']['output'];
};

/** A page of sagas. */
export type OrderSagaConnection = {
  /** The sagas with their cursors. */
  readonly edges: ReadonlyArray<OrderSagaEdge>;
  /** The sagas. */
  readonly nodes: ReadonlyArray<OrderSaga>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** Which way a step was taken. */
export type OrderSagaDirection =
  /** Undoing it. */
  | 'BACK'
  /** Doing it. */
  | 'FORWARD';

/** A saga in a page. */
export type OrderSagaEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The saga. */
  readonly node: OrderSaga;
};

/** What came of a step. */
export type OrderSagaOutcome =
  /** Done. */
  | 'DONE'
  /** Refused by the callee. */
  | 'REFUSED'
  /** Begun; what came of it is not known yet. */
  | 'STARTED';

/** Where a saga stands. */
export type OrderSagaState =
  /** It undoes what it did. */
  | 'COMPENSATING'
  /** It reached its end. */
  | 'DONE'
  /** It goes forward. */
  | 'RUNNING'
  /** It gave up and needs a person: see `lastError`, then `resumeSaga`. */
  | 'STUCK'
  /** Everything it did is undone. */
  | 'UNDONE'
  /** It waits for the buyer or the bank. */
  | 'WAITING';

/** One step of a saga. */
export type OrderSagaStep = {
  /** Forward, or undoing it. */
  readonly direction: OrderSagaDirection;
  /** When the outcome was written down. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly outcome: OrderSagaOutcome;
  /** When the intent was written down, before anything was asked of others. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The step. */
  readonly step: Scalars['String']['output'];
};

/** Where an order stands. */
export type OrderStatus =
  /** It will not be fulfilled. */
  | 'CANCELLED'
  /** The return window closed. */
  | 'COMPLETED'
  /** Stock and payment are certain. */
  | 'CONFIRMED'
  /** With the buyer. */
  | 'DELIVERED'
  /** The checkout is under way. */
  | 'DRAFT'
  /** The money is captured. */
  | 'PAID'
  /** On its way. */
  | 'SHIPPED';

/** One change of an order, as the subscription tells it. */
export type OrderStatusChange = {
  /** What happened. */
  readonly entry: OrderTimelineEntry;
  /** The order it happened to, as it is now. */
  readonly order: Order;
  /** The group's version after it: give the last one as `afterVersion` to go on from there. Rises by one per change of the group, so following one order shows gaps. */
  readonly version: Scalars['Int']['output'];
};

/** A page of an order's timeline. */
export type OrderTimelineConnection = {
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<OrderTimelineEdge>;
  /** The entries. */
  readonly nodes: ReadonlyArray<OrderTimelineEntry>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An entry in a page. */
export type OrderTimelineEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: OrderTimelineEntry;
};

/** One thing that happened to an order. */
export type OrderTimelineEntry = {
  /** Who did it. */
  readonly actor: OrderActor;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened. */
  readonly event: OrderEvent;
  /** What was said about it, e.g. the reason of a cancellation. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The order's status after it. */
  readonly status: OrderStatus;
  /** The order's version after it. */
  readonly version: Scalars['Int']['output'];
};

/** What was bought, in sums. */
export type OrderTotals = {
  /** Delivery. */
  readonly delivery: Money;
  /** Goods. */
  readonly goods: Money;
  /** Tax contained in or added to the above. */
  readonly tax: Money;
  /** The part of `tax` that came on top of the prices. */
  readonly taxAdded: Money;
  /** What the buyer pays: goods, delivery and `taxAdded`. */
  readonly total: Money;
};

/** There are not enough units. */
export type OutOfStock = UserError & {
  /** Units that can be bought. */
  readonly available: Scalars['Int']['output'];
  /** `OUT_OF_STOCK`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Units asked for. */
  readonly requested: Scalars['Int']['output'];
  /** The variant. */
  readonly variantId: Scalars['ID']['output'];
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

/** The bank or the payment provider said no; nothing was charged. */
export type PaymentDeclined = UserError & {
  /** `PAYMENT_DECLINED`. */
  readonly code: Scalars['String']['output'];
  /** The provider's reason, e.g. `insufficient_funds`. */
  readonly declineCode: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** What the buyer has to do to pay. */
export type PaymentStep = {
  /** For the payment provider's own script, which shows the check inside the page. */
  readonly clientSecret?: Maybe<Scalars['String']['output']>;
  /** Page of the bank to send the buyer to. */
  readonly redirectUrl?: Maybe<Scalars['String']['output']>;
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

/** The price is not the one the buyer saw. */
export type PriceChanged = UserError & {
  /** `PRICE_CHANGED`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The cart line; null with `buyNow`. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Price of a unit now. */
  readonly now: Money;
  /** The variant. */
  readonly variantId: Scalars['ID']['output'];
  /** Price of a unit the buyer saw. */
  readonly was: Money;
};

/** A product, owned by the catalogue. */
export type Product = {
  /** Id of the product. */
  readonly id: Scalars['ID']['output'];
};

/** A variant of a product, owned by the catalogue. */
export type ProductVariant = {
  /** Id of the variant. */
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  /** A cart of the caller: by id, or the one in use now when no id is given. Null when there is none or it is somebody else's; guests prove themselves by the cart secret in the header `x-vitrina-cart`. */
  readonly cart?: Maybe<Cart>;
  /** One shop's order, for its buyer (guests by their cart secret), staff and API clients of the shop with `orders:read`, support and admins. Null for everybody else. */
  readonly order?: Maybe<Order>;
  /** Where news about orders of guests goes. Unknown orders and those of signed-in people without an address of their own are left out. */
  readonly orderContacts: ReadonlyArray<OrderContact>;
  /** All orders of one checkout, for its buyer (guests by their cart secret), support and admins. Null for everybody else. */
  readonly orderGroup?: Maybe<OrderGroup>;
  /** How orders stand at this moment, for messages that must not say what is no longer so. Unknown orders are left out. */
  readonly orderNews: ReadonlyArray<OrderNews>;
  /** Between whom orders are, in one query. Unknown orders are left out. */
  readonly orderParties: ReadonlyArray<OrderParty>;
  /** The purchase of one order group, step by step, as the machinery recorded it. Null when the group is unknown. */
  readonly saga?: Maybe<OrderSaga>;
  /** Purchases, cancellations and refunds that need a person: given up after too many failures, failed at the provider, or unfinished for longer than they may take. Oldest first. */
  readonly stuckSagas: OrderSagaConnection;
  /** Orders the signed-in person placed, newest first. */
  readonly viewerOrders: OrderConnection;
};


export type QueryCartArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderContactsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryOrderGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderNewsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryOrderPartiesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QuerySagaArgs = {
  groupId: Scalars['ID']['input'];
};


export type QueryStuckSagasArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryViewerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<OrderStatus>>;
};

/** Which lines to take out. */
export type RemoveFromCartInput = {
  /** The cart. */
  readonly cartId: Scalars['ID']['input'];
  /** The lines, at most 100. */
  readonly lineIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Setting a saga going again. */
export type ResumeSagaInput = {
  /** Why, for the record; 3 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** The saga. */
  readonly sagaId: Scalars['ID']['input'];
};

/** What became of it. */
export type ResumeSagaPayload = {
  /** The saga after it ran. */
  readonly saga?: Maybe<OrderSaga>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where the goods go and how; what is left out stays as it is. */
export type SetCartDeliveryInput = {
  /** An address typed in. */
  readonly address?: InputMaybe<OrderAddressInput>;
  /** A saved address of the signed-in person. Give this or `address`, not both. */
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  /** The cart. */
  readonly cartId: Scalars['ID']['input'];
  /** Delivery methods by shop; shops left out get their cheapest option. */
  readonly choices?: InputMaybe<ReadonlyArray<CartDeliveryChoiceInput>>;
};

/** How many units a line has. */
export type SetCartLineQuantityInput = {
  /** The cart. */
  readonly cartId: Scalars['ID']['input'];
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Units the line shall have, 1 to 999; use `removeFromCart` for none. */
  readonly quantity: Scalars['Int']['input'];
};

/** Shipping an order. */
export type ShipOrderInput = {
  /** Who carries it. */
  readonly carrier?: InputMaybe<Scalars['String']['input']>;
  /** Any unique string: sending the same request again ships once. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
  /** What the carrier calls it. */
  readonly trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** Goods handed to a carrier. */
export type Shipment = {
  /** Who carries it. */
  readonly carrier?: Maybe<Scalars['String']['output']>;
  /** Id of the shipment. */
  readonly id: Scalars['ID']['output'];
  /** When it was handed over. */
  readonly shippedAt: Scalars['DateTime']['output'];
  /** What the carrier calls it. */
  readonly trackingNumber?: Maybe<Scalars['String']['output']>;
};

/** A shop; orders adds what was ordered there. */
export type Shop = {
  /** Id of the shop. */
  readonly id: Scalars['ID']['output'];
  /** Orders placed with the shop, newest first; drafts of checkouts under way are left out. For staff and API clients with `orders:read`. */
  readonly orders: OrderConnection;
};


/** A shop; orders adds what was ordered there. */
export type ShopOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<OrderStatus>>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The part of a cart that one shop delivers. */
export type ShopCart = {
  /** The chosen option, or the cheapest one when none was chosen; null when there are no options. */
  readonly delivery?: Maybe<CartDeliveryOption>;
  /** How the shop can deliver to the cart's destination, cheapest first; empty until there is a destination, and when the shop does not deliver there. */
  readonly deliveryOptions: ReadonlyArray<CartDeliveryOption>;
  /** Its lines. */
  readonly lines: ReadonlyArray<CartLine>;
  /** The shop. */
  readonly shop: Shop;
  /** Sums of this part; null when its lines are in several currencies. */
  readonly totals?: Maybe<CartTotals>;
};

/** A shop takes no orders now. */
export type ShopClosed = UserError & {
  /** `SHOP_CLOSED`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The shop. */
  readonly shop: Shop;
};

export type Subscription = {
  /**
   * Every change of an order group or of one order, in order and without gaps: give the last `version` you saw as
   * `afterVersion` and what happened since comes first. Open to whoever may read the group or the order; it ends when
   * that right does. Give `groupId` or `orderId`, not both.
   */
  readonly orderStatusChanged: OrderStatusChange;
};


export type SubscriptionOrderStatusChangedArgs = {
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
  groupId?: InputMaybe<Scalars['ID']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};

/** The sum is not the one the buyer saw. */
export type TotalChanged = UserError & {
  /** `TOTAL_CHANGED`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** The sum now. */
  readonly now: Money;
  /** The sum the buyer saw. */
  readonly was: Money;
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

/** A person, owned by identity. */
export type User = {
  /** Id of the person. */
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
  Cart: Cart;
  Order: Order;
  OrderGroup: OrderGroup;
  Shop: Shop;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderGroup:
    ( { __typename: 'OrderGroup' }
    & GraphQLRecursivePick<FederationTypes['OrderGroup'], {"id":true}> );
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  CartWarning:
    | ( CartNoticeMapper )
    | ( CartPriceWarningMapper )
    | ( CartStockWarningMapper )
  ;
  Image: never;
  Node:
    | ( CartMapper )
    | ( OrderMapper )
    | ( OrderGroupMapper )
  ;
  UserError:
    | ( IllegalTransition )
    | ( InvalidQuantity )
    | ( MixedCurrencies )
    | ( NotDeliverableMapper )
    | ( NotForSale )
    | ( OutOfStock )
    | ( PaymentDeclined )
    | ( KitRefusal )
    | ( PriceChangedMapper )
    | ( ShopClosedMapper )
    | ( TotalChangedMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptCartPricesInput: AcceptCartPricesInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddToCartInput: AddToCartInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AttachCartInput: AttachCartInput;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  BuyNowInput: BuyNowInput;
  CancelCheckoutInput: CancelCheckoutInput;
  CancelCheckoutPayload: ResolverTypeWrapper<Omit<CancelCheckoutPayload, 'group' | 'userErrors'> & { group?: Maybe<ResolversTypes['OrderGroup']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelOrderInput: CancelOrderInput;
  Cart: ResolverTypeWrapper<CartMapper>;
  CartDeliveryChoiceInput: CartDeliveryChoiceInput;
  CartDeliveryOption: ResolverTypeWrapper<CartDeliveryOptionMapper>;
  CartLine: ResolverTypeWrapper<CartLineMapper>;
  CartNotice: ResolverTypeWrapper<CartNoticeMapper>;
  CartPayload: ResolverTypeWrapper<Omit<CartPayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversTypes['Cart']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CartPriceWarning: ResolverTypeWrapper<CartPriceWarningMapper>;
  CartStatus: CartStatus;
  CartStockWarning: ResolverTypeWrapper<CartStockWarningMapper>;
  CartTotals: ResolverTypeWrapper<CartTotalsMapper>;
  CartWarning: ResolverTypeWrapper<CartWarningMapper>;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: ResolverTypeWrapper<Omit<CheckoutPayload, 'action' | 'group' | 'userErrors'> & { action?: Maybe<ResolversTypes['PaymentStep']>, group?: Maybe<ResolversTypes['OrderGroup']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CheckoutPaymentInput: CheckoutPaymentInput;
  CheckoutStatus: CheckoutStatus;
  ConfirmDeliveryInput: ConfirmDeliveryInput;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateCartPayload: ResolverTypeWrapper<Omit<CreateCartPayload, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  IllegalTransition: ResolverTypeWrapper<IllegalTransition>;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  InvalidQuantity: ResolverTypeWrapper<InvalidQuantity>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  MarkDeliveredInput: MarkDeliveredInput;
  MixedCurrencies: ResolverTypeWrapper<MixedCurrencies>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotDeliverable: ResolverTypeWrapper<NotDeliverableMapper>;
  NotForSale: ResolverTypeWrapper<NotForSale>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderAction: OrderAction;
  OrderActor: OrderActor;
  OrderAddress: ResolverTypeWrapper<OrderAddress>;
  OrderAddressInput: OrderAddressInput;
  OrderCancelReason: OrderCancelReason;
  OrderConnection: ResolverTypeWrapper<OrderConnectionMapper>;
  OrderContact: ResolverTypeWrapper<OrderContact>;
  OrderDelivery: ResolverTypeWrapper<OrderDeliveryMapper>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderEvent: OrderEvent;
  OrderGroup: ResolverTypeWrapper<OrderGroupMapper>;
  OrderGroupStatus: OrderGroupStatus;
  OrderLine: ResolverTypeWrapper<OrderLineMapper>;
  OrderNews: ResolverTypeWrapper<OrderNews>;
  OrderParty: ResolverTypeWrapper<OrderParty>;
  OrderPayload: ResolverTypeWrapper<Omit<OrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  OrderPaymentStatus: OrderPaymentStatus;
  OrderPaymentTerms: OrderPaymentTerms;
  OrderSaga: ResolverTypeWrapper<OrderSagaMapper>;
  OrderSagaConnection: ResolverTypeWrapper<OrderSagaConnectionMapper>;
  OrderSagaDirection: OrderSagaDirection;
  OrderSagaEdge: ResolverTypeWrapper<Omit<OrderSagaEdge, 'node'> & { node: ResolversTypes['OrderSaga'] }>;
  OrderSagaOutcome: OrderSagaOutcome;
  OrderSagaState: OrderSagaState;
  OrderSagaStep: ResolverTypeWrapper<OrderSagaStepMapper>;
  OrderStatus: OrderStatus;
  OrderStatusChange: ResolverTypeWrapper<OrderStatusChangeMapper>;
  OrderTimelineConnection: ResolverTypeWrapper<OrderTimelineConnectionMapper>;
  OrderTimelineEdge: ResolverTypeWrapper<Omit<OrderTimelineEdge, 'node'> & { node: ResolversTypes['OrderTimelineEntry'] }>;
  OrderTimelineEntry: ResolverTypeWrapper<OrderTimelineEntryMapper>;
  OrderTotals: ResolverTypeWrapper<OrderTotalsMapper>;
  OutOfStock: ResolverTypeWrapper<OutOfStock>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclined>;
  PaymentStep: ResolverTypeWrapper<PaymentStep>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  PriceChanged: ResolverTypeWrapper<PriceChangedMapper>;
  Product: ResolverTypeWrapper<Product>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveFromCartInput: RemoveFromCartInput;
  ResumeSagaInput: ResumeSagaInput;
  ResumeSagaPayload: ResolverTypeWrapper<Omit<ResumeSagaPayload, 'saga' | 'userErrors'> & { saga?: Maybe<ResolversTypes['OrderSaga']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SetCartDeliveryInput: SetCartDeliveryInput;
  SetCartLineQuantityInput: SetCartLineQuantityInput;
  ShipOrderInput: ShipOrderInput;
  Shipment: ResolverTypeWrapper<ShipmentMapper>;
  Shop: ResolverTypeWrapper<ShopMapper>;
  ShopCart: ResolverTypeWrapper<ShopCartMapper>;
  ShopClosed: ResolverTypeWrapper<ShopClosedMapper>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TotalChanged: ResolverTypeWrapper<TotalChangedMapper>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptCartPricesInput: AcceptCartPricesInput;
  ID: Scalars['ID']['output'];
  AddToCartInput: AddToCartInput;
  Int: Scalars['Int']['output'];
  AttachCartInput: AttachCartInput;
  BigInt: Scalars['BigInt']['output'];
  BuyNowInput: BuyNowInput;
  CancelCheckoutInput: CancelCheckoutInput;
  CancelCheckoutPayload: Omit<CancelCheckoutPayload, 'group' | 'userErrors'> & { group?: Maybe<ResolversParentTypes['OrderGroup']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Boolean: Scalars['Boolean']['output'];
  CancelOrderInput: CancelOrderInput;
  Cart: CartMapper;
  CartDeliveryChoiceInput: CartDeliveryChoiceInput;
  CartDeliveryOption: CartDeliveryOptionMapper;
  CartLine: CartLineMapper;
  CartNotice: CartNoticeMapper;
  CartPayload: Omit<CartPayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversParentTypes['Cart']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CartPriceWarning: CartPriceWarningMapper;
  CartStockWarning: CartStockWarningMapper;
  CartTotals: CartTotalsMapper;
  CartWarning: CartWarningMapper;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: Omit<CheckoutPayload, 'action' | 'group' | 'userErrors'> & { action?: Maybe<ResolversParentTypes['PaymentStep']>, group?: Maybe<ResolversParentTypes['OrderGroup']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CheckoutPaymentInput: CheckoutPaymentInput;
  ConfirmDeliveryInput: ConfirmDeliveryInput;
  CountryCode: Scalars['CountryCode']['output'];
  CreateCartPayload: Omit<CreateCartPayload, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  IllegalTransition: IllegalTransition;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  InvalidQuantity: InvalidQuantity;
  Locale: Scalars['Locale']['output'];
  MarkDeliveredInput: MarkDeliveredInput;
  MixedCurrencies: MixedCurrencies;
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotDeliverable: NotDeliverableMapper;
  NotForSale: NotForSale;
  Order: OrderMapper;
  OrderAddress: OrderAddress;
  OrderAddressInput: OrderAddressInput;
  OrderConnection: OrderConnectionMapper;
  OrderContact: OrderContact;
  OrderDelivery: OrderDeliveryMapper;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderGroup: OrderGroupMapper;
  OrderLine: OrderLineMapper;
  OrderNews: OrderNews;
  OrderParty: OrderParty;
  OrderPayload: Omit<OrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  OrderSaga: OrderSagaMapper;
  OrderSagaConnection: OrderSagaConnectionMapper;
  OrderSagaEdge: Omit<OrderSagaEdge, 'node'> & { node: ResolversParentTypes['OrderSaga'] };
  OrderSagaStep: OrderSagaStepMapper;
  OrderStatusChange: OrderStatusChangeMapper;
  OrderTimelineConnection: OrderTimelineConnectionMapper;
  OrderTimelineEdge: Omit<OrderTimelineEdge, 'node'> & { node: ResolversParentTypes['OrderTimelineEntry'] };
  OrderTimelineEntry: OrderTimelineEntryMapper;
  OrderTotals: OrderTotalsMapper;
  OutOfStock: OutOfStock;
  PageInfo: PageInfo;
  PaymentDeclined: PaymentDeclined;
  PaymentStep: PaymentStep;
  PlainUserError: KitRefusal;
  PriceChanged: PriceChangedMapper;
  Product: Product;
  ProductVariant: ProductVariant;
  Query: Record<PropertyKey, never>;
  RemoveFromCartInput: RemoveFromCartInput;
  ResumeSagaInput: ResumeSagaInput;
  ResumeSagaPayload: Omit<ResumeSagaPayload, 'saga' | 'userErrors'> & { saga?: Maybe<ResolversParentTypes['OrderSaga']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SetCartDeliveryInput: SetCartDeliveryInput;
  SetCartLineQuantityInput: SetCartLineQuantityInput;
  ShipOrderInput: ShipOrderInput;
  Shipment: ShipmentMapper;
  Shop: ShopMapper;
  ShopCart: ShopCartMapper;
  ShopClosed: ShopClosedMapper;
  Subscription: Record<PropertyKey, never>;
  TotalChanged: TotalChangedMapper;
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

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CancelCheckoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelCheckoutPayload'] = ResolversParentTypes['CancelCheckoutPayload']> = {
  group?: Resolver<Maybe<ResolversTypes['OrderGroup']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['OrderAddress']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  orderGroup?: Resolver<Maybe<ResolversTypes['OrderGroup']>, ParentType, ContextType>;
  shops?: Resolver<ReadonlyArray<ResolversTypes['ShopCart']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CartStatus'], ParentType, ContextType>;
  totals?: Resolver<Maybe<ResolversTypes['CartTotals']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['CartWarning']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartDeliveryOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartDeliveryOption'] = ResolversParentTypes['CartDeliveryOption']> = {
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  methodId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paymentOnDelivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priceNow?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  priceSeen?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
};

export type CartNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartNotice'] = ResolversParentTypes['CartNotice']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPayload'] = ResolversParentTypes['CartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CartPriceWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPriceWarning'] = ResolversParentTypes['CartPriceWarning']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartStockWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartStockWarning'] = ResolversParentTypes['CartStockWarning']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartTotals'] = ResolversParentTypes['CartTotals']> = {
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  goods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxAdded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CartWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartWarning'] = ResolversParentTypes['CartWarning']> = {
  __resolveType: TypeResolveFn<'CartNotice' | 'CartPriceWarning' | 'CartStockWarning', ParentType, ContextType>;
};

export type CheckoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutPayload'] = ResolversParentTypes['CheckoutPayload']> = {
  action?: Resolver<Maybe<ResolversTypes['PaymentStep']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['OrderGroup']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CheckoutStatus']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCartPayload'] = ResolversParentTypes['CreateCartPayload']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type IllegalTransitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransition'] = ResolversParentTypes['IllegalTransition']> = {
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['OrderAction']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type InvalidQuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidQuantity'] = ResolversParentTypes['InvalidQuantity']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  max?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MixedCurrenciesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MixedCurrencies'] = ResolversParentTypes['MixedCurrencies']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currencies?: Resolver<ReadonlyArray<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCartPrices?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationAcceptCartPricesArgs, 'input'>>;
  addToCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'input'>>;
  attachCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationAttachCartArgs, 'input'>>;
  buyNow?: Resolver<ResolversTypes['CheckoutPayload'], ParentType, ContextType, RequireFields<MutationBuyNowArgs, 'input'>>;
  cancelCheckout?: Resolver<ResolversTypes['CancelCheckoutPayload'], ParentType, ContextType, RequireFields<MutationCancelCheckoutArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  checkout?: Resolver<ResolversTypes['CheckoutPayload'], ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'input'>>;
  confirmDelivery?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationConfirmDeliveryArgs, 'input'>>;
  createCart?: Resolver<ResolversTypes['CreateCartPayload'], ParentType, ContextType>;
  markDelivered?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationMarkDeliveredArgs, 'input'>>;
  removeFromCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationRemoveFromCartArgs, 'input'>>;
  resumeSaga?: Resolver<ResolversTypes['ResumeSagaPayload'], ParentType, ContextType, RequireFields<MutationResumeSagaArgs, 'input'>>;
  setCartDelivery?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationSetCartDeliveryArgs, 'input'>>;
  setCartLineQuantity?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationSetCartLineQuantityArgs, 'input'>>;
  shipOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationShipOrderArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Cart' | 'Order' | 'OrderGroup', ParentType, ContextType>;
};

export type NotDeliverableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotDeliverable'] = ResolversParentTypes['NotDeliverable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotForSaleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotForSale'] = ResolversParentTypes['NotForSale']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['OrderAction']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['OrderCancelReason']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['OrderDelivery'], ParentType, ContextType>;
  deliveryAddress?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['OrderGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paymentStatus?: Resolver<ResolversTypes['OrderPaymentStatus'], ParentType, ContextType>;
  paymentTerms?: Resolver<ResolversTypes['OrderPaymentTerms'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shipments?: Resolver<ReadonlyArray<ResolversTypes['Shipment']>, ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['OrderTimelineConnection'], ParentType, ContextType, Partial<OrderTimelineArgs>>;
  totals?: Resolver<ResolversTypes['OrderTotals'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderAddress'] = ResolversParentTypes['OrderAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderContact'] = ResolversParentTypes['OrderContact']> = {
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderDelivery'] = ResolversParentTypes['OrderDelivery']> = {
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  methodId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderGroup'] = ResolversParentTypes['OrderGroup'], FederationReferenceType extends FederationReferenceTypes['OrderGroup'] = FederationReferenceTypes['OrderGroup']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderGroup']> | FederationReferenceType, FederationReferenceType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['PaymentStep']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveryAddress?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['UserError']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orders?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  paymentTerms?: Resolver<ResolversTypes['OrderPaymentTerms'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderGroupStatus'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['OrderTotals'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  goods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxIncluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  taxRateBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
};

export type OrderNewsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderNews'] = ResolversParentTypes['OrderNews']> = {
  awaitsPayment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export type OrderPartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderParty'] = ResolversParentTypes['OrderParty']> = {
  buyerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shopId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPayload'] = ResolversParentTypes['OrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderSagaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderSaga'] = ResolversParentTypes['OrderSaga']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  groupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  journal?: Resolver<ReadonlyArray<ResolversTypes['OrderSagaStep']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextRunAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderSagaState'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderSagaConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderSagaConnection'] = ResolversParentTypes['OrderSagaConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderSagaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrderSaga']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderSagaEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderSagaEdge'] = ResolversParentTypes['OrderSagaEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderSaga'], ParentType, ContextType>;
};

export type OrderSagaStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderSagaStep'] = ResolversParentTypes['OrderSagaStep']> = {
  direction?: Resolver<ResolversTypes['OrderSagaDirection'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['OrderSagaOutcome'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderStatusChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderStatusChange'] = ResolversParentTypes['OrderStatusChange']> = {
  entry?: Resolver<ResolversTypes['OrderTimelineEntry'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderTimelineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTimelineConnection'] = ResolversParentTypes['OrderTimelineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderTimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrderTimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderTimelineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTimelineEdge'] = ResolversParentTypes['OrderTimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderTimelineEntry'], ParentType, ContextType>;
};

export type OrderTimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTimelineEntry'] = ResolversParentTypes['OrderTimelineEntry']> = {
  actor?: Resolver<ResolversTypes['OrderActor'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['OrderEvent'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTotals'] = ResolversParentTypes['OrderTotals']> = {
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  goods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxAdded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  declineCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentStep'] = ResolversParentTypes['PaymentStep']> = {
  clientSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChanged'] = ResolversParentTypes['PriceChanged']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, Partial<QueryCartArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orderContacts?: Resolver<ReadonlyArray<ResolversTypes['OrderContact']>, ParentType, ContextType, RequireFields<QueryOrderContactsArgs, 'ids'>>;
  orderGroup?: Resolver<Maybe<ResolversTypes['OrderGroup']>, ParentType, ContextType, RequireFields<QueryOrderGroupArgs, 'id'>>;
  orderNews?: Resolver<ReadonlyArray<ResolversTypes['OrderNews']>, ParentType, ContextType, RequireFields<QueryOrderNewsArgs, 'ids'>>;
  orderParties?: Resolver<ReadonlyArray<ResolversTypes['OrderParty']>, ParentType, ContextType, RequireFields<QueryOrderPartiesArgs, 'ids'>>;
  saga?: Resolver<Maybe<ResolversTypes['OrderSaga']>, ParentType, ContextType, RequireFields<QuerySagaArgs, 'groupId'>>;
  stuckSagas?: Resolver<ResolversTypes['OrderSagaConnection'], ParentType, ContextType, Partial<QueryStuckSagasArgs>>;
  viewerOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<QueryViewerOrdersArgs>>;
};

export type ResumeSagaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeSagaPayload'] = ResolversParentTypes['ResumeSagaPayload']> = {
  saga?: Resolver<Maybe<ResolversTypes['OrderSaga']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shippedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<ShopOrdersArgs>>;
};

export type ShopCartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopCart'] = ResolversParentTypes['ShopCart']> = {
  delivery?: Resolver<Maybe<ResolversTypes['CartDeliveryOption']>, ParentType, ContextType>;
  deliveryOptions?: Resolver<ReadonlyArray<ResolversTypes['CartDeliveryOption']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  totals?: Resolver<Maybe<ResolversTypes['CartTotals']>, ParentType, ContextType>;
};

export type ShopClosedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopClosed'] = ResolversParentTypes['ShopClosed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderStatusChanged?: SubscriptionResolver<ResolversTypes['OrderStatusChange'], "orderStatusChanged", ParentType, ContextType, Partial<SubscriptionOrderStatusChangedArgs>>;
};

export type TotalChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotalChanged'] = ResolversParentTypes['TotalChanged']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'IllegalTransition' | 'InvalidQuantity' | 'MixedCurrencies' | 'NotDeliverable' | 'NotForSale' | 'OutOfStock' | 'PaymentDeclined' | 'PlainUserError' | 'PriceChanged' | 'ShopClosed' | 'TotalChanged', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BigInt?: GraphQLScalarType;
  CancelCheckoutPayload?: CancelCheckoutPayloadResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartDeliveryOption?: CartDeliveryOptionResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartNotice?: CartNoticeResolvers<ContextType>;
  CartPayload?: CartPayloadResolvers<ContextType>;
  CartPriceWarning?: CartPriceWarningResolvers<ContextType>;
  CartStockWarning?: CartStockWarningResolvers<ContextType>;
  CartTotals?: CartTotalsResolvers<ContextType>;
  CartWarning?: CartWarningResolvers<ContextType>;
  CheckoutPayload?: CheckoutPayloadResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateCartPayload?: CreateCartPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  IllegalTransition?: IllegalTransitionResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  InvalidQuantity?: InvalidQuantityResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  MixedCurrencies?: MixedCurrenciesResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotDeliverable?: NotDeliverableResolvers<ContextType>;
  NotForSale?: NotForSaleResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderAddress?: OrderAddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderContact?: OrderContactResolvers<ContextType>;
  OrderDelivery?: OrderDeliveryResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderGroup?: OrderGroupResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderNews?: OrderNewsResolvers<ContextType>;
  OrderParty?: OrderPartyResolvers<ContextType>;
  OrderPayload?: OrderPayloadResolvers<ContextType>;
  OrderSaga?: OrderSagaResolvers<ContextType>;
  OrderSagaConnection?: OrderSagaConnectionResolvers<ContextType>;
  OrderSagaEdge?: OrderSagaEdgeResolvers<ContextType>;
  OrderSagaStep?: OrderSagaStepResolvers<ContextType>;
  OrderStatusChange?: OrderStatusChangeResolvers<ContextType>;
  OrderTimelineConnection?: OrderTimelineConnectionResolvers<ContextType>;
  OrderTimelineEdge?: OrderTimelineEdgeResolvers<ContextType>;
  OrderTimelineEntry?: OrderTimelineEntryResolvers<ContextType>;
  OrderTotals?: OrderTotalsResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  PaymentStep?: PaymentStepResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  PriceChanged?: PriceChangedResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ResumeSagaPayload?: ResumeSagaPayloadResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopCart?: ShopCartResolvers<ContextType>;
  ShopClosed?: ShopClosedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TotalChanged?: TotalChangedResolvers<ContextType>;
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
