import { forgetFailuresAfterHours } from '../domain/budgets.ts';
import type { Services } from '../services.ts';
import { deleteRequestsExpiredBefore } from '../store/email-requests.ts';
import { deleteSessionsEndedBefore } from '../store/sessions.ts';
import { forgetAttemptsBefore } from '../store/sign-in-attempts.ts';

const hourMs = 3_600_000;
const keepEndedSessionsMs = 30 * 24 * hourMs;
const keepRequestsMs = 7 * 24 * hourMs;

/** Deletes what is over: sessions a month after their end, mail requests a week after theirs, forgotten failures. */
export const forgetWhatIsOver = async ({ database, clock }: Pick<Services, 'database' | 'clock'>): Promise<void> => {
  const now = clock.now().getTime();
  await deleteSessionsEndedBefore(database.orm, new Date(now - keepEndedSessionsMs));
  await deleteRequestsExpiredBefore(database.orm, new Date(now - keepRequestsMs));
  await forgetAttemptsBefore(database, new Date(now - forgetFailuresAfterHours * hourMs));
};
