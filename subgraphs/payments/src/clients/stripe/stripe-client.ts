import Stripe from 'stripe';

export interface StripeSettings {
  readonly key: string;
  /** Where Stripe's API answers; its own address when left out. */
  readonly apiUrl?: string | undefined;
  readonly timeoutMs: number;
}

/**
 * The official SDK, told not to repeat requests: what became of a lost answer is found out by asking (ADR 0009). Only
 * where a connection is closed on it does it try once more all the same, under the same idempotency key.
 */
export const createStripeClient = ({ key, apiUrl, timeoutMs }: StripeSettings): Stripe => {
  const address = apiUrl === undefined ? undefined : new URL(apiUrl);
  return new Stripe(key, {
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...(address && {
      host: address.hostname,
      port: address.port || (address.protocol === 'https:' ? 443 : 80),
      protocol: address.protocol === 'https:' ? 'https' : 'http',
    }),
  });
};
