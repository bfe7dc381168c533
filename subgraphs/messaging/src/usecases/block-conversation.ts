import type { Actor } from '@vitrina/platform/auth';
import { isId } from '@vitrina/platform/ids';
import { inArray } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { findConversation, holdPair, lockPair } from '../store/conversations.ts';
import { noSuchConversation, requireSide } from './access.ts';
import { activityTopic, messagesTopic, tell, tellLists } from './announce.ts';

/**
 * Blocks or unblocks the other side in every conversation of the two. Sends look at the block under the same row locks, so
 * none gets through after this has committed; live subscriptions of the blocked side hear of it and end.
 */
export const setBlock = async (
  ports: Ports,
  actor: Actor,
  conversationId: string,
  wanted: boolean,
): Promise<ConversationRow> => {
  const known = isId(conversationId, 'cnv') && (await findConversation(ports.database.orm, conversationId));
  if (!known) throw noSuchConversation();
  const side = requireSide(actor, known);
  const column = side === 'BUYER' ? 'blockedByBuyerAt' : 'blockedByShopAt';
  const rows = await ports.database.transaction(async (tx) => {
    await holdPair(tx, known.buyerId, known.shopId);
    const theirs = await lockPair(tx, known.buyerId, known.shopId);
    const stale = theirs.filter((row) => (row[column] !== null) !== wanted);
    if (stale.length === 0) return theirs.filter(({ id }) => id === known.id);
    const changed = await tx
      .update(conversation)
      .set({ [column]: wanted ? ports.clock.now() : null })
      .where(
        inArray(
          conversation.id,
          stale.map(({ id }) => id),
        ),
      )
      .returning();
    return changed;
  });
  for (const row of rows) {
    await tell(ports, messagesTopic(row.id), { kind: 'BLOCKS' });
    await tell(ports, activityTopic(row.id), { kind: 'BLOCKS' });
    await tellLists(ports, row);
  }
  return rows.find(({ id }) => id === known.id) ?? known;
};
