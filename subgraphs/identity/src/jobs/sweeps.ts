import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { forgetWhatIsOver } from '../usecases/forget-what-is-over.ts';

/** Lets a new key sign access tokens when the current one has signed long enough. */
const rotateSigningKeys: Sweep<Services> = {
  name: 'rotate-signing-keys',
  everySeconds: 3_600,
  run: async ({ services, log }) => {
    if (await services.keys.rotate())
      log.info({ kid: (await services.keys.current()).kid }, 'A new key signs access tokens');
  },
};

/** Keeps tables from growing with what nobody can use any more. */
const cleanUp: Sweep<Services> = {
  name: 'forget-what-is-over',
  everySeconds: 3_600,
  run: ({ services }) => forgetWhatIsOver(services),
};

export const sweeps = [rotateSigningKeys, cleanUp];
