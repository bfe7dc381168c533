import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readMessageText } from '../domain/message-form.ts';
import { blocked, editWindowOver, messageDeleted, messageHeld, rejected } from '../domain/refusals.ts';
import { blockedBy } from '../domain/sides.ts';
import type { SpamLanguage } from '../domain/spam/contract.ts';
import { fingerprintOf } from '../domain/spam/fingerprint.ts';
import { isFragment } from '../domain/spam/fragments.ts';
import { judgeWriting } from '../domain/spam/judge-writing.ts';
import type { Ports } from '../ports.ts';
import type { MessageRow } from '../store/message.table.ts';
import { findMessage } from '../store/messages.ts';
import { textsAround } from '../store/recent-texts.ts';
import { twinTexts } from '../store/twin-texts.ts';
import { authorOf, noSuchMessage } from './access.ts';
import { filterLists } from './filter-lists.ts';
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
 * because a later text of its author makes something whole together with it. Gives what the message says now with what
 * was found in it, as it is stored.
 */
const judge = async (
  tx: Tx,
  { config, clock }: Ports,
  { row, side, message }: OwnMessage,
  text: string,
  language: SpamLanguage,
): Promise<Result<Pick<MessageRow, 'text' | 'fingerprint' | 'reasons'>, Refusal>> => {
  const { authorId } = message;
  const fingerprint = fingerprintOf(text);
  const [{ texts, at }, twins] = await Promise.all([
    textsAround(tx, message, text, clock.now()),
    // Putting a comma right in a text that reads the same spreads nothing.
    fingerprint === message.fingerprint ? [] : twinTexts(tx, [{ authorId, fingerprint }], clock.now()),
  ]);
  const lists = filterLists(config);
  const around = { authorId, side, conversation: row };
  const earlierTexts = at < 0 ? [] : texts.slice(0, at);
  // What follows something that is no part ends the row, and has been judged when it was sent.
  const rest = at < 0 ? [] : texts.slice(at + 1);
  const end = rest.findIndex((one) => !isFragment(one));
  const later = end < 0 ? rest : rest.slice(0, end);
  const own = judgeWriting({ ...around, text, fingerprint, twins, earlierTexts }, lists);
  const joined = later.map((one, after) =>
    judgeWriting(
      { ...around, text: one, fingerprint: '', twins: [], earlierTexts: texts.slice(0, at + 1 + after) },
      lists,
    ),
  );
  const kept = [own, ...joined].find(({ outcome }) => outcome !== 'ALLOW');
  if (kept) return refuse(rejected(sentenceOf(kept.reasons, language)));
  const reasons = own.reasons.map(({ code }) => code);
  return ok({ text, fingerprint, reasons: reasons.length > 0 ? reasons : null });
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
    const judged = await judge(tx, ports, own, text.value, language);
    if (!judged.ok) return judged;
    const now = ports.clock.now();
    return ok({ ...own, message: await changeMessage(tx, own, { ...judged.value, editedAt: now }, now) });
  });
  if (!done.ok) return done;
  await tellChange(ports, done.value.row, done.value.message);
  return ok(done.value.message);
};
