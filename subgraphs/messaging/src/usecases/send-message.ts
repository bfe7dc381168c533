import type { Actor } from '@vitrina/platform/auth';
import { hashInput } from '@vitrina/platform/idempotency';
import { isId, newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { askOrder, askProduct } from '../clients/subjects.ts';
import { type Card, readCard, readClientId, readMessageText } from '../domain/message-form.ts';
import { cardNotAllowed } from '../domain/refusals.ts';
import type { SpamLanguage } from '../domain/spam/contract.ts';
import { fingerprintOf } from '../domain/spam/fingerprint.ts';
import type { Services } from '../services.ts';
import { findConversation } from '../store/conversations.ts';
import type { MessageView } from '../store/message-view.ts';
import type { Sending } from '../store/sending.ts';
import { authorOf, noSuchConversation, requireSide } from './access.ts';
import { spendSend } from './limits.ts';
import { receiveAttachments } from './open-attachment-upload.ts';

export interface SendInput {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly card?:
    | { readonly orderId?: string | null | undefined; readonly productId?: string | null | undefined }
    | null
    | undefined;
  /** Uploads of files that come along. */
  readonly attachmentUploadIds?: readonly string[];
}

export interface Sent {
  readonly message: MessageView;
  readonly replayed: boolean;
}

/** What was sent, checked and tidied, before anything is looked up. */
const readDraft = (authorId: string, input: SendInput): Result<Sending, Refusal> => {
  const card = readCard(input.card);
  const clientId = readClientId(input.clientMessageId);
  const files = input.attachmentUploadIds ?? [];
  const text = readMessageText(input.text, files.length > 0 || !card.ok || card.value !== null);
  const refusals = [card, clientId, text].flatMap((part) => (part.ok ? [] : part.refusals));
  const [first, ...rest] = refusals;
  if (!card.ok || !clientId.ok || !text.ok) return refuse(first as Refusal, ...rest);
  return ok({
    id: newId('msg'),
    conversationId: input.conversationId,
    authorId,
    clientMessageId: clientId.value,
    inputHash: hashInput({ text: text.value, card: card.value, ...(files.length > 0 ? { files } : {}) }),
    text: text.value,
    fingerprint: fingerprintOf(text.value),
    cardType: card.value?.type ?? null,
    cardId: card.value?.id ?? null,
  });
};

/** A card shows what lies between the two: their order, or a product of the shop; staff may show one not on sale yet. */
const checkCard = async (
  services: Services,
  actor: Actor,
  conversationId: string,
  { type, id }: Card,
): Promise<Result<null, Refusal>> => {
  const row = await findConversation(services.database.orm, conversationId);
  if (!row) throw noSuchConversation();
  const side = requireSide(actor, row);
  if (id === row.orderId || id === row.productId) return ok(null);
  if (type === 'ORDER') {
    const order = await askOrder(services, id);
    return order?.shopId === row.shopId && order.buyerId === row.buyerId ? ok(null) : refuse(cardNotAllowed());
  }
  const product = await askProduct(services, id);
  return product?.shopId === row.shopId && (product.onSale || side === 'SHOP') ? ok(null) : refuse(cardNotAllowed());
};

/**
 * Writes a message. What can be decided alone is decided here; side, blocks, number and repetition are decided under the
 * conversation's lock, together with whatever else is being sent (see `createSender`). Refusals: see `sendMessage` in the SDL.
 */
export const sendMessage = async (
  services: Services,
  actor: Actor,
  language: SpamLanguage,
  input: SendInput,
): Promise<Result<Sent, Refusal>> => {
  const authorId = authorOf(actor);
  if (!isId(input.conversationId, 'cnv')) throw noSuchConversation();
  const draft = readDraft(authorId, input);
  if (!draft.ok) return draft;
  const { cardType, cardId, conversationId } = draft.value;
  const spent = await spendSend(services, authorId, conversationId);
  if (!spent.ok) return spent;
  if (cardType && cardId) {
    const card = await checkCard(services, actor, conversationId, { type: cardType, id: cardId });
    if (!card.ok) return card;
  }
  const received = await receiveAttachments(services, actor, conversationId, input.attachmentUploadIds ?? []);
  const outcome = await services.sender.submit({
    actor,
    draft: draft.value,
    language,
    files: received.ok ? received.value : [],
    problem: received.ok ? undefined : received.refusals[0],
  });
  if (outcome.kind === 'REFUSED') return refuse(outcome.refusal);
  if (outcome.kind === 'SENT') return ok({ message: outcome.message, replayed: outcome.replayed });
  if (outcome.conversation) requireSide(actor, outcome.conversation);
  throw noSuchConversation();
};
