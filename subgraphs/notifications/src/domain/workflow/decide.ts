import type { OutboundChannel } from '../channel.ts';
import { type Category, isMandatory } from '../preferences/categories.ts';
import { type Choices, isWanted } from '../preferences/matrix.ts';
import { type QuietHours, quietUntil } from '../preferences/quiet-hours.ts';

/** What a person chose, or the defaults. */
export interface Wishes {
  readonly choices: Choices;
  readonly quietHours: QuietHours | undefined;
}

export const noWishes: Wishes = { choices: {}, quietHours: undefined };

/** What is known at the moment of sending. */
export interface SendFacts {
  readonly category: Category;
  readonly channel: OutboundChannel;
  readonly wishes: Wishes;
  /** Addresses the recipient has on this channel, and those of them that something may still be sent to. */
  readonly addresses: number;
  readonly usable: number;
  /** Whether this market has the channel at all. */
  readonly configured: boolean;
  readonly now: Date;
}

/** GO; not now; not by this channel (the next one takes over, if there is one). */
export type Decision =
  | { readonly kind: 'GO' }
  | { readonly kind: 'PUT_OFF'; readonly until: Date; readonly reason: 'QUIET_HOURS' }
  | { readonly kind: 'PASS_ON'; readonly reason: 'NO_CHANNEL' | 'NOT_WANTED' | 'NO_ADDRESS' | 'SUPPRESSED' };

/** When a message of a category may disturb a person: now, or when their quiet hours end. */
export const quietEnd = (category: Category, { quietHours }: Wishes, now: Date): Date | undefined => {
  if (isMandatory(category) || !quietHours) return undefined;
  const until = quietUntil(quietHours, now);
  return until.getTime() > now.getTime() ? until : undefined;
};

/** Asked anew at every try, so what changed while a message waited counts. */
export const decideSend = ({ category, channel, wishes, addresses, usable, configured, now }: SendFacts): Decision => {
  if (!configured) return { kind: 'PASS_ON', reason: 'NO_CHANNEL' };
  if (!isWanted(wishes.choices, category, channel)) return { kind: 'PASS_ON', reason: 'NOT_WANTED' };
  if (addresses === 0) return { kind: 'PASS_ON', reason: 'NO_ADDRESS' };
  if (usable === 0) return { kind: 'PASS_ON', reason: 'SUPPRESSED' };
  const until = quietEnd(category, wishes, now);
  return until ? { kind: 'PUT_OFF', until, reason: 'QUIET_HOURS' } : { kind: 'GO' };
};
