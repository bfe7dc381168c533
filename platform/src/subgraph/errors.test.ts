import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { silentLogger } from '../logging/index.ts';
import { formatError } from './errors.ts';

const shown = (error: unknown) => formatError(error, 'req_1', silentLogger);
const wrapped = (cause: Error) => new GraphQLError(cause.message, { originalError: cause, path: ['order'] });
const fromDatabase = (code: string) =>
  new Error('Failed query: select 1\nparams: 12 Baker Street', { cause: Object.assign(new Error('no'), { code }) });

describe('what a caller is told', () => {
  it('of a refusal: its code, its message and where', () => {
    const refusal = new AppError('CONFLICT', 'Somebody was faster.', { field: ['input', 'version'] });
    expect(shown(wrapped(refusal))).toMatchObject({
      message: 'Somebody was faster.',
      path: ['order'],
      extensions: { code: 'CONFLICT', field: ['input', 'version'] },
    });
  });

  it('of what is away: when to come again', () => {
    expect(shown(new AppError('UNAVAILABLE', 'Away.')).extensions).toEqual({
      code: 'UNAVAILABLE',
      retryAfterSeconds: 2,
    });
    expect(shown(new AppError('UNAVAILABLE', 'Away.', { retryAfterSeconds: 9 })).extensions).toMatchObject({
      retryAfterSeconds: 9,
    });
    expect(shown(wrapped(fromDatabase('57P01'))).extensions).toEqual({ code: 'UNAVAILABLE', retryAfterSeconds: 2 });
    expect(shown(wrapped(fromDatabase('53100'))).extensions).toEqual({ code: 'UNAVAILABLE', retryAfterSeconds: 60 });
  });

  it('of a request that makes no sense: what graphql found', () => {
    expect(shown(new GraphQLError('Cannot query field "x".'))).toMatchObject({
      message: 'Cannot query field "x".',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(shown(wrapped(fromDatabase('22P05'))).extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('of a defect: nothing but the request it was', () => {
    for (const defect of [wrapped(new TypeError('secret is undefined')), wrapped(fromDatabase('42P01')), 'odd']) {
      const answer = shown(defect);
      expect(answer.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'req_1' });
      expect(answer.message).not.toMatch(/secret|Baker|odd/);
    }
  });
});
