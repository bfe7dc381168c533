import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';

/** Whose list it is; who may follow it is decided before. */
export type InboxOwner = { readonly shopId: string } | { readonly buyerId: string };

/** Where a conversation stands among the changes of a list: when it stood differently last. */
export interface Place extends Record<string, unknown> {
  /** As Postgres writes instants. */
  readonly at: string;
  readonly id: string;
}

/** Conversations read at a time while a list is caught up. */
export const placesRead = 100;

const owned = (owner: InboxOwner, table: SQL): SQL =>
  'shopId' in owner ? sql`${table}.shop_id = ${owner.shopId}` : sql`${table}.buyer_id = ${owner.buyerId}`;

/**
 * The next conversations of a list after a place, each once and at its newest change, those that changed longest ago first:
 * whoever has seen one has seen all that changed before it. Both halves come out of an index in that order.
 */
export const placesAfter = async ({ orm }: Database, owner: InboxOwner, { at, id }: Place): Promise<readonly Place[]> =>
  orm.execute<Place>(sql`
    select listed.at::text as at, listed.id from (
      (select c.active_at as at, c.id from conversation c left join list_change l on l.conversation_id = c.id
        where ${owned(owner, sql`c`)} and c.last_sequence > 0 and (c.active_at, c.id) > (${at}::timestamptz, ${id})
          and (l.changed_at is null or l.changed_at <= c.active_at)
        order by c.active_at, c.id limit ${placesRead})
      union all
      (select l.changed_at as at, c.id from list_change l join conversation c on c.id = l.conversation_id
        where ${owned(owner, sql`l`)} and (l.changed_at, l.conversation_id) > (${at}::timestamptz, ${id})
          and l.changed_at > c.active_at
        order by l.changed_at, l.conversation_id limit ${placesRead})
    ) as listed
    order by listed.at, listed.id limit ${placesRead}`);
