export type StripeErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** The `error` object of a Stripe answer. Absent members are left out, as Stripe does. */
export interface StripeErrorBody {
  type: StripeErrorType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  doc_url?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
  setup_intent?: object;
}

interface StripeErrorOptions {
  /** A declined attempt leaves a failed charge and an updated intent behind, so its effects are kept. */
  keepsEffects?: boolean;
  /** False while the request is only being validated: such an answer is not stored under the idempotency key. */
  executed?: boolean;
}

/** An answer other than 200, thrown from anywhere below the HTTP layer. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly keepsEffects: boolean;
  readonly executed: boolean;

  constructor(status: number, body: StripeErrorBody, options: StripeErrorOptions = {}) {
    super(body.message);
    this.status = status;
    this.body = body.code ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code}` } : body;
    this.keepsEffects = options.keepsEffects ?? false;
    this.executed = options.executed ?? true;
  }
}

/** A parameter is wrong. Nothing ran, so a corrected request may reuse the idempotency key. */
export function invalidParam(message: string, param: string, code?: string): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, param, code }, { executed: false });
}

/** The request was understood and looked at the books, and is refused. */
export function refused(message: string, extra: Partial<StripeErrorBody> = {}): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, ...extra });
}

/** No such object for this account. 404 when it is named in the path, 400 when named by a parameter. */
export function resourceMissing(type: string, id: string, param = 'id'): StripeError {
  const noun = type === 'payment_method' ? 'PaymentMethod' : type;
  const body = {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${noun}: '${id}'`,
  } as const;
  return new StripeError(param === 'id' ? 404 : 400, body);
}

/** The key is absent or not a test secret key. The key itself is never repeated in full. */
export function unauthorized(key: string | undefined): StripeError {
  const message =
    key === undefined
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}. The double accepts keys that begin with sk_test_.`;
  return new StripeError(401, { type: 'invalid_request_error', message }, { executed: false });
}

/** The key was used for something else. Most likely the caller derives its keys wrongly. */
export function idempotencyMismatch(key: string): StripeError {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeError(400, { type: 'idempotency_error', message }, { executed: false });
}

/** The first request under this key is still running; its answer is not known yet. */
export function idempotencyInUse(key: string): StripeError {
  const message = `There is currently another in-progress request using this idempotency key (${key}). It is probably a duplicate; retry after it has finished.`;
  return new StripeError(
    409,
    { type: 'idempotency_error', code: 'idempotency_key_in_use', message },
    { executed: false },
  );
}

/** Too many requests. Nothing ran, so nothing is stored under the key. */
export function rateLimited(): StripeError {
  const message = 'Too many requests hit the API too quickly. Retry with an exponential back-off.';
  return new StripeError(429, { type: 'invalid_request_error', code: 'rate_limit', message }, { executed: false });
}

/** Card data may reach the real Stripe only through its own form, so the double refuses what would widen PCI scope. */
export function rawCardRefused(param: string): StripeError {
  const message =
    'Sending card numbers directly to the API is not accepted: send tokens only. Use a test PaymentMethod such as pm_card_visa, or card[token]=tok_visa.';
  return new StripeError(402, { type: 'invalid_request_error', message, param }, { executed: false });
}
