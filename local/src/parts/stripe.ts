import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '@vitrina/platform/logging';
import type { LocalConfig } from '../market/local-config.ts';
import { startStripeDouble } from '../stripe-double/index.ts';
import { keptOnce } from './kept.ts';

export interface StripePart {
  /** Variables that let the payments context speak to it. */
  readonly env: Readonly<Record<string, string>>;
  /** The double's address; absent when the real Stripe is used. */
  readonly url: string | undefined;
  stop(): Promise<void>;
}

/** A signing secret that survives restarts, because the double's books keep the endpoint it belongs to. */
const keptSecret = (dataHome: string): Promise<string> =>
  keptOnce(join(dataHome, 'stripe.secret'), () => `whsec_${randomBytes(24).toString('base64url')}`);

/** Stripe itself when a key is configured, otherwise the local double with durable books. */
export const openStripe = async (config: LocalConfig, gatewayUrl: string): Promise<StripePart> => {
  if (config.VITRINA_STRIPE_KEY) {
    return {
      env: {
        VITRINA_STRIPE_KEY: config.VITRINA_STRIPE_KEY,
        VITRINA_STRIPE_WEBHOOK_SECRET: config.VITRINA_STRIPE_WEBHOOK_SECRET ?? '',
      },
      url: undefined,
      stop: async () => {},
    };
  }
  const dataDir = join(config.dataHome, 'stripe');
  await mkdir(dataDir, { recursive: true });
  const secret = await keptSecret(config.dataHome);
  const log = createLogger('stripe-double');
  const double = await startStripeDouble({
    port: config.VITRINA_STRIPE_DOUBLE_PORT,
    dataDir,
    webhook: { url: `${gatewayUrl}/webhooks/stripe`, secret },
    log: (message) => log.warn({}, message),
  });
  return {
    env: {
      VITRINA_STRIPE_KEY: 'sk_test_local',
      VITRINA_STRIPE_WEBHOOK_SECRET: secret,
      VITRINA_STRIPE_API_URL: double.url,
    },
    url: double.url,
    stop: () => double.close(),
  };
};
