import { handleJob } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { sendDelivery } from '../usecases/send-delivery.ts';
import { deliverEmail } from './contracts.ts';

export const deliverEmailJob = handleJob<Services, typeof deliverEmail.data>(
  deliverEmail,
  ({ deliveryId }, { services }) => sendDelivery(services, deliveryId),
);
