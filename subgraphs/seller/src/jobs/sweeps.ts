import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { unsettledStaff } from '../store/staff.ts';
import { settleStaffSoon } from '../usecases/settle-staff.ts';

const batch = 100;

/** Tells identity what it could not be told when staff changed. */
const settleAllStaff: Sweep<Services> = {
  name: 'settle-staff',
  everySeconds: 15,
  run: async ({ services, signal }) => {
    for (const { id } of await unsettledStaff(services.database.orm, batch)) {
      if (signal.aborted) return;
      await settleStaffSoon(services, id);
    }
  },
};

export const sweeps = [settleAllStaff];
