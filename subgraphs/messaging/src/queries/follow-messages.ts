import type { Actor } from '@vitrina/platform/auth';
import { resumable } from '@vitrina/platform/pubsub';
import type { Services } from '../services.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { type MessageView, revived, toView } from '../store/message-view.ts';
import { placeOf, rememberable } from '../store/recent-messages.ts';
import { messagesTopic } from '../usecases/announce.ts';
import { followable, whyNot } from './followed.ts';
import { messagesAfter } from './history.ts';

/** Messages read at a time while a gap is made up for. */
const batch = 50;

/** What follows a number: out of the memory of recent messages when all of it is there, else out of the database. */
const readAfter = async (
  { database, recent }: Services,
  row: ConversationRow,
  sequence: number,
): Promise<readonly MessageView[]> => {
  const upTo = Math.min(row.lastSequence, sequence + batch);
  if (upTo <= sequence) return [];
  const near = await recent.read(placeOf(row), sequence, upTo);
  if (near) return near;
  const rows = await messagesAfter(database, row.id, sequence, batch);
  if (upTo === row.lastSequence) void recent.add(rememberable(row, rows.map(toView)));
  return rows;
};

/**
 * Messages after a number, then live ones, each once and in order: listens first, then replays, then passes on what hints
 * carry as long as it is exactly the next one. Access is asked for at the start, before every read, and at every look the
 * process takes at what is followed in it; the stream ends with an error when the answer turns to no.
 */
export const followMessages = async (
  services: Services,
  actor: Actor,
  conversationId: string,
  afterSeq: number | null,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<MessageView>> => {
  const find = async (): Promise<ConversationRow> => followable(actor, await services.reads.find(conversationId));
  // Before anything is listened to: the topic of a conversation that is not there is nobody's.
  await find();
  return resumable<MessageView>({
    pubsub: services.pubsub,
    topic: messagesTopic(conversationId),
    ...(afterSeq !== null && { after: Math.max(0, afterSeq) }),
    head: async () => (await find()).lastSequence,
    positionOf: ({ sequence }) => sequence ?? 0,
    fromHint: (hint) => {
      const { message } = hint as { readonly message?: MessageView };
      return message && revived(message);
    },
    read: async (position) => readAfter(services, await find(), position),
    watch: (bell) =>
      services.lookout.watch(conversationId, (row) => {
        const refusal = whyNot(actor, row);
        if (refusal) bell.fail(refusal);
        else if (row) bell.reached(row.lastSequence);
      }),
    signal,
  });
};
