import type { Executor } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { addressHash, addressHint } from '../domain/address.ts';
import { contactPoint } from './reach.table.ts';
import type { ContactPointRow } from './reach.ts';

/** The phone a person is about to prove. */
export const pendingPhone = async (
  on: Executor,
  userId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ContactPointRow | undefined> => {
  const found = on
    .select()
    .from(contactPoint)
    .where(and(eq(contactPoint.userId, userId), eq(contactPoint.channel, 'SMS'), isNull(contactPoint.confirmedAt)));
  const [row] = await (lock ? found.for('update') : found);
  return row;
};

/** Puts a number in the place of the person's former one; it counts when it is proved. */
export const putPendingPhone = async (
  on: Executor,
  userId: string,
  phone: string,
  now: Date,
): Promise<ContactPointRow> => {
  const values = {
    address: phone,
    addressHash: addressHash('SMS', phone),
    label: addressHint('SMS', phone),
    confirmedAt: null,
    askedAt: now,
    wrongCodes: 0,
  };
  const [row] = await on
    .insert(contactPoint)
    .values({ id: newId('ctp'), userId, channel: 'SMS', createdAt: now, ...values })
    .onConflictDoUpdate({
      target: [contactPoint.userId, contactPoint.channel],
      targetWhere: sql`channel <> 'WEB_PUSH'`,
      set: values,
    })
    .returning();
  return row as ContactPointRow;
};

/** Notes a wrong code; the count ends further guesses. */
export const countWrongCode = async (on: Executor, id: string): Promise<void> => {
  await on
    .update(contactPoint)
    .set({ wrongCodes: sql`${contactPoint.wrongCodes} + 1` })
    .where(eq(contactPoint.id, id));
};

/** Marks a number as proved; the caller holds its row. */
export const confirmPoint = async (on: Executor, id: string, now: Date): Promise<ContactPointRow> => {
  const [row] = await on
    .update(contactPoint)
    .set({ confirmedAt: now, askedAt: null, wrongCodes: 0 })
    .where(eq(contactPoint.id, id))
    .returning();
  return row as ContactPointRow;
};

/** A chat to be linked, by a link made at `madeAt`. */
export interface TelegramChat {
  readonly userId: string;
  readonly madeAt: Date;
  readonly chatId: string;
  readonly label: string;
}

/** Links a chat in place of a former one; false when a chat was linked since the link was made, as by that very link. */
export const putTelegramChat = async (
  on: Executor,
  { userId, madeAt, chatId, label }: TelegramChat,
  now: Date,
): Promise<boolean> => {
  const values = { address: chatId, addressHash: addressHash('TELEGRAM', chatId), label, confirmedAt: now };
  const linked = await on
    .insert(contactPoint)
    .values({ id: newId('ctp'), userId, channel: 'TELEGRAM', createdAt: now, ...values })
    .onConflictDoUpdate({
      target: [contactPoint.userId, contactPoint.channel],
      targetWhere: sql`channel <> 'WEB_PUSH'`,
      set: values,
      setWhere: lt(contactPoint.confirmedAt, madeAt),
    })
    .returning({ id: contactPoint.id });
  return linked.length > 0;
};

/** Browsers one person may have; the oldest make room. */
const browsersPerPerson = 10;

/** A browser belongs to whoever registered it last; its keys may have changed. */
export const putBrowser = async (
  on: Executor,
  { userId, endpoint, address, label }: { userId: string; endpoint: string; address: string; label: string },
  now: Date,
): Promise<ContactPointRow> => {
  const values = { userId, address, label, confirmedAt: now };
  const [row] = await on
    .insert(contactPoint)
    .values({
      id: newId('pfp'),
      channel: 'WEB_PUSH',
      addressHash: addressHash('WEB_PUSH', endpoint),
      createdAt: now,
      ...values,
    })
    .onConflictDoUpdate({ target: contactPoint.addressHash, targetWhere: sql`channel = 'WEB_PUSH'`, set: values })
    .returning();
  await on.execute(sql`
    delete from contact_point where id in (
      select id from contact_point where user_id = ${userId} and channel = 'WEB_PUSH'
      order by confirmed_at desc, id desc offset ${browsersPerPerson})`);
  return row as ContactPointRow;
};

/** Removes one of a person's own addresses; false when there was none. */
export const removePoint = async (
  on: Executor,
  { userId, channel, id }: { userId: string; channel: string; id?: string },
): Promise<boolean> => {
  const gone = await on
    .delete(contactPoint)
    .where(
      and(
        eq(contactPoint.userId, userId),
        eq(contactPoint.channel, channel),
        id === undefined ? undefined : eq(contactPoint.id, id),
      ),
    )
    .returning({ id: contactPoint.id });
  return gone.length > 0;
};
