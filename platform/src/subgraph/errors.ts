import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';

const appErrorOf = (error: unknown): AppError | undefined => {
  if (error instanceof AppError) return error;
  if (error instanceof GraphQLError) return appErrorOf(error.originalError);
  return undefined;
};

/** SQLSTATEs that only malformed text of the caller can cause: NUL or broken UTF-8, or text that is no value of its type. */
const malformedTextStates = new Set(['22021', '22P05', '22P02']);

const isMalformedText = (error: unknown): boolean => {
  for (
    let current: unknown = error;
    current instanceof Error;
    current = current.cause ?? (current as { originalError?: unknown }).originalError
  ) {
    if (malformedTextStates.has(String((current as { code?: unknown }).code))) return true;
  }
  return false;
};

/** True for what graphql itself found wrong with the document or its variables: the sender may read that as it stands. */
const isRequestError = (error: unknown): error is GraphQLError => error instanceof GraphQLError && !error.originalError;

/**
 * The one place where an error becomes what a client sees: AppErrors keep code and message, defects are logged with
 * the request id and masked.
 */
export const formatError = (error: unknown, requestId: string, log: Logger): GraphQLFormattedError => {
  const located = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  const app = appErrorOf(error);
  if (app) {
    const { field, retryAfterSeconds } = app.details;
    return {
      message: app.message,
      ...located,
      extensions: { code: app.code, ...(field && { field }), ...(retryAfterSeconds && { retryAfterSeconds }) },
    };
  }
  if (isRequestError(error)) {
    return { message: error.message, ...located, extensions: { code: 'BAD_USER_INPUT', ...error.extensions } };
  }
  if (isMalformedText(error)) {
    const message =
      'The input holds characters that no text of ours can hold, such as NUL; leave them out and send it again.';
    return { message, ...located, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  log.error({ err: cause, requestId, path: located.path }, 'A resolver failed.');
  return {
    message: `Something went wrong on our side. Quote request ${requestId} to support.`,
    ...located,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
};
