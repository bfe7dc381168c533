import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { cardNotAllowed, clientIdInvalid } from './refusals.ts';

/** Longest message, in characters as people count them. */
export const maxTextLength = 4_000;
/** What goes on the wire before it is tidied: beyond that nobody typed it. */
const maxRawLength = 64 * 1024;

/** An order or product a message shows. */
export interface Card {
  readonly type: 'ORDER' | 'PRODUCT';
  readonly id: string;
}

/** The text of a message, tidied; empty only where something stands beside it. Refusals: TEXT_REQUIRED, TEXT_TOO_LONG. */
export const readMessageText = (value: string, mayBeEmpty: boolean): Result<string, Refusal> =>
  readText(value.slice(0, maxRawLength), { field: ['text'], min: mayBeEmpty ? 0 : 1, max: maxTextLength, lines: true });

/** The author's own name for a message: what recognises a retry. */
export const readClientId = (value: string): Result<string, Refusal> =>
  /^[\x21-\x7e]{1,64}$/.test(value) ? ok(value) : refuse(clientIdInvalid());

/** One card or none. */
export const readCard = (
  given:
    | { readonly orderId?: string | null | undefined; readonly productId?: string | null | undefined }
    | null
    | undefined,
): Result<Card | null, Refusal> => {
  if (!given) return ok(null);
  const { orderId, productId } = given;
  if (orderId && !productId) return ok({ type: 'ORDER', id: orderId });
  if (productId && !orderId) return ok({ type: 'PRODUCT', id: productId });
  return refuse(cardNotAllowed());
};
