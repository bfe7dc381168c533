/** What a person's phone shows: one message of one of the doubles. */
export interface InboxEntry {
  readonly id: string;
  readonly provider: ProviderName;
  /** Number, chat id or subscription id. */
  readonly to: string;
  readonly title: string | null;
  readonly text: string;
  /** What else came along: a push's data, the sender of an SMS. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly receivedAt: string;
  /** How often it was taken; more than once only where a repeat was recognised and shown once. */
  times: number;
}

export const providerNames = ['push', 'sms', 'telegram'] as const;
export type ProviderName = (typeof providerNames)[number];

/**
 * What goes wrong, in words that mean the same for every provider; each answers in its own protocol.
 * - RATE_LIMITED, UNAVAILABLE: not taken, with a time to come back. SERVER_ERROR: not taken, a bare 500.
 * - REFUSED: this message never. TOO_LARGE: the same because of its size. GONE: nothing to this address any more.
 * - SILENT_AFTER: taken and shown, and the caller never hears of it; DROPPED_AFTER: the connection breaks instead.
 */
export const faultKinds = [
  'RATE_LIMITED',
  'UNAVAILABLE',
  'SERVER_ERROR',
  'REFUSED',
  'TOO_LARGE',
  'GONE',
  'SILENT_AFTER',
  'DROPPED_AFTER',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** For RATE_LIMITED and UNAVAILABLE. */
  readonly retryAfterSeconds: number;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

/** Without a body the connection goes silent (`hang`) or breaks (`drop`). */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly instead?: 'hang' | 'drop';
}

/** The phone all doubles deliver to. */
export interface Phone {
  /** Shows a message; the same `replaces` key updates the one that is there, as a push's topic does. */
  show(entry: Omit<InboxEntry, 'id' | 'receivedAt' | 'times'>, replaces?: string): InboxEntry;
}

/** One provider. `call` is its API, `control` what its users and tests do. */
export interface ProviderDouble {
  readonly name: ProviderName;
  readonly serves: (path: string) => boolean;
  readonly call: (exchange: Exchange, fault: Fault | undefined) => Promise<Answer>;
  readonly control: (action: string, input: Readonly<Record<string, unknown>>) => Promise<object | undefined>;
  /** What has to outlive a restart. */
  readonly keep: () => unknown;
}

export const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** A message was taken: the answer of the provider, unless the caller is not to hear it. */
export const heardUnless = (fault: Fault | undefined, answer: Answer): Answer => {
  if (fault?.kind === 'SILENT_AFTER') return { status: 0, instead: 'hang' };
  return fault?.kind === 'DROPPED_AFTER' ? { status: 0, instead: 'drop' } : answer;
};
