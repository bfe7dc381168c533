/** Codes a client may switch on; they travel as GraphQL `extensions.code` and stay stable. */
export type AppErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_IN_FLIGHT'
  | 'SLOW_CONSUMER';

/** HTTP status that fits each code, for the transports that have one. */
export const httpStatusOf: Record<AppErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  IDEMPOTENCY_KEY_REUSED: 409,
  IDEMPOTENCY_IN_FLIGHT: 409,
  SLOW_CONSUMER: 503,
};

/** Further facts a client may show or act on; never secrets. */
export interface AppErrorDetails {
  /** Input path the error is about. */
  readonly field?: readonly string[];
  /** Seconds after which a retry makes sense. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An error the caller may read as it stands: access, invalid input, not found, busy. Everything else is masked. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Thrown by {@link invariant}: a defect of ours, logged with the request id and masked to clients. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

/** States what must hold. A violation is a defect, never an expected refusal. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Defect(message);
}

/** Makes a `switch` over a union exhaustive: adding a member without handling it fails to compile. */
export const unreachable = (value: never): never => {
  throw new Defect(`Unreachable value: ${JSON.stringify(value)}`);
};
