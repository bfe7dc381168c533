import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq } from 'drizzle-orm';
import { otherSide } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { findConversation, holdPair, lockPair } from '../store/conversations.ts';
import type { MessageRow } from '../store/message.table.ts';
import { findMessage } from '../store/messages.ts';
import { type ReportedRow, type ReportedState, reportedMessage } from '../store/report.table.ts';
import { changeBlock, tellBlocks } from './block-conversation.ts';
import { applyDecision, lockMessage, type Moderation, tellModeration } from './moderate-message.ts';
import { readNote } from './read-note.ts';

export type ReportDecision = 'DISMISS' | 'REMOVE' | 'REMOVE_AND_BLOCK' | 'REOPEN';

export interface DecideReportInput {
  readonly messageId: string;
  readonly decision: ReportDecision;
  readonly note?: string | null | undefined;
  /** The person of support. */
  readonly decidedBy: string;
}

interface Decided {
  readonly reported: ReportedRow;
  readonly moderation?: Moderation | undefined;
  readonly blocked: readonly ConversationRow[];
}

const states: Readonly<Record<ReportDecision, ReportedState>> = {
  DISMISS: 'DISMISSED',
  REMOVE: 'REMOVED',
  REMOVE_AND_BLOCK: 'REMOVED',
  REOPEN: 'OPEN',
};

const alreadyDecided = (state: ReportedState): Refusal =>
  plainRefusal(
    'ALREADY_DECIDED',
    ['messageId'],
    `Somebody has ${state === 'REMOVED' ? 'removed this message' : 'dismissed these reports'} already; reopen it to decide otherwise.`,
  );

const noSuchReport = (): AppError =>
  new AppError('NOT_FOUND', 'Nobody has reported such a message; load the list of reported messages again.', {
    field: ['input', 'messageId'],
  });

/** The same decision again is a retry; removing and keeping apart is more than removing. */
const isRepeated = (reported: ReportedRow, decision: ReportDecision): boolean =>
  reported.state === states[decision] && (decision !== 'REMOVE_AND_BLOCK' || reported.blocked);

/** A person who decides knows what was said before: of two words at one moment, or of clocks that differ, theirs is newer. */
const afterLastWord = ({ moderatedAt }: MessageRow, now: Date): Date =>
  moderatedAt && moderatedAt >= now ? new Date(moderatedAt.getTime() + 1) : now;

/** What becomes of the message: taken down, shown again when it was taken down before, or nothing. */
const moderate = async (
  tx: Tx,
  ports: Ports,
  found: { readonly row: ConversationRow; readonly message: MessageRow },
  { decision, note }: { readonly decision: ReportDecision; readonly note: string | null },
): Promise<Moderation | undefined> => {
  const removes = decision === 'REMOVE' || decision === 'REMOVE_AND_BLOCK';
  // That reports were dismissed is no news for the author, unless the message comes back by it.
  if (!removes && (decision === 'REOPEN' || found.message.takenDownText === null)) return undefined;
  return applyDecision(tx, ports, found, {
    messageId: found.message.id,
    decision: removes ? 'REJECTED' : 'APPROVED',
    note,
    decidedAt: afterLastWord(found.message, ports.clock.now()),
  });
};

/** Locks what a block changes, in the order in which blocks do: after the message's own lock, two might wait in a circle. */
const lockForBlock = async (tx: Tx, messageId: string): Promise<void> => {
  const message = await findMessage(tx, messageId);
  const pair = message && (await findConversation(tx, message.conversationId));
  if (!pair) return;
  await holdPair(tx, pair.buyerId, pair.shopId);
  await lockPair(tx, pair.buyerId, pair.shopId);
};

const decide = async (
  tx: Tx,
  ports: Ports,
  input: DecideReportInput,
  note: string | null,
): Promise<Result<Decided, Refusal>> => {
  const { messageId, decision, decidedBy } = input;
  const blocks = decision === 'REMOVE_AND_BLOCK';
  if (blocks) await lockForBlock(tx, messageId);
  const found = await lockMessage(tx, messageId);
  if (!found) throw noSuchReport();
  const [reported] = await tx.select().from(reportedMessage).where(eq(reportedMessage.messageId, messageId));
  if (!reported) throw noSuchReport();
  if (isRepeated(reported, decision)) return ok({ reported, blocked: [] });
  if (decision !== 'REOPEN' && reported.state !== 'OPEN') return refuse(alreadyDecided(reported.state));
  const moderation = await moderate(tx, ports, found, { decision, note });
  const now = ports.clock.now();
  // Keeps the author's side from the other one, as that side could itself, and can undo.
  const blocked = blocks ? await changeBlock(tx, found.row, otherSide(found.message.side), true, now) : [];
  const changes: Partial<ReportedRow> =
    decision === 'REOPEN'
      ? { state: 'OPEN', openedAt: now }
      : { state: states[decision], decidedAt: now, decidedBy, note, blocked: blocks };
  const [changed] = await tx
    .update(reportedMessage)
    .set(changes)
    .where(eq(reportedMessage.messageId, messageId))
    .returning();
  return ok({ reported: changed ?? reported, moderation, blocked });
};

/**
 * Decides about a reported message. Of two people the first one holds, until somebody reopens it; the same decision again
 * changes nothing and is no refusal, so a retry is safe. Refusals: see `decideReportedMessage` in the SDL.
 */
export const decideReportedMessage = async (
  ports: Ports,
  input: DecideReportInput,
): Promise<Result<ReportedRow, Refusal>> => {
  const note = readNote(input.note);
  if (!note.ok) return note;
  const done = await ports.database.transaction((tx) => decide(tx, ports, input, note.value));
  if (!done.ok) return done;
  const { reported, moderation, blocked } = done.value;
  await tellBlocks(ports, blocked);
  if (moderation) await tellModeration(ports, moderation);
  return ok(reported);
};
