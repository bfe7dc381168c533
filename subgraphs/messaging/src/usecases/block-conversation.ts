import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { inArray } from 'drizzle-orm';
import type { Side } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { findConversation, holdPair, lockPair } from '../store/conversations.ts';
import { noteListChanges } from '../store/list-changes.ts';
import { noSuchConversation, requireSide } from './access.ts';
import { activityTopic, messagesTopic, tell, tellLists } from './announce.ts';

/**
 * Sets or lifts the block of one side in all conversations of the two, under the locks of all of them, and gives those
 * that changed. Takes its locks first: whoever holds one of the conversations already may wait in a circle.
 */
export const changeBlock = async (
  tx: Tx,
  { buyerId, shopId }: Pick<ConversationRow, 'buyerId' | 'shopId'>,
  side: Side,
  wanted: boolean,
  now: Date,
): Promise<ConversationRow[]> => {
  const column = side === 'BUYER' ? 'blockedByBuyerAt' : 'blockedByShopAt';
  await holdPair(tx, buyerId, shopId);
  const theirs = await lockPair(tx, buyerId, shopId);
  const stale = theirs.filter((row) => (row[column] === null) === wanted).map(({ id }) => id);
  if (stale.length === 0) return [];
  const rows = await tx
    .update(conversation)
    .set({ [column]: wanted ? now : null })
    .where(inArray(conversation.id, stale))
    .returning();
  await noteListChanges(tx, rows, now);
  return rows;
};

/** Ends what the blocked side follows, and tells both lists; for after the commit. */
export const tellBlocks = async (ports: Ports, rows: readonly ConversationRow[]): Promise<void> => {
  for (const row of rows) {
    await tell(ports, messagesTopic(row.id), { kind: 'BLOCKS' });
    await tell(ports, activityTopic(row.id), { kind: 'BLOCKS' });
    await tellLists(ports, row);
  }
};

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
  const rows = await ports.database.transaction((tx) => changeBlock(tx, known, side, wanted, ports.clock.now()));
  await tellBlocks(ports, rows);
  return rows.find(({ id }) => id === known.id) ?? (await findConversation(ports.database.orm, known.id)) ?? known;
};
