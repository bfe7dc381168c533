/** What moderation says about a message. */
export type Decision = 'APPROVED' | 'REJECTED';

/** How a message stands before a decision. */
export interface Moderated {
  readonly status: 'SENT' | 'HELD' | 'WITHHELD';
  readonly deletedAt: Date | null;
  /** Not null while moderation has taken it down. */
  readonly takenDownText: string | null;
  readonly moderatedAt: Date | null;
}

/**
 * What a decision does: `RELEASE` gives a held message its number, `WITHHOLD` keeps it from the other side for good,
 * `TAKE_DOWN` hides one that was read already, `RESTORE` shows it again, `NOTE` remembers the decision and no more.
 */
export type ModerationStep = 'RELEASE' | 'WITHHOLD' | 'TAKE_DOWN' | 'RESTORE' | 'NOTE' | 'NOTHING';

/**
 * The newest decision holds, in whatever order they come: an older or equal one changes nothing, and neither does any
 * about a message its author took back. A held message is not let through while one side blocks the other.
 */
export const moderationStep = (
  message: Moderated,
  decision: Decision,
  decidedAt: Date,
  isBlocked: boolean,
): ModerationStep => {
  if (message.moderatedAt && message.moderatedAt >= decidedAt) return 'NOTHING';
  if (message.deletedAt && message.takenDownText === null) return 'NOTHING';
  if (message.status === 'SENT') {
    if (decision === 'REJECTED') return message.takenDownText === null ? 'TAKE_DOWN' : 'NOTE';
    return message.takenDownText === null ? 'NOTE' : 'RESTORE';
  }
  return decision === 'APPROVED' && !isBlocked ? 'RELEASE' : 'WITHHOLD';
};
