import type { OutboundChannel } from './channel.ts';

/** What a provider says later about a message it took. */
export type ReceiptStatus = 'DELIVERED' | 'DEFERRED' | 'BOUNCED' | 'COMPLAINED';

/** One such word. */
export interface Receipt {
  readonly channel: OutboundChannel;
  /** Id the provider gave when it took the message. */
  readonly providerId: string;
  readonly status: ReceiptStatus;
  /** A status code, e.g. `5.1.1` or `30005`; null when there is none. */
  readonly code: string | null;
  /** The address it is about; not kept. */
  readonly address: string | null;
}

/** Twilio's codes for numbers that will not be reached another day either: unknown, or not a phone that takes messages. */
const deadNumber = new Set(['30005', '30006']);

/**
 * Why nothing should be sent to the address any more; undefined when it is as good as before. A mail that bounced for
 * good (5.x.x) counts at once; a full or sleeping mailbox (4.x.x) does not; whoever complains is never written to again.
 */
export const suppressionOf = ({ channel, status, code }: Receipt): 'BOUNCE' | 'COMPLAINT' | undefined => {
  if (status === 'COMPLAINED') return 'COMPLAINT';
  if (status !== 'BOUNCED') return undefined;
  if (channel === 'EMAIL') return code?.startsWith('5') ? 'BOUNCE' : undefined;
  return channel === 'SMS' && deadNumber.has(code ?? '') ? 'BOUNCE' : undefined;
};
