import type { AllMarks } from '../domain/sides.ts';
import type { MessageRow } from './message.table.ts';

/** What of a message is shown; this much also travels in hints and lies in the cache of recent messages. */
export type MessageView = Pick<
  MessageRow,
  | 'id'
  | 'conversationId'
  | 'sequence'
  | 'side'
  | 'authorId'
  | 'clientMessageId'
  | 'text'
  | 'cardType'
  | 'cardId'
  | 'attachmentCount'
  | 'revision'
  | 'createdAt'
  | 'editedAt'
  | 'deletedAt'
> &
  Partial<Pick<MessageRow, 'status' | 'reasons' | 'moderationNote'>> & {
    /** How far both sides were when it was told; looked up when it is not here. */
    readonly marks?: AllMarks;
  };

/** A message as it is shown, without what is kept for the market only. */
export const toView = (row: MessageView): MessageView => ({
  id: row.id,
  conversationId: row.conversationId,
  sequence: row.sequence,
  side: row.side,
  authorId: row.authorId,
  clientMessageId: row.clientMessageId,
  text: row.text,
  cardType: row.cardType,
  cardId: row.cardId,
  attachmentCount: row.attachmentCount,
  revision: row.revision,
  createdAt: row.createdAt,
  editedAt: row.editedAt,
  deletedAt: row.deletedAt,
  // Why a message has no place is its author's business, and what was flagged is support's: most have neither.
  ...(row.sequence === null || row.reasons
    ? { status: row.status, reasons: row.reasons, moderationNote: row.moderationNote }
    : {}),
});

const instant = (value: Date | string): Date => (value instanceof Date ? value : new Date(value));

/** A view that came over JSON, whose instants are text. */
export const revived = (view: MessageView): MessageView => ({
  ...view,
  createdAt: instant(view.createdAt),
  editedAt: view.editedAt && instant(view.editedAt),
  deletedAt: view.deletedAt && instant(view.deletedAt),
});
