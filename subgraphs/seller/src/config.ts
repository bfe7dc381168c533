import { z } from 'zod';

/** Environment of this context. */
export const sellerConfig = z.object({
  VITRINA_COMMISSION_BASIS_POINTS: z.coerce
    .number()
    .int()
    .min(0)
    .max(5_000)
    .default(1_000)
    .describe("the market's share of each sale in basis points, 0 to 5000; 1000 is 10 %"),
});

export type SellerConfig = z.output<typeof sellerConfig>;
