import { newId } from '@vitrina/platform/ids';
import type { RateLimit } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { ShopRole } from '../domain/capabilities.ts';
import {
  alreadyOnStaff,
  lastOwner,
  personNotFound,
  shopNotFound,
  staffNotFound,
  tooManyRequests,
  tooManyStaff,
} from '../domain/refusals.ts';
import { UserByEmailDocument } from '../generated/identity-client.ts';
import type { Services } from '../services.ts';
import { lockShop } from '../store/shops.ts';
import { markLeaving, putStaff, type StaffRow, setStaffRole, staffById, staffOfShops } from '../store/staff.ts';
import { settleStaffSoon } from './settle-staff.ts';

const maxStaff = 200;
/** Adding by address tells whether somebody has an account; this is how often. */
const lookupsPerPerson: RateLimit = { name: 'seller.add-staff', points: 60, windowSeconds: 3_600 };

const isLastOwner = (staff: readonly StaffRow[], member: StaffRow): boolean =>
  member.role === 'OWNER' && staff.filter((candidate) => candidate.role === 'OWNER').length === 1;

/** Reads the row as it is after identity was (or was not) told. */
const settled = async (services: Services, row: StaffRow): Promise<StaffRow> => {
  await settleStaffSoon(services, row.id);
  return (await staffById(services.database.orm, row.id)) ?? row;
};

/** Adds a person with an account to the staff. */
export const addStaff = async (
  services: Services,
  actorId: string,
  shopId: string,
  email: string,
  role: ShopRole,
): Promise<Result<StaffRow, Refusal>> => {
  const { database, internal, rateLimiter, clock } = services;
  const spent = await rateLimiter.consume(lookupsPerPerson, actorId);
  if (!spent.allowed) return refuse(tooManyRequests(spent.retryAfterSeconds));
  const { userByEmail: person } = await internal.call('identity', UserByEmailDocument, { email });
  if (!person) return refuse(personNotFound());
  const added = await database.transaction(async (tx): Promise<Result<StaffRow, Refusal>> => {
    if (!(await lockShop(tx, shopId))) return refuse(shopNotFound());
    if ((await staffOfShops(tx, [shopId])).length >= maxStaff) return refuse(tooManyStaff(maxStaff));
    const row = await putStaff(tx, {
      id: newId('stf'),
      shopId,
      userId: person.userId,
      email: person.email,
      role,
      createdAt: clock.now(),
    });
    return row ? ok(row) : refuse(alreadyOnStaff());
  });
  return added.ok ? ok(await settled(services, added.value)) : added;
};

/** Changes the role of somebody on the staff; the shop keeps an owner, also when two step down at once. */
export const changeRole = async (
  services: Services,
  shopId: string,
  staffId: string,
  role: ShopRole,
): Promise<Result<StaffRow, Refusal>> => {
  const changed = await services.database.transaction(async (tx): Promise<Result<StaffRow, Refusal>> => {
    if (!(await lockShop(tx, shopId))) return refuse(shopNotFound());
    const staff = await staffOfShops(tx, [shopId]);
    const member = staff.find((candidate) => candidate.id === staffId);
    if (!member) return refuse(staffNotFound());
    if (role !== 'OWNER' && isLastOwner(staff, member)) return refuse(lastOwner());
    return ok((await setStaffRole(tx, staffId, role)) ?? member);
  });
  return changed.ok ? ok(await settled(services, changed.value)) : changed;
};

/** Takes somebody off the staff. The row goes once identity has taken the role back. */
export const removeStaff = async (
  services: Services,
  shopId: string,
  staffId: string,
): Promise<Result<string, Refusal>> => {
  const removed = await services.database.transaction(async (tx): Promise<Result<string, Refusal>> => {
    if (!(await lockShop(tx, shopId))) return refuse(shopNotFound());
    const staff = await staffOfShops(tx, [shopId]);
    const member = staff.find((candidate) => candidate.id === staffId);
    if (!member) return refuse(staffNotFound());
    if (isLastOwner(staff, member)) return refuse(lastOwner());
    await markLeaving(tx, staffId);
    return ok(staffId);
  });
  if (removed.ok) await settleStaffSoon(services, staffId);
  return removed;
};
