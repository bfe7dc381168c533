import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { causesOf, codeOf, isDatabaseAway, isDatabaseFull } from '../database/index.ts';
import { AppError } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';

const appErrorOf = (error: unknown): AppError | undefined => {
  if (error instanceof AppError) return error;
  if (error instanceof GraphQLError) return appErrorOf(error.originalError);
  return undefined;
};

/** SQLSTATEs that only malformed text of the caller can cause: NUL or broken UTF-8, or text that is no value of its type. */
const malformedTextStates = new Set(['22021', '22P05', '22P02']);

const isMalformedText = (error: unknown): boolean =>
  causesOf(error).some((cause) => malformedTextStates.has(String((cause as { code?: unknown }).code)));

/**
 * Seconds after which what is away is usually back, a lost database for one: a restart with recovery takes one or two.
 * Every UNAVAILABLE says when to come again; whoever throws one may know better.
 */
const usualOutageSeconds = 2;

/**
 * What a caller is told while the database is away or cannot write, `undefined` for every other failure. A statement may
 * have been done before its connection was lost, so the remedy names the key that makes a repeat safe.
 */
const outageOf = (error: unknown, requestId: string, log: Logger): AppError | undefined => {
  if (isDatabaseFull(error)) {
    log.error(
      { err: error, requestId },
      'The database cannot write: free space on its disk (or memory); then it goes on.',
    );
    return new AppError('UNAVAILABLE', 'Nothing can be saved at the moment; try again in some minutes.', {
      retryAfterSeconds: 60,
    });
  }
  if (!isDatabaseAway(error)) return undefined;
  // One short line per caller: why it is away is said by whoever keeps the database up.
  log.warn(
    { code: causesOf(error).map(codeOf).find(Boolean), requestId },
    'The database was away; the caller is asked to try again.',
  );
  const message =
    'The service is away for a moment; send the same request again, with the same idempotencyKey if it has one.';
  return new AppError('UNAVAILABLE', message);
};

/** What a resolver threw, out of the error graphql wrapped it in. */
const thrownBy = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? thrownBy(error.originalError) : error;

/** True for what graphql itself found wrong with the document or its variables: the sender may read that as it stands. */
const isRequestError = (error: unknown): error is GraphQLError => error instanceof GraphQLError && !error.originalError;

/**
 * The one place where an error becomes what a client sees: AppErrors keep code and message, defects are logged with
 * the request id and masked.
 */
export const formatError = (error: unknown, requestId: string, log: Logger): GraphQLFormattedError => {
  const located = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  const cause = thrownBy(error);
  const app = appErrorOf(error) ?? outageOf(cause, requestId, log);
  if (app) {
    const { field, retryAfterSeconds = app.code === 'UNAVAILABLE' ? usualOutageSeconds : undefined } = app.details;
    return {
      message: app.message,
      ...located,
      extensions: { code: app.code, ...(field && { field }), ...(retryAfterSeconds && { retryAfterSeconds }) },
    };
  }
  if (isRequestError(error)) {
    return { message: error.message, ...located, extensions: { code: 'BAD_USER_INPUT', ...error.extensions } };
  }
  if (isMalformedText(cause)) {
    const message =
      'The input holds characters that no text of ours can hold, such as NUL; leave them out and send it again.';
    return { message, ...located, extensions: { code: 'BAD_USER_INPUT' } };
  }
  log.error({ err: cause, requestId, path: located.path }, 'A resolver failed.');
  return {
    message: `Something went wrong on our side. Quote request ${requestId} to support.`,
    ...located,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
};
