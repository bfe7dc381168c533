import { AppError } from '@vitrina/platform/errors';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { lastAdmin, userNotFound } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import {
  grantMarketRole,
  holdersOf,
  lockMarketRoles,
  putShopRole,
  removeMarketRole,
  removeShopRole,
} from '../store/roles.ts';
import { type UserRow, userById } from '../store/users.ts';

export type MarketRole = 'ADMIN' | 'SUPPORT';

/** Gives a person a market-wide role; giving it again changes nothing. */
export const grantRole = async (
  { database, clock, log }: Services,
  userId: string,
  role: MarketRole,
  grantedBy: string,
): Promise<Result<UserRow, Refusal>> => {
  const user = await userById(database.orm, userId);
  if (!user) return refuse(userNotFound());
  await grantMarketRole(database.orm, { userId, role, grantedBy, now: clock.now() });
  log.info({ userId, role, grantedBy }, 'A market-wide role was granted');
  return ok(user);
};

/** Takes a market-wide role from a person. The market is never left without an admin, also when two go at once. */
export const revokeRole = (
  { database, log }: Services,
  userId: string,
  role: MarketRole,
  revokedBy: string,
): Promise<Result<UserRow, Refusal>> =>
  database.transaction(async (tx) => {
    await lockMarketRoles(tx);
    const user = await userById(tx, userId);
    if (!user) return refuse(userNotFound());
    const holders = await holdersOf(tx, role);
    if (role === 'ADMIN' && holders.length === 1 && holders[0]?.userId === userId) return refuse(lastAdmin());
    await removeMarketRole(tx, userId, role);
    log.info({ userId, role, revokedBy }, 'A market-wide role was revoked');
    return ok(user);
  });

export interface ShopRoleChange {
  readonly userId: string;
  readonly shopId: string;
}

/** Gives a role in a shop on the seller context's word; the shop's rules are its business. */
export const grantShopRole = async (
  { database, clock }: Services,
  { userId, shopId, role }: ShopRoleChange & { readonly role: string },
): Promise<void> => {
  if (!(await userById(database.orm, userId)))
    throw new AppError('NOT_FOUND', 'There is no such person.', { field: ['input', 'userId'] });
  await putShopRole(database.orm, shopId, { userId, role, grantedBy: 'seller', now: clock.now() });
};

/** Takes a person's role in a shop; nothing happens when there is none. */
export const revokeShopRole = ({ database }: Services, { userId, shopId }: ShopRoleChange): Promise<void> =>
  removeShopRole(database.orm, userId, shopId);
