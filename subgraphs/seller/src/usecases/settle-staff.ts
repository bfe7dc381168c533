import { GrantShopRoleDocument, RevokeShopRoleDocument } from '../generated/identity-client.ts';
import type { Services } from '../services.ts';
import { deleteStaff, lockStaff, setGrantedRole, unsettledStaff } from '../store/staff.ts';

const batch = 100;

/**
 * Tells identity what a staff row says: the role to grant, or to take back from whoever is leaving. The row stays
 * locked while identity answers, so the last word identity hears is the one that is noted. Repeating it does no harm.
 */
export const settleStaff = ({ database, internal }: Services, staffId: string): Promise<void> =>
  database.transaction(async (tx) => {
    const row = await lockStaff(tx, staffId);
    if (!row) return;
    const { userId, shopId, role } = row;
    if (row.leaving) {
      await internal.call('identity', RevokeShopRoleDocument, { input: { userId, shopId } });
      await deleteStaff(tx, staffId);
    } else if (row.grantedRole !== role) {
      await internal.call('identity', GrantShopRoleDocument, { input: { userId, shopId, role } });
      await setGrantedRole(tx, staffId, role);
    }
  });

/**
 * The same right after a change. Should identity be away, the change stands and the sweep carries it over later; the
 * answer shows `effective: false` meanwhile.
 */
export const settleStaffSoon = async (services: Services, staffId: string): Promise<void> => {
  try {
    await settleStaff(services, staffId);
  } catch (error) {
    services.log.error(
      { err: error, staffId },
      'Identity could not be told about a change of staff; the sweep tries again',
    );
  }
};

/** Settles what is still unsettled, up to a batch; the rest waits for the next round. */
export const settleAllStaff = async (services: Services, signal: AbortSignal): Promise<void> => {
  for (const { id } of await unsettledStaff(services.database.orm, batch)) {
    if (signal.aborted) return;
    await settleStaffSoon(services, id);
  }
};
