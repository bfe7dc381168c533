import { z } from 'zod';

/** Environment variables of orders. */
export const config = z.object({
  ORDERS_CHECKOUT_WAIT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(3_000)
    .describe('milliseconds a checkout waits for its outcome before it answers PROCESSING, 0 to 10000'),
});
