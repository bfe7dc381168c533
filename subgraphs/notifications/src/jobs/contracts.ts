import { defineJob } from '@vitrina/platform/jobs';
import { z } from 'zod';

/** Sends one e-mail. Rows decide whether it is due; the job only says that it may be. */
export const deliverEmail = defineJob({
  name: 'notifications.deliver-email',
  data: z.object({ deliveryId: z.string() }),
  attempts: 1,
  concurrency: 4,
});
