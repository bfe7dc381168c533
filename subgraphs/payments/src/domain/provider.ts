/** A card as its owner recognises it, with the provider's token for it. */
export interface CardView {
  readonly token: string;
  readonly customerId: string | null;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

/** Why a payment will not happen, in codes that do not depend on the provider. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What a provider says about one payment, in our words. */
export interface IntentView {
  /** The provider's own id; null for a provider that keeps none. */
  readonly intentId: string | null;
  /** Our payment's id as the provider keeps it; null when the object is not ours. */
  readonly paymentId: string | null;
  readonly state: 'PROCESSING' | 'REQUIRES_ACTION' | 'AUTHORISED' | 'CAPTURED' | 'FAILED' | 'VOIDED';
  readonly capturedMinor: bigint;
  readonly action: { readonly redirectUrl: string | null; readonly clientSecret: string | null } | null;
  readonly failure: Failure | null;
  readonly card: CardView | null;
  /** What the provider keeps for itself, in the currency it settles in; null until it says so. */
  readonly fee: { readonly amountMinor: bigint; readonly currency: string } | null;
}

/** What a provider says about one refund. */
export interface RefundView {
  readonly providerRefundId: string | null;
  readonly refundId: string | null;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
}

/**
 * A provider's answer. `refused`: it certainly did nothing, and says why. `unknown`: it may or may not have done it;
 * the only way on is to ask.
 */
export type Answer<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a provider said about one intended effect. */
export type CallAnswer =
  | { readonly subject: 'intent'; readonly answer: Answer<IntentView> }
  | { readonly subject: 'refund'; readonly answer: Answer<RefundView> };

export const known = <T>(value: T): Answer<T> => ({ kind: 'known', value });

/** One intended effect; `callId` is the idempotency key at the provider. */
export interface CallOrder {
  readonly callId: string;
  readonly startedAt: Date;
  /** The provider's id of the payment; null until it is known. */
  readonly intentId: string | null;
}

export interface AuthoriseOrder extends CallOrder {
  readonly paymentId: string;
  readonly groupId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly providerToken: string | null;
  readonly customerId: string | null;
  readonly saveMethod: boolean;
  readonly returnUrl: string | null;
}

export interface CaptureOrder extends CallOrder {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface RefundOrder extends CallOrder {
  readonly refundId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** What a webhook is about. The event is a hint only: a state that may be news is read from the provider. */
export interface WebhookEvent {
  readonly eventId: string;
  readonly type: string;
  /** Null when the event is about something payments does not follow. */
  readonly subject: WebhookSubject | null;
}

/** `claims`: the state the object was in when the event was made; undefined when it does not say. */
export type WebhookSubject =
  | {
      readonly kind: 'intent';
      readonly intentId: string;
      readonly paymentId: string | null;
      readonly claims?: IntentView['state'] | undefined;
    }
  | {
      readonly kind: 'refund';
      readonly providerRefundId: string;
      readonly refundId: string | null;
      readonly claims?: RefundView['state'] | undefined;
    };

/**
 * The port every way of paying goes through. Each `do` method has an `ask` twin for when its answer was lost: asking
 * finds out what became of the call and, where the provider's idempotency key makes it safe, repeats it.
 */
export interface PaymentProvider {
  readonly name: string;
  authorise(order: AuthoriseOrder): Promise<Answer<IntentView>>;
  askAuthorised(order: AuthoriseOrder): Promise<Answer<IntentView>>;
  capture(order: CaptureOrder): Promise<Answer<IntentView>>;
  askCaptured(order: CaptureOrder): Promise<Answer<IntentView>>;
  cancel(order: CallOrder): Promise<Answer<IntentView>>;
  askCancelled(order: CallOrder): Promise<Answer<IntentView>>;
  refund(order: RefundOrder): Promise<Answer<RefundView>>;
  askRefunded(order: RefundOrder): Promise<Answer<RefundView>>;
  retrieve(intentId: string): Promise<Answer<IntentView>>;
  retrieveRefund(providerRefundId: string): Promise<Answer<RefundView>>;
}

/** A provider that keeps cards for later purchases. */
export interface CardVault {
  createCustomer(userId: string): Promise<Answer<string>>;
  createSetup(customerId: string): Promise<Answer<{ readonly providerToken: string; readonly clientSecret: string }>>;
  /** Binds a card to a customer; a card that is theirs already stays so. */
  saveCard(token: string, customerId: string): Promise<Answer<CardView>>;
  forgetCard(token: string): Promise<Answer<null>>;
}

/** Reads a signed webhook. Throws an AppError FORBIDDEN when the signature does not fit the bytes. */
export interface WebhookReader {
  readWebhook(body: Buffer, signature: string): WebhookEvent;
}
