import { AppError } from '@vitrina/platform/errors';
import { silentLogger } from '@vitrina/platform/logging';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { acceptRequestId, maskError, maskedFor, refusal, toGraphQLError } from './graphql-errors.ts';

const masked = (extensions: Record<string, unknown>) =>
  maskError({ message: 'as it was', path: ['shop'], extensions }, 'req_1', silentLogger);

describe('what a client sees of an error', () => {
  it('is a refusal as it stands, with the status it deserves', () => {
    expect(refusal('NOT_FOUND', 'No.').extensions['http']).toEqual({ status: 404 });
    expect(refusal('DOCUMENT_TOO_LARGE', 'No.').extensions['http']).toEqual({ status: 400 });
    expect(refusal('DOCUMENT_TOO_LARGE', 'No.', { status: 413 }).extensions).toMatchObject({
      code: 'DOCUMENT_TOO_LARGE',
      http: { status: 413 },
    });
    expect(masked({ code: 'DOCUMENT_TOO_LARGE' }).message).toBe('as it was');
    expect(masked({ code: 'FORBIDDEN' }).message).toBe('as it was');
  });

  it('says when to come again', () => {
    const error = toGraphQLError(new AppError('RATE_LIMITED', 'Slower.', { retryAfterSeconds: 1.2 }));
    expect(error).toMatchObject({ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1.2 } });
    expect((error as GraphQLError).extensions['http']).toEqual({
      status: 429,
      headers: new Map([['retry-after', '2']]),
    });
    const other = new TypeError('not ours');
    expect(toGraphQLError(other)).toBe(other);
  });

  it.each([
    ['a defect', {}],
    ['a code nobody promised', { code: 'ECONNREFUSED' }],
    ['a sub-request that is no GraphQL', { code: 'GRAPHQL_VALIDATION_FAILED', serviceName: 'orders' }],
  ])('of %s is one sentence with the id of the request', (_what, extensions) => {
    expect(masked(extensions)).toEqual({
      message: 'Internal error. Quote request req_1 to support.',
      path: ['shop'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req_1' },
    });
  });

  it('of a defect masked before keeps the id it was logged under', () => {
    const before = { code: 'INTERNAL_SERVER_ERROR', requestId: 'req_0' };
    expect(masked(before).extensions).toEqual(before);
  });

  it('over a socket hides defects the same way', () => {
    const mask = maskedFor(silentLogger);
    const known = new GraphQLError('known');
    expect(mask(known)).toBe(known);
    const hidden = mask(new Error('postgres://secret'));
    expect(hidden.message).toContain(String(hidden.extensions['requestId']));
    expect(hidden.message).not.toContain('secret');
  });
});

describe('a request id the caller sent', () => {
  it('is taken when it is safe to log, and replaced otherwise', () => {
    expect(acceptRequestId('abc-123_DEF')).toBe('abc-123_DEF');
    for (const given of [undefined, '', 'short', 'x'.repeat(65), 'line\nbreak-here', '<script>alert'])
      expect(acceptRequestId(given)).toMatch(/^[\da-f-]{36}$/);
  });
});
