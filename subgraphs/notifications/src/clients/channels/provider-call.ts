import { Agent, request } from 'undici';
import type { SendOutcome } from './contract.ts';

const maxAnswerBytes = 64 * 1_024;

/** Failures before a byte of the request was sent: the message certainly did not get there. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export interface ProviderRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** At most 64 KiB of it. */
  readonly text: string;
}

export type Called =
  | { readonly answer: ProviderAnswer }
  | { readonly outcome: Extract<SendOutcome, { kind: 'RETRY' | 'UNKNOWN' }> };

/** Connections to the providers of one port. Redirects are not followed: a secret stays where it was configured. */
export interface ProviderHttp {
  post(call: ProviderRequest, signal: AbortSignal): Promise<Called>;
  close(): Promise<void>;
}

const readText = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= maxAnswerBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name ?? 'unknown');
};

/** What a call without an answer means. Errors of ours (a bad argument) are defects and thrown on. */
const outcomeOf = (error: unknown): Extract<Called, { outcome: unknown }> => {
  const code = codeOf(error);
  if (code === 'UND_ERR_INVALID_ARG' || error instanceof TypeError) throw error;
  return {
    outcome: { kind: neverSent.has(code) || /^(CERT_|ERR_TLS_|DEPTH_ZERO)/.test(code) ? 'RETRY' : 'UNKNOWN', code },
  };
};

/** Calls a provider over HTTP with a bounded wait for the connection (5 s) and for the answer (`timeoutMs`). */
export const createProviderHttp = (timeoutMs = 10_000): ProviderHttp => {
  const dispatcher = new Agent({
    connect: { timeout: 5_000 },
    connections: 16,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    post: async ({ url, headers, body }, signal) => {
      if (signal.aborted) return { outcome: { kind: 'RETRY', code: 'ABORTED' } };
      try {
        const response = await request(url, { method: 'POST', headers, body, dispatcher, signal });
        const header = (name: string): string | undefined => {
          const value = response.headers[name];
          return Array.isArray(value) ? value[0] : value;
        };
        return { answer: { status: response.statusCode, header, text: await readText(response.body) } };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => dispatcher.destroy(),
  };
};

/** `Retry-After` in seconds (RFC 9110, 10.2.3): a number or a date; at most a day. */
export const retryAfterSeconds = (value: string | undefined, now: Date): number | undefined => {
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), 86_400) : undefined;
};

/** The JSON of an answer as far as it is an object; providers in trouble answer HTML. */
export const jsonOf = ({ text }: ProviderAnswer): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};
