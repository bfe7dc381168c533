import type { Actor } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { resumable } from '@vitrina/platform/pubsub';
import { blockedBy, otherSide } from '../domain/sides.ts';
import type { Services } from '../services.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { findConversation } from '../store/conversations.ts';
import type { MessageView } from '../store/message-view.ts';
import { canRead, noSuchConversation, sideOf } from '../usecases/access.ts';
import { messagesTopic } from '../usecases/announce.ts';
import { messagesAfter } from './history.ts';

const batch = 100;

/** Refuses the side that the other one has blocked: it reads what was written, and follows nothing. */
const refuseBlocked = (actor: Actor, row: ConversationRow): void => {
  const side = sideOf(actor, row);
  if (side && blockedBy(row).includes(otherSide(side))) {
    throw new AppError('FORBIDDEN', 'The other side has blocked you; what was written can still be read.');
  }
};

/** The conversation for somebody who may follow it now. */
const followed = async (services: Services, actor: Actor, id: string): Promise<ConversationRow> => {
  const row = await findConversation(services.database.orm, id);
  if (!row || !canRead(actor, row)) throw noSuchConversation(['conversationId']);
  refuseBlocked(actor, row);
  return row;
};

/** Messages after a number, then live ones, each once and in order. Access is asked for again before every read. */
export const followMessages = async (
  services: Services,
  actor: Actor,
  conversationId: string,
  afterSeq: number | null,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<MessageView>> => {
  const row = await followed(services, actor, conversationId);
  return resumable<MessageView>({
    pubsub: services.pubsub,
    topic: messagesTopic(row.id),
    after: afterSeq ?? row.lastSequence,
    positionOf: ({ sequence }) => sequence ?? 0,
    read: async (position) => {
      await followed(services, actor, conversationId);
      return messagesAfter(services.database, row.id, position, batch);
    },
    signal,
  });
};
