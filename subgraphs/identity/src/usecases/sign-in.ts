import { invariant } from '@vitrina/platform/errors';
import { networkOf } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { budgets } from '../domain/budgets.ts';
import { normaliseEmail } from '../domain/email.ts';
import { maxPasswordLength, passwordForm } from '../domain/password-policy.ts';
import { invalidCredentials, tooManyAttempts } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { isKnownDevice } from '../store/sessions.ts';
import { attemptKey, clearAttempts, giveBackAttempt, takeAttempt } from '../store/sign-in-attempts.ts';
import { type Credentials, credentialsByEmail, holdsPassword, userById } from '../store/users.ts';
import { agentOf, type Granted, grant, openSession } from './open-session.ts';
import { spend } from './spend.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly deviceName: string | null | undefined;
}

/**
 * Checks a password against an account, known or not: the same look-ups, one hash verification and one answer in
 * either case. Gives the person's id with the hash that was checked, or the refusal. Budgets and delays come before hashing, the expensive part.
 */
export const checkPassword = async (
  services: Services,
  rawEmail: string,
  rawPassword: string,
  meta: RequestMeta,
): Promise<Result<Credentials, Refusal>> => {
  const { database, hasher, clock } = services;
  const email = normaliseEmail(rawEmail) ?? rawEmail.trim().toLowerCase();
  const found = await credentialsByEmail(database.orm, email);
  const known = await isKnownDevice(database.orm, found?.id ?? '', meta.ip, agentOf(meta));
  const key = attemptKey({ email, knownDevice: known ? `${meta.ip}\n${agentOf(meta)}` : undefined });
  const attempt = await takeAttempt(database, key, clock.now());
  if ('waitSeconds' in attempt) return refuse(tooManyAttempts(attempt.waitSeconds));
  // Longer ones were never accepted; what is cut off here cannot have been part of a password.
  const password = passwordForm(rawPassword.slice(0, maxPasswordLength * 4));
  const fits = await hasher
    .verify(found?.passwordHash ?? (await services.decoyHash()), password)
    .catch(async (error: unknown) => {
      // Too many people are signing in just now: that is nobody's wrong password.
      await giveBackAttempt(database, key, attempt.failures, clock.now());
      throw error;
    });
  if (!fits || !found) return refuse(invalidCredentials());
  await clearAttempts(database, key);
  return ok(found);
};

/** Signs a person in with address and password. */
export const signIn = async (
  services: Services,
  input: SignIn,
  meta: RequestMeta,
): Promise<Result<Granted, Refusal>> => {
  const network = networkOf(meta.ip);
  const tooMany = await spend(
    services,
    [budgets.signInPerNetwork, network],
    [budgets.signInPerNetworkAndHour, network],
  );
  if (tooMany) return refuse(tooMany);
  const checked = await checkPassword(services, input.email, input.password, meta);
  if (!checked.ok) return checked;
  const { id, passwordHash } = checked.value;
  const user = await userById(services.database.orm, id);
  invariant(user, 'A person vanished between the check of the password and the session.');
  const session = await services.database.transaction(async (tx) =>
    (await holdsPassword(tx, id, passwordHash)) ? openSession(services, tx, id, meta, input.deviceName) : undefined,
  );
  return session ? ok(await grant(services, user, session)) : refuse(invalidCredentials());
};
