import type { OutboundChannel } from '../../domain/channel.ts';

/** One message on its way to one address, written in full. */
export interface OutgoingMessage {
  /**
   * Where it goes: an e-mail address, a phone number in E.164, a Telegram chat id, or for WEB_PUSH the subscription as
   * `writePushAddress` of `push-address.ts` writes it. Never logged.
   */
  readonly address: string;
  /** One line: the subject of a mail, the title of a push; SMS and Telegram carry `text` alone. */
  readonly subject: string;
  readonly text: string;
  /** The HTML part of a mail; other channels ignore it. */
  readonly html?: string | undefined;
  /** The same for every try of one step: the Message-ID of a mail, the key a provider drops repeats by. */
  readonly idempotencyKey: string;
  /** Address that takes RFC 8058's POST; left out where a person cannot unsubscribe. */
  readonly unsubscribeUrl?: string | undefined;
  /** BCP 47 tag of the text. */
  readonly locale: string;
  /** For programs at the other end (a push's `url`, `notificationId`, `kind`); no secrets. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What a provider said. `code` is for the delivery log: it holds a status, never an address or a text.
 * - ACCEPTED: taken over; receipts refer to `providerId`.
 * - RETRY: certainly not taken; may be tried again, not before `afterSeconds` when the provider named a time.
 * - REFUSED: will never be taken as it is; `addressIsDead` says that nothing else will be at this address either.
 * - UNKNOWN: it may or may not have been taken (no answer after the message was handed over). Tried again under the
 *   same key this is harmless where the port `deduplicates`; elsewhere it is a matter of policy.
 */
export type SendOutcome =
  | { readonly kind: 'ACCEPTED'; readonly providerId: string }
  | { readonly kind: 'RETRY'; readonly code: string; readonly afterSeconds?: number | undefined }
  | { readonly kind: 'REFUSED'; readonly code: string; readonly addressIsDead: boolean }
  | { readonly kind: 'UNKNOWN'; readonly code: string };

/** One way out. `send` never throws for what a provider or the network does; a defect of ours still throws. */
export interface ChannelPort {
  /** True when a repeat under the same `idempotencyKey` reaches the person once. */
  readonly deduplicates: boolean;
  /** Ends with RETRY or UNKNOWN soon after `signal` aborts, and by itself after the port's own limits. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendOutcome>;
  close(): Promise<void>;
}

/** Every way out; one that is not configured is absent, and a workflow's step on it is skipped. */
export type ChannelPorts = Readonly<Partial<Record<OutboundChannel, ChannelPort>>>;
