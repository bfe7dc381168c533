import { invariant } from '@vitrina/platform/errors';
import { blocked, clientIdReused, rejected } from '../domain/refusals.ts';
import { blockedBy, type Side } from '../domain/sides.ts';
import type { SpamReason } from '../domain/spam/contract.ts';
import { type FilterLists, judgeWriting } from '../domain/spam/judge-writing.ts';
import type { AttachmentRow } from '../store/attachment.table.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { MessageRow } from '../store/message.table.ts';
import { toView } from '../store/message-view.ts';
import type { Sending, SendingFacts } from '../store/sending.ts';
import { sideOf } from './access.ts';
import { attachmentsOf } from './attachment-rows.ts';
import type { SendCommand, SendOutcome } from './send-command.ts';

/**
 * A message as it is stored first; without a number it is held. Spelt out: of an object that starts with a spread and goes on
 * with many properties V8 makes a new hidden class each time, which is dear and keeps the row from being collected young.
 */
const rowOf = (
  { draft, files }: SendCommand,
  side: Side,
  decided: { readonly sequence: number | null; readonly reasons: readonly SpamReason[]; readonly now: Date },
): MessageRow => ({
  id: draft.id,
  conversationId: draft.conversationId,
  authorId: draft.authorId,
  clientMessageId: draft.clientMessageId,
  inputHash: draft.inputHash,
  text: draft.text,
  fingerprint: draft.fingerprint,
  cardType: draft.cardType,
  cardId: draft.cardId,
  sequence: decided.sequence,
  status: decided.sequence === null ? 'HELD' : 'SENT',
  side,
  attachmentCount: files.length,
  reasons: decided.reasons.length > 0 ? decided.reasons.map(({ code }) => code) : null,
  moderatedAt: null,
  moderationNote: null,
  takenDownText: null,
  revision: 1,
  edit: 0,
  createdAt: decided.now,
  editedAt: null,
  deletedAt: null,
});

const keyOf = ({ authorId, conversationId, clientMessageId }: Sending): string =>
  `${authorId} ${conversationId} ${clientMessageId}`;

/**
 * Decides the messages of one batch in turn, on a working copy of the locked conversations: each gets the number after
 * the one before it. Repetitions within the batch meet the message decided first, like those of earlier transactions.
 */
export const createSendBook = (facts: SendingFacts, now: Date, lists: FilterLists) => {
  const conversations = new Map(facts.conversations.map((row) => [row.id, row]));
  const known = new Map(facts.earlier.map((row) => [keyOf(row), row]));
  const twins = [...facts.twins];
  const recent = [...facts.recent];
  const written: MessageRow[] = [];
  const files: AttachmentRow[] = [];
  const changed = new Set<string>();

  const conversationOf = (id: string): ConversationRow => {
    const row = conversations.get(id);
    invariant(row, `There is no conversation ${id} in this batch.`);
    return row;
  };

  const judge = ({ draft, language }: SendCommand, row: ConversationRow, side: Side) => {
    const { text, fingerprint, authorId } = draft;
    const earlierTexts = recent
      .filter((one) => one.authorId === authorId && one.conversationId === row.id)
      .map((one) => one.text);
    const verdict = judgeWriting({ text, fingerprint, authorId, side, conversation: row, twins, earlierTexts }, lists);
    return { verdict, sentence: sentenceOf(verdict.reasons, language) };
  };

  const write = (
    command: SendCommand,
    row: ConversationRow,
    side: Side,
    reasons: readonly SpamReason[],
    held: boolean,
  ) => {
    const { draft } = command;
    const sequence = held ? null : row.lastSequence + 1;
    const message = rowOf(command, side, { sequence, reasons, now });
    if (sequence !== null) {
      const last = side === 'BUYER' ? { lastBuyerSequence: sequence } : { lastShopSequence: sequence };
      conversations.set(row.id, { ...row, ...last, lastSequence: sequence, activeAt: now });
      changed.add(row.id);
    }
    known.set(keyOf(draft), message);
    if (sequence !== null) recent.push({ authorId: draft.authorId, conversationId: row.id, text: draft.text });
    twins.push({ authorId: draft.authorId, conversationId: row.id, fingerprint: draft.fingerprint });
    written.push(message);
    files.push(...attachmentsOf(message.id, command.files, now));
    return message;
  };

  return {
    decide: (command: SendCommand): SendOutcome => {
      const { draft, actor } = command;
      const row = conversations.get(draft.conversationId);
      const side = row && sideOf(actor, row);
      if (!row || !side) return { kind: 'NO_ACCESS', conversation: row };
      const earlier = known.get(keyOf(draft));
      if (earlier && earlier.inputHash !== draft.inputHash) return { kind: 'REFUSED', refusal: clientIdReused() };
      if (earlier) return { kind: 'SENT', message: toView(earlier), replayed: true };
      if (command.problem) return { kind: 'REFUSED', refusal: command.problem };
      const blocks = blockedBy(row);
      if (blocks.length > 0) return { kind: 'REFUSED', refusal: blocked(blocks, side) };
      const { verdict, sentence } = judge(command, row, side);
      if (verdict.outcome === 'REJECT') return { kind: 'REFUSED', refusal: rejected(sentence) };
      const message = write(command, row, side, verdict.reasons, verdict.outcome === 'HOLD');
      return { kind: 'SENT', message: toView(message), replayed: false };
    },
    conversation: conversationOf,
    /** What has to be written: new messages in the order of their numbers, their files, and the conversations they moved. */
    changes: () => ({ messages: written, files, conversations: [...changed].map(conversationOf) }),
  };
};

/** What the author is told: the first reason, which is the strictest. */
export const sentenceOf = (reasons: readonly SpamReason[], language: 'ru' | 'en'): string =>
  reasons[0]?.message[language] ?? 'This message cannot be sent as it is; change it and send it again.';
