import { compiled, type Executor, type Tx } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type ConversationRow, conversation } from './conversation.table.ts';
import { idIn } from './id-in.ts';

/** The conversation with that id, whoever asks. */
export const findConversation = async (executor: Executor, id: string): Promise<ConversationRow | undefined> => {
  if (!isId(id, 'cnv')) return undefined;
  const [row] = await executor.select().from(conversation).where(eq(conversation.id, id));
  return row;
};

const locked = compiled((orm) =>
  orm
    .select()
    .from(conversation)
    .where(idIn(conversation.id, sql.placeholder('ids')))
    .orderBy(asc(conversation.id))
    .for('update'),
);

/** Conversations under the locks of their rows, taken in the order of their ids so that two batches never wait for each other. */
export const lockConversations = (tx: Tx, ids: readonly string[]): Promise<ConversationRow[]> =>
  locked(tx, { ids: JSON.stringify(ids) });

/** All conversations of two, under their locks. */
export const lockPair = (tx: Tx, buyerId: string, shopId: string): Promise<ConversationRow[]> =>
  tx
    .select()
    .from(conversation)
    .where(and(eq(conversation.buyerId, buyerId), eq(conversation.shopId, shopId)))
    .orderBy(asc(conversation.id))
    .for('update');

/** Lets the openings and blocks of one buyer and one shop come one after the other. */
export const holdPair = async (tx: Tx, buyerId: string, shopId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${buyerId} ${shopId}`}, 11))`);
};
