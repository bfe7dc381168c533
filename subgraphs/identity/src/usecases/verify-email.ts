import { networkOf } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { budgets } from '../domain/budgets.ts';
import { alreadyVerified, linkNotValid, userNotFound } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { closeRequests } from '../store/email-requests.ts';
import { markVerified, type UserRow, userById } from '../store/users.ts';
import { findByToken, requestLink } from './email-links.ts';
import { spend } from './spend.ts';

/** Asks for a fresh link to prove the person's address. */
export const requestEmailVerification = async (services: Services, userId: string): Promise<Result<true, Refusal>> => {
  const user = await userById(services.database.orm, userId);
  if (!user) return refuse(userNotFound());
  if (user.emailVerifiedAt) return refuse(alreadyVerified());
  const tooMany = await spend(services, [budgets.verificationPerPerson, userId]);
  if (tooMany) return refuse(tooMany);
  await services.database.transaction((tx) => requestLink(services, tx, 'VERIFY_EMAIL', user.email, user));
  return ok(true);
};

/** Proves an address by the secret out of the mailed link; each link works once. */
export const verifyEmail = async (
  services: Services,
  token: string,
  meta: RequestMeta,
): Promise<Result<true, Refusal>> => {
  const tooMany = await spend(services, [budgets.linkPerNetwork, networkOf(meta.ip)]);
  if (tooMany) return refuse(tooMany);
  return services.database.transaction(async (tx) => {
    const request = await findByToken(services, tx, 'VERIFY_EMAIL', token);
    if (!request) return refuse(linkNotValid());
    const now = services.clock.now();
    await markVerified(tx, request.userId, now);
    await closeRequests(tx, request.userId, 'VERIFY_EMAIL', now);
    return ok(true);
  });
};

/** Marks an address as proved on an admin's word. */
export const confirmUserEmail = async (services: Services, userId: string): Promise<Result<UserRow, Refusal>> => {
  const { database, clock, log } = services;
  await markVerified(database.orm, userId, clock.now());
  const user = await userById(database.orm, userId);
  if (!user) return refuse(userNotFound());
  log.info({ userId }, 'An admin marked an address as proved');
  return ok(user);
};
