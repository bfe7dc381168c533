import { timingSafeEqual } from 'node:crypto';
import type { RateLimit } from '@vitrina/platform/rate-limit';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { codeMinutes, phoneCodeOf, phoneOf, wrongCodesAllowed } from '../domain/phone.ts';
import { tooMany } from '../domain/refusals.ts';
import { phoneCode } from '../domain/workflows/account.ts';
import type { Services } from '../services.ts';
import { confirmPoint, countWrongCode, pendingPhone, putPendingPhone, removePoint } from '../store/contact-points.ts';
import type { ContactPointRow } from '../store/reach.ts';
import { notifyWithin } from './notify.ts';

/** Codes cost money and may be used to pester a stranger, so both the person and the number have a budget. */
const codesPerPerson: RateLimit = {
  name: 'notifications.phone-codes.person',
  points: 5,
  windowSeconds: 3_600,
  onStoreFailure: 'refuse',
};
const codesPerNumber: RateLimit = {
  name: 'notifications.phone-codes.number',
  points: 3,
  windowSeconds: 3_600,
  onStoreFailure: 'refuse',
};

/** Takes a number that is to be proved and sends it a code. */
export const setPhone = async (
  services: Services,
  userId: string,
  written: string,
): Promise<Result<ContactPointRow, Refusal>> => {
  const { database, clock, rateLimiter, channels } = services;
  const phone = phoneOf(written);
  if (!phone)
    return refuse(
      plainRefusal('NOT_A_PHONE', ['phone'], 'Give a number with its country code, e.g. +7 912 345-67-89.'),
    );
  if (!channels.SMS)
    return refuse(plainRefusal('NO_SMS', [], 'This market sends no SMS; choose another way to be reached.'));
  for (const [limit, key] of [
    [codesPerPerson, userId],
    [codesPerNumber, phone],
  ] as const) {
    const spent = await rateLimiter.consume(limit, key);
    if (!spent.allowed)
      return refuse(tooMany('TOO_MANY_CODES', 'Too many codes were asked for.', spent.retryAfterSeconds));
  }
  const { point, hint } = await database.transaction(async (tx) => {
    const now = clock.now();
    const row = await putPendingPhone(tx, userId, phone, now);
    const eventId = `${row.id}@${now.getTime()}`;
    return {
      point: row,
      hint: await notifyWithin(services, tx, { eventId, to: [userId], workflow: phoneCode, params: {} }),
    };
  });
  await hint();
  return ok(point);
};

const refusedCode = (code: string, message: string): Result<never, Refusal> =>
  refuse(plainRefusal(code, ['code'], message));

/** Whether a code is the one that was sent; takes the same time for every wrong one. */
const isCode = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/**
 * Proves a phone by the code sent to it. The number of wrong codes is counted under the row's own lock, so guesses made
 * side by side count as well.
 */
export const confirmPhone = (
  { database, clock, secret }: Services,
  userId: string,
  given: string,
): Promise<Result<ContactPointRow, Refusal>> =>
  database.transaction(async (tx) => {
    const point = await pendingPhone(tx, userId, { lock: true });
    if (!point?.askedAt) return refusedCode('NO_CODE_ASKED', 'Give the number first; a code is sent to it.');
    const now = clock.now();
    if (now.getTime() - point.askedAt.getTime() > codeMinutes * 60_000)
      return refusedCode('CODE_EXPIRED', 'The code is too old; ask for a new one.');
    if (point.wrongCodes >= wrongCodesAllowed)
      return refusedCode('TOO_MANY_WRONG_CODES', 'Too many wrong codes were given; ask for a new one.');
    const code = given.replace(/\s/g, '');
    if (!/^\d{6}$/.test(code) || !isCode(code, phoneCodeOf(secret, point.id, point.address, point.askedAt))) {
      await countWrongCode(tx, point.id);
      return refusedCode('WRONG_CODE', 'This is not the code that was sent; look at it again.');
    }
    return ok(await confirmPoint(tx, point.id, now));
  });

/** Forgets a person's number, proved or not; false when there was none. */
export const removePhone = ({ database }: Services, userId: string): Promise<boolean> =>
  removePoint(database.orm, { userId, channel: 'SMS' });
