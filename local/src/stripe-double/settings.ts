import { z } from 'zod';

/** What a test may tune while the double runs. Not kept across a restart. */
export const settingsSchema = z.strictObject({
  /** Stripe's share of a captured charge: basis points and a fixed part in the minor unit. */
  feeBasisPoints: z.int().min(0).max(10_000),
  feeFixedMinor: z.int().min(0),
  /** How long captured money stays `pending` before transfers and payouts may use it. */
  settlementDelaySeconds: z.int().min(0),
  /** Time until a payout is `paid` by itself; null leaves it to the control API. */
  payoutDelayMs: z.int().min(0).nullable(),
  /** Time until a test card's pending refund succeeds, or its failing refund fails. */
  refundDelayMs: z.int().min(0),
  /** Webhook back-off: first wait, doubled after each failure up to the longest, for so many attempts in all. */
  webhookRetryInitialMs: z.int().min(1),
  webhookRetryMaxMs: z.int().min(1),
  webhookMaxAttempts: z.int().min(1),
  webhookTimeoutMs: z.int().min(1),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Stripe's usual US card price, and delays short enough for a demo that is watched. */
export function defaultSettings(): Settings {
  return {
    feeBasisPoints: 290,
    feeFixedMinor: 30,
    settlementDelaySeconds: 0,
    payoutDelayMs: 200,
    refundDelayMs: 200,
    webhookRetryInitialMs: 500,
    webhookRetryMaxMs: 30_000,
    webhookMaxAttempts: 60,
    webhookTimeoutMs: 10_000,
  };
}
