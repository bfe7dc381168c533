import { type Changed, createLookout, type Known, type Lookout } from '@vitrina/platform/pubsub';
import { sql } from 'drizzle-orm';
import type { Ports } from '../ports.ts';

/** When something was last written in any conversation of an inbox; null for never. */
export interface InboxState {
  readonly activeAt: Date | null;
}

/** A followed inbox: of a shop, or of a buyer. */
export const inboxKey = (of: { readonly shopId: string } | { readonly buyerId: string }): string =>
  'shopId' in of ? `shop ${of.shopId}` : `buyer ${of.buyerId}`;

interface Found extends Record<string, unknown> {
  readonly key: string;
  readonly active: string | null;
}

/** The newest activity of those inboxes in which there is newer one, in one query, each out of its index. */
const readChanged = async ({ database }: Ports, known: readonly Known[]): Promise<readonly Changed<InboxState>[]> => {
  const given = JSON.stringify(known.map(({ key }) => key));
  const rows = await database.orm.execute<Found>(sql`
    select given.key, case when given.key like 'shop %'
      then (select max(active_at) from conversation where shop_id = substr(given.key, 6) and last_sequence > 0)
      else (select max(active_at) from conversation where buyer_id = substr(given.key, 7) and last_sequence > 0)
    end as active
    from jsonb_array_elements_text(${given}::jsonb) as given(key)`);
  const before = new Map(known.map(({ key, version }) => [key, version]));
  return rows
    .map(({ key, active }) => ({
      key,
      version: active ?? 'never',
      state: { activeAt: active === null ? null : new Date(active) },
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
