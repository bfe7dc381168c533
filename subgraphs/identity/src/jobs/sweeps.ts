import type { Sweep } from '@vitrina/platform/jobs';
import { forgetFailuresAfterHours } from '../domain/budgets.ts';
import type { Services } from '../services.ts';
import { deleteRequestsExpiredBefore } from '../store/email-requests.ts';
import { deleteSessionsEndedBefore } from '../store/sessions.ts';
import { forgetAttemptsBefore } from '../store/sign-in-attempts.ts';

const hourMs = 3_600_000;
const keepEndedSessionsMs = 30 * 24 * hourMs;
const keepRequestsMs = 7 * 24 * hourMs;

/** Lets a new key sign access tokens when the current one has signed long enough. */
const rotateSigningKeys: Sweep<Services> = {
  name: 'rotate-signing-keys',
  everySeconds: 3_600,
  run: async ({ services, log }) => {
    if (await services.keys.rotate())
      log.info({ kid: (await services.keys.current()).kid }, 'A new key signs access tokens');
  },
};

/** Deletes what is over: sessions a month after their end, mail requests, forgotten failures. */
const forgetWhatIsOver: Sweep<Services> = {
  name: 'forget-what-is-over',
  everySeconds: 3_600,
  run: async ({ services: { database, clock } }) => {
    const now = clock.now().getTime();
    await deleteSessionsEndedBefore(database.orm, new Date(now - keepEndedSessionsMs));
    await deleteRequestsExpiredBefore(database.orm, new Date(now - keepRequestsMs));
    await forgetAttemptsBefore(database, new Date(now - forgetFailuresAfterHours * hourMs));
  },
};

export const sweeps = [rotateSigningKeys, forgetWhatIsOver];
