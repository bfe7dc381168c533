/**
 * The outcome of a decision that may be refused for an expected reason. Refusals are values, not exceptions:
 * the caller has to look at them, and the resolver maps each kind to its own GraphQL type.
 */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [R, ...R[]] };

/** A decision that was made. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A decision that was refused, with one reason or several (several where a form can show them all at once). */
export const refuse = <R>(...refusals: readonly [R, ...R[]]): Result<never, R> => ({ ok: false, refusals });

/** The least every refusal says: a stable code, the input path it is about, and a sentence naming the remedy. */
export interface Refusal {
  /** The GraphQL type that carries it, e.g. `PriceChanged`; `PlainUserError` where there is no further data. */
  readonly __typename: string;
  /** Stable, upper snake case, e.g. `OUT_OF_STOCK`. */
  readonly code: string;
  /** Path below `input`, e.g. `['lines', '0', 'quantity']`; empty when it concerns the whole input. */
  readonly field: readonly string[];
  /** One sentence a person can act on. */
  readonly message: string;
}

/** A refusal that carries no data beyond code, field and message. */
export const plainRefusal = (code: string, field: readonly string[], message: string): Refusal => ({
  __typename: 'PlainUserError',
  code,
  field,
  message,
});

/** Splits a result into the two halves of a mutation payload. */
export const toPayload = <T, R>(result: Result<T, R>): { value: T | null; userErrors: readonly R[] } =>
  result.ok ? { value: result.value, userErrors: [] } : { value: null, userErrors: result.refusals };
