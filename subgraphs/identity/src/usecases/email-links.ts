import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { emailVerificationRequested, passwordResetRequested } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { type EmailRequestRow, insertEmailRequest, lockEmailRequest, setSecretHash } from '../store/email-requests.ts';
import type { UserRow } from '../store/users.ts';

type Purpose = EmailRequestRow['purpose'];

/** How a link of each purpose lives and where it leads. */
const links: Record<Purpose, { readonly ttlHours: number; readonly path: string }> = {
  VERIFY_EMAIL: { ttlHours: 48, path: '/verify-email' },
  RESET_PASSWORD: { ttlHours: 1, path: '/reset-password' },
};

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const tokenForm = /^(emr_[0-9a-z]{26})\.([A-Za-z0-9_-]{43})$/;

/**
 * Writes the request for a mail and, for a known person, publishes it. For an unknown address the row is written all
 * the same, so that both cases do the same work.
 */
export const requestLink = async (
  { events, clock }: Services,
  tx: Tx,
  purpose: Purpose,
  email: string,
  user: Pick<UserRow, 'id'> | undefined,
): Promise<void> => {
  const id = newId('emr');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + links[purpose].ttlHours * 3_600_000);
  await insertEmailRequest(tx, { id, userId: user?.id ?? null, purpose, email, createdAt: now, expiresAt });
  if (!user) return;
  const contract = purpose === 'VERIFY_EMAIL' ? emailVerificationRequested : passwordResetRequested;
  await events.publish(tx, contract, {
    aggregateId: id,
    aggregateVersion: 1,
    payload: { userId: user.id, requestId: id },
  });
};

export interface MintedLink {
  readonly url: string;
  readonly expiresAt: Date;
  readonly email: string;
  readonly purpose: Purpose;
}

/**
 * Makes the secret of a requested link, at the moment its mail is sent: no event, queue or log ever holds one. Minting
 * again replaces the secret. Null once the link was used or has expired.
 */
export const mintLink = ({ database, clock, config }: Services, requestId: string): Promise<MintedLink | null> =>
  database.transaction(async (tx) => {
    const row = await lockEmailRequest(tx, requestId);
    if (!row?.userId || row.usedAt || row.expiresAt <= clock.now()) return null;
    const secret = randomBytes(32).toString('base64url');
    await setSecretHash(tx, requestId, hashOf(secret));
    const url = new URL(links[row.purpose].path, config.VITRINA_WEB_URL);
    url.searchParams.set('token', `${requestId}.${secret}`);
    return { url: url.toString(), expiresAt: row.expiresAt, email: row.email, purpose: row.purpose };
  });

/** The open request a token belongs to, locked until the transaction ends; undefined when the token is no good. */
export const findByToken = async (
  { clock }: Services,
  tx: Tx,
  purpose: Purpose,
  token: string,
): Promise<(EmailRequestRow & { userId: string }) | undefined> => {
  const [, requestId, secret] = tokenForm.exec(token) ?? [];
  if (!requestId || !secret) return undefined;
  const row = await lockEmailRequest(tx, requestId);
  if (!row?.userId || !row.secretHash || row.purpose !== purpose || row.usedAt || row.expiresAt <= clock.now())
    return undefined;
  const fits = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(row.secretHash));
  return fits ? { ...row, userId: row.userId } : undefined;
};
