import { type Executor, statement } from '@vitrina/platform/database';
import { and, eq, inArray } from 'drizzle-orm';
import { addressHash, addressHint } from '../domain/address.ts';
import type { OutboundChannel } from '../domain/channel.ts';
import type { Wishes } from '../domain/workflow/decide.ts';
import { type contactPoint, preference, suppression } from './reach.table.ts';

export type PreferenceRow = typeof preference.$inferSelect;
export type ContactPointRow = typeof contactPoint.$inferSelect;
export type SuppressionRow = typeof suppression.$inferSelect;

/** What a row says a person wants; quiet hours need a zone and both ends. */
const wishesOf = ({ choices, timeZone, quietFrom, quietTo }: WishesRow): Wishes => ({
  choices,
  quietHours:
    timeZone !== null && quietFrom !== null && quietTo !== null
      ? { zone: timeZone, from: quietFrom, to: quietTo }
      : undefined,
});

/** Preferences of many people in one statement; those who chose nothing have none. */
export const preferencesOf = (on: Executor, userIds: readonly string[]): Promise<PreferenceRow[]> =>
  on
    .select()
    .from(preference)
    .where(inArray(preference.userId, [...userIds]));

export interface Address {
  readonly channel: OutboundChannel;
  readonly address: string;
}

/** Everything this database knows about how people can be reached. */
export interface Reach {
  readonly wishes: ReadonlyMap<string, Wishes>;
  /** Proved addresses of their own; suppressed are those that nothing is sent to any more. */
  readonly points: readonly (Address & {
    readonly userId: string;
    readonly id: string;
    readonly suppressed: boolean;
  })[];
  /** Whether nothing is sent any more to one of the mails that were asked about. */
  readonly isSuppressed: (mail: string) => boolean;
}

type WishesRow = Pick<PreferenceRow, 'userId' | 'choices' | 'timeZone' | 'quietFrom' | 'quietTo'>;

interface ReachRow {
  readonly wishes: readonly WishesRow[] | null;
  readonly points: Reach['points'] | null;
  readonly suppressed: readonly string[] | null;
}

/**
 * Preferences of many people, proved addresses of those who are written to, and which of these and of their mails are
 * suppressed: one statement whose text does not depend on how many there are.
 */
export const reachOf = async (
  on: Executor,
  ids: readonly string[],
  writtenTo: { readonly ids: readonly string[]; readonly mails: readonly string[] },
): Promise<Reach> => {
  const hashes = writtenTo.mails.map((mail) => addressHash('EMAIL', mail));
  const [row] = await statement<ReachRow>(on)`
    select (
      select jsonb_agg(jsonb_build_object('userId', user_id, 'choices', choices, 'timeZone', time_zone,
        'quietFrom', quiet_from, 'quietTo', quiet_to))
      from preference where user_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    ) as wishes, (
      select jsonb_agg(jsonb_build_object('userId', c.user_id, 'id', c.id, 'channel', c.channel, 'address', c.address,
        'suppressed', s.channel is not null) order by c.id)
      from contact_point c left join suppression s on s.channel = c.channel and s.address_hash = c.address_hash
      where c.user_id in (select jsonb_array_elements_text(${JSON.stringify(writtenTo.ids)}::jsonb)) and c.confirmed_at is not null
    ) as points, (
      select jsonb_agg(address_hash) from suppression
      where channel = 'EMAIL' and address_hash in (select jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb))
    ) as suppressed`;
  const suppressed = new Set(row?.suppressed);
  return {
    wishes: new Map((row?.wishes ?? []).map((one) => [one.userId, wishesOf(one)])),
    points: row?.points ?? [],
    isSuppressed: (mail) => suppressed.has(addressHash('EMAIL', mail)),
  };
};

/** Why nothing is sent to an address any more. */
export type SuppressionReason = 'BOUNCE' | 'COMPLAINT' | 'DEAD' | 'OPERATOR';

/**
 * Takes addresses off everything that is sent, by what stands for them. They are written in one order: relays tell the same
 * bounces twice and side by side, and two transactions must not wait for each other in a circle.
 */
export const suppress = async (
  on: Executor,
  addresses: readonly (Address & { readonly reason: SuppressionReason })[],
  now: Date,
): Promise<void> => {
  const rows = addresses
    .map(({ channel, address, reason }) => ({
      channel,
      addressHash: addressHash(channel, address),
      hint: addressHint(channel, address),
      reason,
      createdAt: now,
    }))
    .sort((one, other) => (one.addressHash < other.addressHash ? -1 : 1));
  if (rows.length > 0) await on.insert(suppression).values(rows).onConflictDoNothing();
};

/** Lets an address be written to again; tells whether it was on the list. */
export const unsuppress = async (on: Executor, { channel, address }: Address): Promise<boolean> => {
  const gone = await on
    .delete(suppression)
    .where(and(eq(suppression.channel, channel), eq(suppression.addressHash, addressHash(channel, address))))
    .returning({ channel: suppression.channel });
  return gone.length > 0;
};

/** How a provider names a message it took. */
export interface ProviderName {
  readonly channel: OutboundChannel;
  readonly providerId: string;
}

/** Steps that providers know by these names, for receipts that come later; one channel's names say nothing about another's. */
export const stepsOfProviders = async (
  on: Executor,
  names: readonly ProviderName[],
): Promise<readonly (ProviderName & { readonly stepId: string })[]> => {
  const given = JSON.stringify(names.map(({ channel, providerId }) => ({ channel, providerId })));
  return statement<ProviderName & { readonly stepId: string }>(on)`
    select distinct n.channel, n."providerId", t.step_id as "stepId"
    from jsonb_to_recordset(${given}::jsonb) as n(channel text, "providerId" text)
    join step_try t on t.provider_id = n."providerId" join step s on s.id = t.step_id and s.type = n.channel`;
};
