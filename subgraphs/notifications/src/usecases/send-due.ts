import { dueDeliveries } from '../queries/deliveries.ts';
import type { Services } from '../services.ts';
import { sendDelivery } from './send-delivery.ts';

const batch = 100;
/** As many as the mailer has connections. */
const atOnce = 4;

/** Sends what is due until nothing is, some at a time; stops between mails when asked to. */
export const sendDue = async (services: Services, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const due = await dueDeliveries(services, batch);
    if (due.length === 0) return;
    const sender = async (): Promise<void> => {
      for (let id = due.shift(); id !== undefined && !signal.aborted; id = due.shift())
        await sendDelivery(services, id);
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
  }
};
