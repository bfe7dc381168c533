import type { Actor } from '@vitrina/platform/auth';
import { networkOf } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { budgets } from '../domain/budgets.ts';
import { normaliseEmail } from '../domain/email.ts';
import { judgePassword } from '../domain/password-policy.ts';
import { invalidEmail, linkNotValid, userNotFound, wrongCurrentPassword } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { closeRequests } from '../store/email-requests.ts';
import { attemptKey, clearAttempts } from '../store/sign-in-attempts.ts';
import { markVerified, replacePassword, type UserRow, updateUser, userByEmail, userById } from '../store/users.ts';
import { findByToken, requestLink } from './email-links.ts';
import { endSessions, otherSessionsOf, sessionsOf } from './end-sessions.ts';
import { checkPassword } from './sign-in.ts';
import { spend } from './spend.ts';

/**
 * Takes a request for a reset mail. Known and unknown addresses get the same answer after the same work; an address
 * whose budget is spent gets the answer without a further mail, so that nobody's inbox can be flooded.
 */
export const requestPasswordReset = async (
  services: Services,
  rawEmail: string,
  meta: RequestMeta,
): Promise<Result<true, Refusal>> => {
  const tooMany = await spend(services, [budgets.resetPerNetwork, networkOf(meta.ip)]);
  if (tooMany) return refuse(tooMany);
  const email = normaliseEmail(rawEmail);
  if (!email) return refuse(invalidEmail());
  if (await spend(services, [budgets.resetPerAddress, email])) return ok(true);
  const user = await userByEmail(services.database.orm, email);
  await services.database.transaction((tx) => requestLink(services, tx, 'RESET_PASSWORD', email, user));
  return ok(true);
};

/**
 * Sets a new password by the secret out of the mailed link, ends every session and closes every other reset link. The
 * link came by mail, so the address counts as proved.
 */
export const resetPassword = async (
  services: Services,
  token: string,
  newPassword: string,
  meta: RequestMeta,
): Promise<Result<true, Refusal>> => {
  const { database, hasher, clock } = services;
  const tooMany = await spend(services, [budgets.linkPerNetwork, networkOf(meta.ip)]);
  if (tooMany) return refuse(tooMany);
  // Looked up once without keeping the lock, because hashing takes long and a bad link should not cost a hash.
  const request = await database.transaction((tx) => findByToken(services, tx, 'RESET_PASSWORD', token));
  if (!request) return refuse(linkNotValid());
  const judged = judgePassword(newPassword, request.email, ['newPassword']);
  if (!judged.ok) return judged;
  const passwordHash = await hasher.hash(judged.value);
  // Whoever reads the owner's mail need not wait out the guesses of others.
  await clearAttempts(database, attemptKey({ email: request.email, knownDevice: undefined }));
  return database.transaction(async (tx) => {
    const still = await findByToken(services, tx, 'RESET_PASSWORD', token);
    if (!still) return refuse(linkNotValid());
    const now = clock.now();
    await updateUser(tx, still.userId, { passwordHash });
    await markVerified(tx, still.userId, now);
    await closeRequests(tx, still.userId, 'RESET_PASSWORD', now);
    await endSessions(services, tx, sessionsOf(still.userId), 'password_reset');
    return ok(true);
  });
};

/** Sets a new password by the old one and ends every other session. Tries count like sign-ins. */
export const changePassword = async (
  services: Services,
  person: Extract<Actor, { kind: 'user' }>,
  passwords: { readonly current: string; readonly next: string },
  meta: RequestMeta,
): Promise<Result<UserRow, Refusal>> => {
  const { database, hasher } = services;
  const user = await userById(database.orm, person.userId);
  if (!user) return refuse(userNotFound());
  const judged = judgePassword(passwords.next, user.email, ['newPassword']);
  if (!judged.ok) return judged;
  const checked = await checkPassword(services, user.email, passwords.current, meta);
  if (!checked.ok) return checked.refusals[0].code === 'INVALID_CREDENTIALS' ? refuse(wrongCurrentPassword()) : checked;
  const passwordHash = await hasher.hash(judged.value);
  return database.transaction(async (tx) => {
    const changed = await replacePassword(tx, user.id, checked.value.passwordHash, passwordHash);
    if (!changed) return refuse(wrongCurrentPassword());
    await endSessions(services, tx, otherSessionsOf(user.id, person.sessionId), 'password_reset');
    return ok(changed);
  });
};
