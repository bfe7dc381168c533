import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { outOfRange, shopNotFound, versionConflict } from '../domain/refusals.ts';
import { readShopFields, type ShopFields } from '../domain/shop-form.ts';
import type { Services } from '../services.ts';
import { lockShop, putCommission, type ShopRow, updateShopAt } from '../store/shops.ts';
import { announce } from './announce.ts';

const maxCommission = 5_000;

/** Changes a shop's data and settings, if it is still at the version the change was made against. */
export const updateShop = async (
  services: Services,
  shopId: string,
  expectedVersion: number,
  fields: ShopFields,
): Promise<Result<ShopRow, Refusal>> => {
  const change = readShopFields(fields);
  if (!change.ok) return change;
  return services.database.transaction(async (tx) => {
    const shop = await lockShop(tx, shopId);
    if (!shop) return refuse(shopNotFound());
    const changed = await updateShopAt(tx, shopId, expectedVersion, change.value);
    if (!changed) return refuse(versionConflict(shop.version));
    await announce(services, tx, 'updated', changed);
    return ok(changed);
  });
};

/** Closes or reopens a shop; one that is as asked for already stays untouched. */
export const setStatus = (
  services: Services,
  shopId: string,
  status: ShopRow['status'],
): Promise<Result<ShopRow, Refusal>> =>
  services.database.transaction(async (tx) => {
    const shop = await lockShop(tx, shopId);
    if (!shop) return refuse(shopNotFound());
    if (shop.status === status) return ok(shop);
    const changed = (await updateShopAt(tx, shopId, shop.version, { status })) ?? shop;
    await announce(services, tx, 'updated', changed);
    return ok(changed);
  });

/** Sets a shop's own commission, or gives it back the market's. */
export const setCommission = async (
  { database, log }: Services,
  shopId: string,
  basisPoints: number | null,
  setBy: string,
): Promise<Result<ShopRow, Refusal>> => {
  if (basisPoints !== null && (basisPoints < 0 || basisPoints > maxCommission))
    return refuse(outOfRange(['commissionBasisPoints'], 0, maxCommission));
  const shop = await putCommission(database.orm, shopId, basisPoints);
  if (!shop) return refuse(shopNotFound());
  log.info({ shopId, basisPoints, setBy }, 'A shop’s commission was set');
  return ok(shop);
};
