import { type Changed, createLookout, type Known, type Lookout } from '@vitrina/platform/pubsub';
import { sql } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import type { InboxOwner } from './list-places.ts';

/** When something was last written in any conversation of an inbox, or changed in what lists show of it; null for never. */
export interface InboxState {
  readonly changedAt: Date | null;
}

/** A followed inbox: of a shop, or of a buyer. */
export const inboxKey = (of: InboxOwner): string => ('shopId' in of ? `shop ${of.shopId}` : `buyer ${of.buyerId}`);

interface Found extends Record<string, unknown> {
  readonly key: string;
  readonly changed: string | null;
}

/** The newest change of those inboxes in which there is a newer one, in one query, each out of its indexes. */
const readChanged = async ({ database }: Ports, known: readonly Known[]): Promise<readonly Changed<InboxState>[]> => {
  const given = JSON.stringify(known.map(({ key }) => key));
  const rows = await database.orm.execute<Found>(sql`
    select given.key, case when given.key like 'shop %'
      then greatest((select max(active_at) from conversation where shop_id = substr(given.key, 6) and last_sequence > 0),
        (select max(changed_at) from list_change where shop_id = substr(given.key, 6)))
      else greatest((select max(active_at) from conversation where buyer_id = substr(given.key, 7) and last_sequence > 0),
        (select max(changed_at) from list_change where buyer_id = substr(given.key, 7)))
    end as changed
    from jsonb_array_elements_text(${given}::jsonb) as given(key)`);
  const before = new Map(known.map(({ key, version }) => [key, version]));
  return rows
    .map(({ key, changed }) => ({
      key,
      version: changed ?? 'never',
      state: { changedAt: changed === null ? null : new Date(changed) },
    }))
    .filter(({ key, version }) => before.get(key) !== version);
};

/** Looks at all followed inboxes of this process together; lists are less urgent than messages. */
export const createInboxLookout = (ports: Ports): Lookout<InboxState> =>
  createLookout({
    read: (known) => readChanged(ports, known),
    everyMs: ports.config.MESSAGING_LOOK_EVERY_MS * 5,
    log: ports.log,
  });
