import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readMessageText } from '../domain/message-form.ts';
import { blocked, editWindowOver, messageDeleted, messageHeld, rejected } from '../domain/refusals.ts';
import { blockedBy } from '../domain/sides.ts';
import type { SpamLanguage } from '../domain/spam/contract.ts';
import { fingerprintOf } from '../domain/spam/fingerprint.ts';
import { isFragment } from '../domain/spam/fragments.ts';
import { judgeText } from '../domain/spam/judge-text.ts';
import type { Ports } from '../ports.ts';
import type { MessageRow } from '../store/message.table.ts';
import { findMessage } from '../store/messages.ts';
import { textsAround } from '../store/recent-texts.ts';
import { authorOf, noSuchMessage } from './access.ts';
import { spendSend } from './limits.ts';
import { changeMessage, lockOwnMessage, type OwnMessage } from './own-message.ts';
import { sentenceOf } from './send-book.ts';
import { tellChange } from './tell-change.ts';

const mayEdit = ({ config, clock }: Ports, { row, side, message }: OwnMessage): Result<null, Refusal> => {
  if (message.deletedAt) return refuse(messageDeleted());
  if (message.status !== 'SENT') return refuse(messageHeld());
  const blocks = blockedBy(row);
  if (blocks.length > 0) return refuse(blocked(blocks, side));
  const minutes = config.MESSAGING_EDIT_MINUTES;
  const over = clock.now().getTime() > message.createdAt.getTime() + minutes * 60_000;
  return over ? refuse(editWindowOver(minutes)) : ok(null);
};

/**
 * Others have seen the message already, so an edit the filter would keep back is refused instead of held: by itself, or
 * because a later text of its author makes something whole together with it.
 */
const judge = async (
  tx: Tx,
  { config, clock }: Ports,
  { row, side, message }: OwnMessage,
  text: string,
  language: SpamLanguage,
): Promise<Result<null, Refusal>> => {
  const { texts, at } = await textsAround(tx, message, text, clock.now());
  const facts = {
    linksAllowedHosts: config.MESSAGING_LINK_HOSTS,
    recentTexts: [],
    firstContact: (side === 'BUYER' ? row.lastShopSequence : row.lastBuyerSequence) === 0,
    side,
  };
  const earlierTexts = at < 0 ? [] : texts.slice(0, at);
  // What follows something that is no part ends the row, and has been judged when it was sent.
  const rest = at < 0 ? [] : texts.slice(at + 1);
  const end = rest.findIndex((one) => !isFragment(one));
  const later = end < 0 ? rest : rest.slice(0, end);
  const verdicts = [
    judgeText(text, { ...facts, earlierTexts }),
    ...later.map((one, after) => judgeText(one, { ...facts, earlierTexts: texts.slice(0, at + 1 + after) })),
  ];
  const kept = verdicts.find(({ outcome }) => outcome !== 'ALLOW');
  return kept ? refuse(rejected(sentenceOf(kept.reasons, language))) : ok(null);
};

/** Changes the text of an own message. Its place stays, its revision rises. Refusals: see `editMessage` in the SDL. */
export const editMessage = async (
  ports: Ports,
  actor: Actor,
  language: SpamLanguage,
  input: { readonly messageId: string; readonly text: string },
): Promise<Result<MessageRow, Refusal>> => {
  const authorId = authorOf(actor);
  const known = await findMessage(ports.database.orm, input.messageId);
  if (known?.authorId !== authorId) throw noSuchMessage();
  const spent = await spendSend(ports, authorId, known.conversationId);
  if (!spent.ok) return spent;
  const done = await ports.database.transaction(async (tx): Promise<Result<OwnMessage, Refusal>> => {
    const own = await lockOwnMessage(tx, actor, input.messageId);
    const text = readMessageText(input.text, own.message.cardId !== null || own.message.attachmentCount > 0);
    if (!text.ok) return text;
    const allowed = mayEdit(ports, own);
    if (!allowed.ok) return allowed;
    if (text.value === own.message.text) return ok(own);
    const verdict = await judge(tx, ports, own, text.value, language);
    if (!verdict.ok) return verdict;
    const message = await changeMessage(tx, own.message, {
      text: text.value,
      fingerprint: fingerprintOf(text.value),
      editedAt: ports.clock.now(),
    });
    return ok({ ...own, message });
  });
  if (!done.ok) return done;
  await tellChange(ports, done.value.row, done.value.message);
  return ok(done.value.message);
};
