import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { eq, sql } from 'drizzle-orm';
import type { Side } from '../domain/sides.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { lockConversations } from '../store/conversations.ts';
import { noteListChanges } from '../store/list-changes.ts';
import { type MessageRow, message } from '../store/message.table.ts';
import { findMessage } from '../store/messages.ts';
import { authorOf, noSuchMessage, sideOf } from './access.ts';

/** A message of somebody's own, under the lock of its conversation. */
export interface OwnMessage {
  readonly row: ConversationRow;
  readonly side: Side;
  readonly message: MessageRow;
}

/** Finds and locks a message for its author, who must still be on a side; all others find nothing. */
export const lockOwnMessage = async (tx: Tx, actor: Actor, id: string): Promise<OwnMessage> => {
  const authorId = authorOf(actor);
  const found = await findMessage(tx, id);
  if (found?.authorId !== authorId) throw noSuchMessage();
  const [row] = await lockConversations(tx, [found.conversationId]);
  const side = row && sideOf(actor, row);
  const current = await findMessage(tx, id);
  if (!row || !side || !current) throw noSuchMessage();
  return { row, side, message: current };
};

/**
 * Changes a message and gives the change the next number of its conversation: what anybody remembers from before is no
 * longer read, and who was away finds the message by that number. Lists show the last message, so a change of that one is
 * theirs as well. The statements go out together and run in turn.
 */
export const changeMessage = async (
  tx: Tx,
  { row, message: { id, conversationId, revision, sequence } }: Pick<OwnMessage, 'row' | 'message'>,
  changes: Partial<MessageRow>,
  now: Date,
): Promise<MessageRow> => {
  const [, [changed]] = await Promise.all([
    tx
      .update(conversation)
      .set({ edits: sql`${conversation.edits} + 1` })
      .where(eq(conversation.id, conversationId)),
    tx
      .update(message)
      .set({
        revision: revision + 1,
        ...changes,
        edit: sql`(select ${conversation.edits} from ${conversation} where ${conversation.id} = ${conversationId})`,
      })
      .where(eq(message.id, id))
      .returning(),
    noteListChanges(tx, sequence === row.lastSequence ? [row] : [], now),
  ]);
  return changed as MessageRow;
};
