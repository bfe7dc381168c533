import type { Sweep } from '@vitrina/platform/jobs';
import { dueDeliveries } from '../queries/deliveries.ts';
import type { Services } from '../services.ts';
import { sendDueEmails, wake } from './contracts.ts';

/** Finds mail whose next try is due, or whose wake was lost. */
export const dueDeliveriesSweep: Sweep<Services> = {
  name: 'due-deliveries',
  everySeconds: 5,
  run: async ({ services }) => {
    const [first] = await dueDeliveries(services, 1);
    if (first) await services.jobs.enqueue(sendDueEmails, {}, wake);
  },
};
