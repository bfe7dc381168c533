import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { settleAllStaff } from '../usecases/settle-staff.ts';

/** Tells identity what it could not be told when staff changed. */
const settleStaff: Sweep<Services> = {
  name: 'settle-staff',
  everySeconds: 15,
  run: ({ services, signal }) => settleAllStaff(services, signal),
};

export const sweeps = [settleStaff];
