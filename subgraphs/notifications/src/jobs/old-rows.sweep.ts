import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { forgetOld } from '../usecases/forget-old.ts';

/** Keeps the log and people's lists from growing for ever. */
export const oldRowsSweep: Sweep<Services> = {
  name: 'old-rows',
  everySeconds: 3_600,
  run: async ({ services, signal, log }) => {
    const forgotten = await forgetOld(services, signal);
    if (Object.values(forgotten).some((count) => count > 0)) log.info(forgotten, 'Old notifications were removed.');
  },
};
