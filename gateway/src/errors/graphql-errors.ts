import { randomUUID } from 'node:crypto';
import { AppError, type AppErrorCode, httpStatusOf } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const gatewayCodes = [
  'BAD_REQUEST',
  'CARD_NUMBER_REFUSED',
  'DOCUMENT_TOO_LARGE',
  'INTROSPECTION_DISABLED',
  'OPERATION_NOT_REGISTERED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_FOUND',
  'SUBSCRIPTION_OVER_HTTP',
] as const;

/** Codes of refusals that only the gateway gives; like AppError codes they stay stable. */
export type GatewayErrorCode = (typeof gatewayCodes)[number];

const publicCodes = new Set<string>([
  ...Object.keys(httpStatusOf),
  ...gatewayCodes,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Further facts of a refusal; all of them reach the client. */
export interface RefusalDetails {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A refusal the client reads as it stands, with the HTTP status it deserves. */
export const refusal = (
  code: GatewayErrorCode | AppErrorCode,
  message: string,
  details: RefusalDetails = {},
): GraphQLError => {
  const status = details.status ?? (code in httpStatusOf ? httpStatusOf[code as AppErrorCode] : 400);
  const headers = details.headers && new Map(Object.entries(details.headers));
  const extensions: Record<string, unknown> = {
    ...details.extensions,
    code,
    http: { status, ...(headers && { headers }) },
  };
  return new GraphQLError(message, { path: details.path ? [...details.path] : null, extensions });
};

/** Turns an AppError raised in the gateway into its GraphQL form; leaves GraphQL errors alone. */
export const toGraphQLError = (error: unknown): unknown => {
  if (!(error instanceof AppError)) return error;
  const { field, retryAfterSeconds } = error.details;
  return refusal(error.code, error.message, {
    ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(Math.ceil(retryAfterSeconds)) } }),
    extensions: { ...(field && { field }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
  });
};

const isPublic = (error: GraphQLFormattedError): boolean => {
  const code = error.extensions?.['code'];
  // A subgraph that finds our sub-request invalid is a defect between us and it, not the client's mistake.
  const ours = error.extensions?.['serviceName'] !== undefined && String(code).startsWith('GRAPHQL_');
  return typeof code === 'string' && publicCodes.has(code) && !ours;
};

/**
 * What a client sees of an error: refusals as they are, defects as one sentence with the request's id. Defects of a
 * subgraph that were masked there keep the id they were logged under.
 */
export const maskError = (error: GraphQLFormattedError, requestId: string, log: Logger): GraphQLFormattedError => {
  if (isPublic(error)) return error;
  if (typeof error.extensions?.['requestId'] === 'string') return error;
  log.error(
    { message: error.message, path: error.path, extensions: error.extensions, requestId },
    'an error was masked',
  );
  return {
    message: `Internal error. Quote request ${requestId} to support.`,
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
};

/** For operations over a socket: refusals as they are, a defect as one sentence with the id it is logged under. */
export const maskedFor =
  (log: Logger) =>
  (error: unknown): GraphQLError => {
    if (error instanceof GraphQLError) return error;
    const requestId = randomUUID();
    log.error({ err: error, requestId }, 'an operation over a socket failed');
    return new GraphQLError(`Internal error. Quote request ${requestId} to support.`, {
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    });
  };

/** A request id the caller sent, when it is safe to log and to pass on; otherwise a new one. */
export const acceptRequestId = (given: string | undefined): string =>
  given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
