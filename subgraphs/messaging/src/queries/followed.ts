import type { Actor } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { blockedBy, otherSide } from '../domain/sides.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { canRead, noSuchConversation, sideOf } from '../usecases/access.ts';

/**
 * The conversation, for somebody who may follow it now. A side that the other one has blocked reads what was written, and
 * follows nothing: FORBIDDEN. Everybody who is on no side finds nothing: NOT_FOUND.
 */
export const followable = (actor: Actor, row: ConversationRow | undefined): ConversationRow => {
  if (!row || !canRead(actor, row)) throw noSuchConversation(['conversationId']);
  const side = sideOf(actor, row);
  if (side && blockedBy(row).includes(otherSide(side))) {
    throw new AppError('FORBIDDEN', 'The other side has blocked you; what was written can still be read.');
  }
  return row;
};

/** Why somebody may not follow it (any more); undefined when they may. */
export const whyNot = (actor: Actor, row: ConversationRow | undefined): unknown => {
  try {
    followable(actor, row);
    return undefined;
  } catch (error) {
    return error;
  }
};
