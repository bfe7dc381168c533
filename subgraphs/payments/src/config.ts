import { z } from 'zod';

/** Environment variables of payments. Without a Stripe key, only cash on delivery is offered. */
export const config = z
  .object({
    VITRINA_STRIPE_KEY: z
      .string()
      .regex(/^(sk|rk)_/)
      .optional()
      .describe('secret or restricted key of the Stripe account, sk_… or rk_…'),
    VITRINA_STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_/)
      .optional()
      .describe('signing secret of the Stripe webhook endpoint /webhooks/stripe, whsec_…'),
    VITRINA_STRIPE_API_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("address of Stripe's API when it is not Stripe's own, e.g. http://127.0.0.1:12111"),
    VITRINA_STRIPE_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .max(80_000)
      .default(8_000)
      .describe('milliseconds to wait for an answer of Stripe before its outcome counts as unknown, 100 to 80000'),
    VITRINA_COMMISSION_TAX_BASIS_POINTS: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000)
      .default(0)
      .describe('tax on the commission in hundredths of a percent, 0 to 10000'),
  })
  .refine((given) => given.VITRINA_STRIPE_KEY === undefined || given.VITRINA_STRIPE_WEBHOOK_SECRET !== undefined, {
    path: ['VITRINA_STRIPE_WEBHOOK_SECRET'],
    message: 'is needed together with VITRINA_STRIPE_KEY, or webhooks would go unheard',
  });

export type Config = z.output<typeof config>;
