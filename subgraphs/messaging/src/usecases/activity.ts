import type { Side } from '../domain/sides.ts';

/** What is told on a conversation's activity topic, as it travels. */
export type ActivityHint =
  | { readonly kind: 'TYPING'; readonly side: Side; readonly until: number }
  /** Somebody of that side is there, at least until then (milliseconds since the epoch). */
  | { readonly kind: 'HERE'; readonly side: Side; readonly until: number }
  | { readonly kind: 'GONE'; readonly side: Side }
  /** Asks whoever has that side on a socket to say so. */
  | { readonly kind: 'WHO'; readonly side: Side }
  | { readonly kind: 'MARKS'; readonly side: Side; readonly read: number; readonly delivered: number }
  | {
      readonly kind: 'CHANGED';
      readonly messageId: string;
      /** The number of the change in its conversation; numbers have no gaps. */
      readonly edit: number;
      /** Its author, when the change is theirs and support's alone; null for one that both sides see. */
      readonly onlyFor: string | null;
    }
  | { readonly kind: 'BLOCKS' };
