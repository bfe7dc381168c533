import { defineJob } from '@vitrina/platform/jobs';
import { z } from 'zod';

/** Carries the open provider calls of one payment out. */
export const resolvePayment = defineJob({
  name: 'payments.resolve-payment',
  data: z.object({ paymentId: z.string() }),
  attempts: 3,
  concurrency: 4,
});
