import type { Executor } from '@vitrina/platform/database';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { addressHash, addressHint } from '../domain/address.ts';
import type { OutboundChannel } from '../domain/channel.ts';
import type { Wishes } from '../domain/workflow/decide.ts';
import { contactPoint, preference, suppression } from './reach.table.ts';

export type PreferenceRow = typeof preference.$inferSelect;
export type ContactPointRow = typeof contactPoint.$inferSelect;
export type SuppressionRow = typeof suppression.$inferSelect;

/** What a row says a person wants; quiet hours need a zone and both ends. */
export const wishesOf = ({ choices, timeZone, quietFrom, quietTo }: PreferenceRow): Wishes => ({
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

/** Proved addresses of many people in one statement. */
export const contactPointsOf = (on: Executor, userIds: readonly string[]): Promise<ContactPointRow[]> =>
  on
    .select()
    .from(contactPoint)
    .where(and(inArray(contactPoint.userId, [...userIds]), isNotNull(contactPoint.confirmedAt)));

export interface Address {
  readonly channel: OutboundChannel;
  readonly address: string;
}

const keyOf = ({ channel, address }: Address): string => `${channel}:${addressHash(channel, address)}`;

/** Tells for many addresses in one statement which of them nothing is sent to any more. */
export const suppressedAmong = async (
  on: Executor,
  addresses: readonly Address[],
): Promise<(address: Address) => boolean> => {
  if (addresses.length === 0) return () => false;
  const rows = await on
    .select({ channel: suppression.channel, hash: suppression.addressHash })
    .from(suppression)
    .where(
      inArray(
        suppression.addressHash,
        addresses.map(({ channel, address }) => addressHash(channel, address)),
      ),
    );
  const known = new Set(rows.map(({ channel, hash }) => `${channel}:${hash}`));
  return (address) => known.has(keyOf(address));
};

/** Why nothing is sent to an address any more. */
export type SuppressionReason = 'BOUNCE' | 'COMPLAINT' | 'DEAD' | 'OPERATOR';

/** Takes an address off everything that is sent, by what stands for it. */
export const suppress = async (
  on: Executor,
  { channel, address }: Address,
  reason: SuppressionReason,
  now: Date,
): Promise<void> => {
  await on
    .insert(suppression)
    .values({
      channel,
      addressHash: addressHash(channel, address),
      hint: addressHint(channel, address),
      reason,
      createdAt: now,
    })
    .onConflictDoNothing();
};

/** Lets an address be written to again; tells whether it was on the list. */
export const unsuppress = async (on: Executor, { channel, address }: Address): Promise<boolean> => {
  const gone = await on
    .delete(suppression)
    .where(and(eq(suppression.channel, channel), eq(suppression.addressHash, addressHash(channel, address))))
    .returning({ channel: suppression.channel });
  return gone.length > 0;
};

/** Steps of one channel that a provider knows by this id, for receipts that come later. */
export const stepOfProviderId = async (on: Executor, providerId: string): Promise<string | undefined> => {
  const rows = await on.execute<{ id: string }>(
    sql`select step_id as id from step_try where provider_id = ${providerId} limit 1`,
  );
  return rows[0]?.id;
};

/** Unproved and proved addresses of one person, for the person's own settings. */
export const ownContactPoints = (on: Executor, userId: string): Promise<ContactPointRow[]> =>
  on.select().from(contactPoint).where(eq(contactPoint.userId, userId)).orderBy(contactPoint.id);
