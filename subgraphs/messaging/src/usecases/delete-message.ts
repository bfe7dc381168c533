import type { Actor } from '@vitrina/platform/auth';
import type { Ports } from '../ports.ts';
import { dropAttachments } from '../store/attachments.ts';
import type { MessageRow } from '../store/message.table.ts';
import { changeMessage, lockOwnMessage } from './own-message.ts';
import { tellChange } from './tell-change.ts';

/**
 * Takes an own message back for good: the text is not kept, the place is. One that moderation took down is kept for the
 * case that it is shown again; once its author does not want it any more, it is not. Safe to repeat.
 */
export const deleteMessage = async (ports: Ports, actor: Actor, messageId: string): Promise<MessageRow> => {
  const own = await ports.database.transaction(async (tx) => {
    const found = await lockOwnMessage(tx, actor, messageId);
    if (found.message.deletedAt && found.message.takenDownText === null) return found;
    const now = ports.clock.now();
    if (found.message.attachmentCount > 0) await dropAttachments(tx, [messageId], now);
    // What reads the same stays known by its fingerprint: taking a text back does not make it a new one elsewhere.
    const nothing = { text: '', takenDownText: null, cardType: null, cardId: null, attachmentCount: 0 };
    const message = await changeMessage(tx, found, { ...nothing, deletedAt: now }, now);
    return { ...found, message };
  });
  await tellChange(ports, own.row, own.message);
  return own.message;
};
