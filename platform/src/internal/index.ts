import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ExecutionResult, print } from 'graphql';
import type { TokenSigner } from '../auth/index.ts';
import { AppError, type AppErrorCode, httpStatusOf } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import type { RequestMeta } from '../subgraph/request-context.ts';

export { assertBatch } from './assert-batch.ts';

/**
 * Calls another context's internal operations directly on its subgraph, with this context's service token. Documents
 * are generated from `src/clients/<context>/*.graphql`, so a call that the other contract does not know fails at build time.
 *
 * Errors: an AppError the callee raised comes back as the same AppError; a callee that cannot be reached or answers too
 * late is UNAVAILABLE, and then the outcome of a write is unknown: ask, never assume.
 */
export interface InternalCaller {
  call<R, V>(context: string, document: TypedDocumentNode<R, V>, variables: V, options?: CallOptions): Promise<R>;
}

export interface CallOptions {
  /** Default 5,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** What carries a call to its subgraph: in-process or over HTTP. */
export interface InternalTransport {
  execute(
    context: string,
    request: {
      readonly query: string;
      readonly variables: Record<string, unknown>;
      readonly token: string;
      readonly meta: RequestMeta;
      readonly signal: AbortSignal;
    },
  ): Promise<ExecutionResult>;
}

/** Seconds after which a callee that gave no answer is worth another try: it is restarted by then, or will be a while. */
const unansweredRetrySeconds = 1;

const isAppErrorCode = (code: unknown): code is AppErrorCode => typeof code === 'string' && code in httpStatusOf;

const toError = (
  context: string,
  error: { message: string; extensions?: Record<string, unknown> | undefined },
): Error => {
  const { code, retryAfterSeconds } = error.extensions ?? {};
  // The callee's pause is the caller's too; which field of its input was wrong is not.
  if (isAppErrorCode(code))
    return new AppError(code, error.message, typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {});
  return new Error(`${context} answered: ${error.message}`);
};

/**
 * Does work until it takes too long or the caller gives up; then it rejects, so that a transport that ignores its signal
 * cannot hold anybody. The timer ends with the work: `AbortSignal.timeout` would go off seconds later for every call.
 */
const within = async <T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(caller?.reason);
  const timer = setTimeout(() => controller.abort(new Error(`No answer within ${ms} ms.`)), ms);
  caller?.addEventListener('abort', giveUp, { once: true });
  try {
    return await new Promise<T>((resolve, reject) => {
      const { signal } = controller;
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      // One that gave up before tells nobody any more.
      if (caller?.aborted) giveUp();
      work(signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', giveUp);
  }
};

/** Makes the caller of one context. */
export const createInternalCaller = (signer: TokenSigner, transport: InternalTransport): InternalCaller => {
  const printed = new WeakMap<object, string>();
  const name = signer.issuer.replace('service:', '');
  const textOf = (document: TypedDocumentNode<unknown, unknown>): string => {
    const known = printed.get(document);
    if (known) return known;
    const text = print(document);
    printed.set(document, text);
    return text;
  };
  return {
    call: async <R, V>(context: string, document: TypedDocumentNode<R, V>, variables: V, options: CallOptions = {}) => {
      const token = await signer.sign({ actor: { kind: 'service', name } });
      const meta: RequestMeta = { requestId: newId('req'), ip: '', userAgent: `vitrina-${name}`, locale: 'en' };
      const query = textOf(document as TypedDocumentNode<unknown, unknown>);
      const sent = within(options.timeoutMs ?? 5_000, options.signal, (signal) =>
        transport.execute(context, {
          query,
          variables: (variables ?? {}) as Record<string, unknown>,
          token,
          meta,
          signal,
        }),
      );
      const result = await sent.catch((cause: unknown) => {
        throw new AppError('UNAVAILABLE', `The context "${context}" did not answer in time.`, {
          cause,
          retryAfterSeconds: unansweredRetrySeconds,
        });
      });
      const [error] = result.errors ?? [];
      if (error) throw toError(context, error);
      return result.data as R;
    },
  };
};
