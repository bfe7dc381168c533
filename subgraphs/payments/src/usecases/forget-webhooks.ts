import type { Services } from '../services.ts';
import { forgetWebhooks } from '../store/webhook-inbox.ts';

/** The provider repeats an event for days and shows it for thirty; one that comes later still is looked at like a new one. */
const keptMs = 45 * 86_400_000;
const batch = 5_000;

/** Forgets events that were dealt with long ago: each purchase leaves several. */
export const forgetOldWebhooks = async ({ database, clock }: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(clock.now().getTime() - keptMs);
  while (!signal.aborted && (await forgetWebhooks(database, before, batch)) === batch);
};
