import { type Batcher, createBatcher } from '@vitrina/platform/batching';
import { isDatabaseAway, isDatabaseFull } from '@vitrina/platform/database';
import { messageHeld, messageSent } from '@vitrina/schema/events';
import type { Ports } from '../ports.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { MessageRow } from '../store/message.table.ts';
import { lockForSending, saveMessages } from '../store/sending.ts';
import { tellMessages } from './announce.ts';
import { decideWithFiles, saveAttachments } from './attach-files.ts';
import { filterLists } from './filter-lists.ts';
import { createSendBook } from './send-book.ts';
import type { SendCommand, SendOutcome } from './send-command.ts';
import { wakeAttachmentRenderer } from './wake-attachment.ts';

/** Gathers messages and writes them. */
export type Sender = Batcher<SendCommand, SendOutcome>;

const payloadOf = (row: ConversationRow, { id, authorId, side }: MessageRow) => ({
  messageId: id,
  conversationId: row.id,
  shopId: row.shopId,
  buyerId: row.buyerId,
  authorId,
  side,
  productId: row.productId,
  orderId: row.orderId,
});

/** The answer tells how far a message is: both sides' marks are known here, so that nobody reads them once more. */
const withMarks = (outcome: SendOutcome, rowOf: (id: string) => ConversationRow): SendOutcome => {
  if (outcome.kind !== 'SENT') return outcome;
  const { buyerRead, buyerDelivered, shopRead, shopDelivered } = rowOf(outcome.message.conversationId);
  const marks = { buyerRead, buyerDelivered, shopRead, shopDelivered };
  return { ...outcome, message: { marks, ...outcome.message } };
};

/** Writes everything that was decided: messages, conversations and events go out together, in one round trip. */
const sendBatch = async (ports: Ports, commands: readonly SendCommand[]): Promise<SendOutcome[]> => {
  const now = ports.clock.now();
  const { outcomes, written } = await ports.database.transaction(async (tx) => {
    const known = await lockForSending(
      tx,
      commands.map(({ draft }) => draft),
      now,
    );
    const { book, decided } = await decideWithFiles(ports, tx, commands, () =>
      createSendBook(known, now, filterLists(ports.config)),
    );
    const { messages, conversations, files } = book.changes();
    const rowOf = (id: string): ConversationRow => book.conversation(id);
    await Promise.all([
      ...(messages.length > 0 ? [saveMessages(tx, messages, conversations)] : []),
      ...(files.length > 0 ? [saveAttachments(tx, files)] : []),
      ports.events.publishAll(
        tx,
        messageSent,
        messages.flatMap((row) =>
          row.sequence === null
            ? []
            : [
                {
                  aggregateId: row.conversationId,
                  aggregateVersion: row.sequence,
                  payload: { sequence: row.sequence, ...payloadOf(rowOf(row.conversationId), row) },
                },
              ],
        ),
      ),
      ports.events.publishAll(
        tx,
        messageHeld,
        messages.flatMap((row) =>
          row.sequence === null
            ? [
                {
                  aggregateId: row.id,
                  aggregateVersion: row.revision,
                  payload: { reasons: [...(row.reasons ?? [])], ...payloadOf(rowOf(row.conversationId), row) },
                },
              ]
            : [],
        ),
      ),
    ]);
    const outcomes = decided.map((outcome) => withMarks(outcome, rowOf));
    return { outcomes, written: { messages, conversations, files } };
  });
  // Told in the order of the numbers; nobody waits for it.
  void announce(ports, written.messages, written.conversations);
  for (const { id, kind } of written.files) if (kind === 'IMAGE') void wakeAttachmentRenderer(ports, id);
  return outcomes;
};

const announce = async (
  ports: Ports,
  messages: readonly MessageRow[],
  conversations: readonly ConversationRow[],
): Promise<void> => {
  await Promise.all(
    conversations.map((row) =>
      tellMessages(
        ports,
        row,
        messages.filter(({ conversationId }) => conversationId === row.id),
      ),
    ),
  );
};

/** Gathers the sends of this process into common transactions (see ADR 19). */
export const createSender = (ports: Ports): Sender =>
  createBatcher({
    run: (commands) => sendBatch(ports, commands),
    maxBatch: 200,
    concurrency: 2,
    gatherMs: ports.config.MESSAGING_GATHER_MS,
    gatherMostMs: Math.max(ports.config.MESSAGING_GATHER_MS, ports.config.MESSAGING_GATHER_MOST_MS),
    concernsAll: (error) => isDatabaseAway(error) || isDatabaseFull(error),
  });
