import type { Tx } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { messageSent } from '@vitrina/schema/events';
import { eq } from 'drizzle-orm';
import { type Decision, type ModerationStep, moderationStep } from '../domain/moderate-message.ts';
import { blockedBy } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { lockConversations } from '../store/conversations.ts';
import { idIn } from '../store/id-in.ts';
import { type MessageRow, message as messages } from '../store/message.table.ts';
import { findMessage } from '../store/messages.ts';
import { tellMessages } from './announce.ts';
import { changeMessage } from './own-message.ts';
import { tellChange } from './tell-change.ts';

/** A decision about a message, whoever made it. */
export interface MessageDecision {
  readonly messageId: string;
  readonly decision: Decision;
  readonly note: string | null;
  readonly decidedAt: Date;
}

/** What came of a decision. */
export interface Moderation {
  readonly step: ModerationStep;
  readonly row: ConversationRow;
  readonly message: MessageRow;
}

/** Finds a message and locks its conversation: decisions, edits and sends of one conversation come one after the other. */
export const lockMessage = async (
  tx: Tx,
  messageId: string,
): Promise<{ readonly row: ConversationRow; readonly message: MessageRow } | undefined> => {
  const found = await findMessage(tx, messageId);
  const [row] = found ? await lockConversations(tx, [found.conversationId]) : [];
  const message = row && (await findMessage(tx, messageId));
  return row && message ? { row, message } : undefined;
};

/** Locks the conversations of several messages before the first of them is decided, in the order in which sends lock them. */
export const lockMessages = async (tx: Tx, messageIds: readonly string[]): Promise<void> => {
  const rows = await tx
    .selectDistinct({ id: messages.conversationId })
    .from(messages)
    .where(
      idIn(
        messages.id,
        messageIds.filter((id) => isId(id, 'msg')),
      ),
    );
  await lockConversations(
    tx,
    rows.map(({ id }) => id),
  );
};

/** Gives a held message the next number and announces it: to the other side it is written now. */
const release = async (
  tx: Tx,
  { events, clock }: Ports,
  { row, message }: { readonly row: ConversationRow; readonly message: MessageRow },
  changes: Partial<MessageRow>,
): Promise<Pick<Moderation, 'row' | 'message'>> => {
  const sequence = row.lastSequence + 1;
  const last = message.side === 'BUYER' ? { lastBuyerSequence: sequence } : { lastShopSequence: sequence };
  const released = await changeMessage(tx, { row, message }, { ...changes, status: 'SENT', sequence }, clock.now());
  const [moved] = await tx
    .update(conversation)
    .set({ lastSequence: sequence, ...last, activeAt: clock.now() })
    .where(eq(conversation.id, row.id))
    .returning();
  await events.publish(tx, messageSent, {
    aggregateId: row.id,
    aggregateVersion: sequence,
    payload: {
      messageId: message.id,
      conversationId: row.id,
      shopId: row.shopId,
      buyerId: row.buyerId,
      authorId: message.authorId,
      side: message.side,
      productId: row.productId,
      orderId: row.orderId,
      sequence,
    },
  });
  return { row: moved ?? row, message: released };
};

/** Makes a decision about a message under the lock of its conversation (see `lockMessage`). */
export const applyDecision = async (
  tx: Tx,
  ports: Ports,
  found: { readonly row: ConversationRow; readonly message: MessageRow },
  { decision, note, decidedAt }: MessageDecision,
): Promise<Moderation> => {
  const { row, message } = found;
  const step = moderationStep(message, decision, decidedAt, blockedBy(row).length > 0);
  const word = { moderatedAt: decidedAt, moderationNote: note };
  const now = ports.clock.now();
  const change = (changes: Partial<MessageRow>) => changeMessage(tx, found, { ...word, ...changes }, now);
  switch (step) {
    case 'RELEASE':
      return { step, ...(await release(tx, ports, found, word)) };
    case 'WITHHOLD':
      return { step, row, message: await change({ status: 'WITHHELD' }) };
    case 'TAKE_DOWN': {
      const hidden = { text: '', takenDownText: message.text, deletedAt: now };
      return { step, row, message: await change(hidden) };
    }
    case 'RESTORE': {
      const shown = { text: message.takenDownText ?? '', takenDownText: null, deletedAt: null };
      return { step, row, message: await change(shown) };
    }
    case 'NOTE':
      return { step, row, message: await change({}) };
    case 'NOTHING':
      return { step, row, message };
  }
};

/** Tells subscribers what a decision changed; for after the commit. */
export const tellModeration = async (ports: Ports, { step, row, message }: Moderation): Promise<void> => {
  if (step === 'NOTHING') return;
  if (step === 'RELEASE') await tellMessages(ports, row, [message]);
  // To the other side a released message is a new one, and a note is nothing; its author waits for the decision.
  const isSeenByAll = step === 'TAKE_DOWN' || step === 'RESTORE';
  await tellChange(ports, row, message, isSeenByAll ? 'EVERYBODY' : 'AUTHOR');
};
