import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { ConversationRow } from './conversation.table.ts';
import { listChange } from './list-change.table.ts';

/**
 * Notes that lists show something else of these conversations, in the transaction that changes it and under the locks of
 * their rows. One in which nobody has written is in no list.
 */
export const noteListChanges = async (
  tx: Executor,
  rows: readonly Pick<ConversationRow, 'id' | 'shopId' | 'buyerId' | 'lastSequence'>[],
  changedAt: Date,
): Promise<void> => {
  const values = rows.flatMap(({ id, shopId, buyerId, lastSequence }) =>
    lastSequence > 0 ? [{ conversationId: id, shopId, buyerId, changedAt }] : [],
  );
  if (values.length === 0) return;
  // Clocks of several processes differ: a position never goes back.
  const changed = sql`greatest(${listChange.changedAt}, excluded.changed_at)`;
  await tx
    .insert(listChange)
    .values(values)
    .onConflictDoUpdate({ target: listChange.conversationId, set: { changedAt: changed } });
};
