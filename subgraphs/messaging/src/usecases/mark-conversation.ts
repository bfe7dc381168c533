import type { Actor } from '@vitrina/platform/auth';
import type { Executor } from '@vitrina/platform/database';
import { eq, sql } from 'drizzle-orm';
import { marksOf } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { findConversation } from '../store/conversations.ts';
import { noteListChanges } from '../store/list-changes.ts';
import { noSuchConversation, requireSide } from './access.ts';
import { activityTopic, tell, tellLists } from './announce.ts';

const columns = {
  BUYER: { read: 'buyerRead', delivered: 'buyerDelivered' },
  SHOP: { read: 'shopRead', delivered: 'shopDelivered' },
} as const;

/**
 * Moves a mark of the caller's side forward. The database takes the greater of the two numbers in one statement, so marks
 * that arrive late or at once never go back; nothing beyond the last message can be marked.
 */
export const markConversation = async (
  ports: Ports,
  actor: Actor,
  kind: 'read' | 'delivered',
  input: { readonly conversationId: string; readonly sequence: number },
): Promise<ConversationRow> => {
  const { database, clock } = ports;
  const before = await findConversation(database.orm, input.conversationId);
  if (!before) throw noSuchConversation();
  const side = requireSide(actor, before);
  const { read, delivered } = columns[side];
  const reached = sql`least(${Math.max(0, input.sequence)}::int, ${conversation.lastSequence})`;
  const moved = (column: typeof read | typeof delivered) => sql`greatest(${conversation[column]}, ${reached})`;
  const known = marksOf(before, side);
  // Nothing to do for a mark that is as far already: readers send them with every message they look at.
  if (Math.min(input.sequence, before.lastSequence) <= known[kind]) return before;
  const move = async (executor: Executor): Promise<ConversationRow> => {
    const [row] = await executor
      .update(conversation)
      .set({ ...(kind === 'read' && { [read]: moved(read) }), [delivered]: moved(delivered) })
      .where(eq(conversation.id, before.id))
      .returning();
    if (!row) throw noSuchConversation();
    if (kind === 'read') await noteListChanges(executor, [row], clock.now());
    return row;
  };
  // Lists show what is read and not what has arrived.
  const row = await (kind === 'read' ? database.transaction(move) : move(database.orm));
  const marks = marksOf(row, side);
  await tell(ports, activityTopic(row.id), { kind: 'MARKS', side, ...marks });
  if (kind === 'read') await tellLists(ports, row);
  return row;
};
