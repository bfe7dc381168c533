import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createInternalCaller, type InternalTransport } from './index.ts';

const document = parse('query Stock { stock }') as TypedDocumentNode<{ stock: number }, object>;
const signer = { issuer: 'service:orders', sign: async () => 'token' };

const callOver = (execute: InternalTransport['execute'], options?: { timeoutMs?: number; signal?: AbortSignal }) =>
  createInternalCaller(signer, { execute }).call('catalog', document, {}, options);

/** Never answers; keeps the signal it was given. */
const silent = () => {
  const given: AbortSignal[] = [];
  const execute: InternalTransport['execute'] = (_context, { signal }) => {
    given.push(signal);
    return new Promise(() => {});
  };
  return { given, execute };
};

describe('a call of another context', () => {
  afterEach(() => vi.useRealTimers());

  it('leaves no timer behind once it is answered, refused or lost', async () => {
    vi.useFakeTimers();
    const answers: InternalTransport['execute'][] = [
      async () => ({ data: { stock: 3 } }),
      async () => ({ errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }) as never,
      () => Promise.reject(new Error('ECONNREFUSED')),
    ];
    const settled = await Promise.allSettled(answers.map((execute) => callOver(execute)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up after its time, and the transport is told', async () => {
    const { given, execute } = silent();
    await expect(callOver(execute, { timeoutMs: 20 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { retryAfterSeconds: 1, cause: { message: 'No answer within 20 ms.' } },
    });
    expect(given[0]?.aborted).toBe(true);
  });

  it('is given up with its caller, also when the caller was gone before', async () => {
    const { given, execute } = silent();
    const caller = new AbortController();
    const during = callOver(execute, { signal: caller.signal });
    await Promise.resolve();
    caller.abort(new Error('hung up'));
    const after = callOver(execute, { signal: caller.signal });
    for (const call of [during, after])
      await expect(call).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { cause: { message: 'hung up' } } });
    expect(given.every(({ aborted }) => aborted)).toBe(true);
  });

  it('hands on how long the callee asks to wait, and not which field of our question it found wrong', async () => {
    const extensions = { code: 'UNAVAILABLE', retryAfterSeconds: 60, field: ['input', 'reference'] };
    const refused = callOver(async () => ({ errors: [{ message: 'Full.', extensions }] }) as never);
    await expect(refused).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Full.',
      details: { retryAfterSeconds: 60 },
    });
    await expect(refused).rejects.not.toMatchObject({ details: { field: expect.anything() } });
  });
});
