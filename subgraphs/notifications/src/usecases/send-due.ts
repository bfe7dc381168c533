import { claimSeconds, inSeconds } from '../domain/retry.ts';
import type { Services } from '../services.ts';
import { claimDue } from '../store/deliveries.ts';
import { sendDeliveries } from './send-deliveries.ts';

/** As many as the mailer has connections: what a killed worker leaves unsettled is sent again. */
const atOnce = 4;

/** Sends what is due until nothing is, some at a time; stops in between when asked to. */
export const sendDue = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  while (!signal.aborted) {
    const now = clock.now();
    const claimed = await claimDue(database.orm, { now, until: inSeconds(now, claimSeconds), limit: atOnce });
    if (claimed.length === 0) return;
    await sendDeliveries(services, claimed);
    if (claimed.length < atOnce) return;
  }
};
