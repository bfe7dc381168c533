import type { Sweep } from '@vitrina/platform/jobs';
import { dueDeliveries } from '../queries/deliveries.ts';
import type { Services } from '../services.ts';
import { deliverEmail } from './contracts.ts';

const batch = 500;

/** Finds mail whose next try is due, or whose job was lost. */
export const dueDeliveriesSweep: Sweep<Services> = {
  name: 'due-deliveries',
  everySeconds: 5,
  run: async ({ services }) => {
    for (const deliveryId of await dueDeliveries(services, batch)) {
      await services.jobs.enqueue(deliverEmail, { deliveryId }, { dedupeKey: deliveryId });
    }
  },
};
