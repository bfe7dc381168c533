import { lookupKey } from '@vitrina/platform/text';
import { inArray } from 'drizzle-orm';
import { excerptOf } from '../domain/excerpt.ts';
import { marksOf, otherSide } from '../domain/sides.ts';
import { UserNamesDocument } from '../generated/identity-client.ts';
import type { Ports } from '../ports.ts';
import { conversation } from '../store/conversation.table.ts';
import { message } from '../store/message.table.ts';

const namesOf = async ({ internal }: Ports, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { userContacts } = await internal.call('identity', UserNamesDocument, { ids: [...new Set(ids)] });
  return new Map(userContacts.map(({ userId, displayName }) => [userId, displayName]));
};

/**
 * What there is to tell about messages at this moment, in one query: an edited one as it reads now, a deleted one as
 * deleted, one that was read in the meantime as read. Held and unknown ones are left out. Who of a shop wrote is the shop's business.
 */
export const messageNews = async (ports: Ports, ids: readonly string[]) => {
  const { orm } = ports.database;
  const rows = await orm
    .select()
    .from(message)
    .where(inArray(message.id, ids.map(lookupKey)));
  const told = rows.flatMap((row) => (row.sequence === null ? [] : [{ ...row, sequence: row.sequence }]));
  const [conversations, names] = await Promise.all([
    orm
      .select()
      .from(conversation)
      .where(inArray(conversation.id, [...new Set(told.map(({ conversationId }) => conversationId))])),
    namesOf(
      ports,
      told.flatMap(({ side, authorId }) => (side === 'BUYER' ? [authorId] : [])),
    ),
  ]);
  const byId = new Map(conversations.map((row) => [row.id, row]));
  return told.flatMap((row) => {
    const within = byId.get(row.conversationId);
    if (!within) return [];
    return {
      messageId: row.id,
      conversationId: row.conversationId,
      side: row.side,
      authorName: row.side === 'BUYER' ? (names.get(row.authorId) ?? null) : null,
      excerpt: excerptOf(row.text),
      readByOtherSide: marksOf(within, otherSide(row.side)).read >= row.sequence,
      deleted: row.deletedAt !== null,
    };
  });
};
