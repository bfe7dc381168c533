import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShutdownStep } from '@vitrina/platform/process';
import { lockDataHome } from '../parts/lock.ts';
import { openMail } from '../parts/mail.ts';
import { openPhone } from '../parts/phone.ts';
import { assertPortsFree } from '../parts/ports.ts';
import { openPostgres } from '../parts/postgres.ts';
import { assertRoom } from '../parts/room.ts';
import { openStripe } from '../parts/stripe.ts';
import { objectsSecret } from './keys.ts';
import type { LocalConfig } from './local-config.ts';
import { type Addresses, bootstrapEnv, explorerAccounts } from './say.ts';
import { stopAll } from './stop-all.ts';

export interface Parts {
  readonly addresses: Addresses;
  /** Administration URL of the Postgres server. */
  readonly postgres: string;
  /** Variables for the processes of the market. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves once those that may come last (mail) are up too. */
  readonly ready: Promise<void>;
  /** In the order to stop them, after the market itself. */
  readonly steps: readonly ShutdownStep[];
}

export interface PartsOptions {
  /** Ports to check beside those of the parts, by the variable that moves them. */
  readonly ports?: Readonly<Record<string, number>> | undefined;
  /** Called once nothing speaks against the start, while the parts are still opening. */
  readonly accepted?: (() => void) | undefined;
}

/** Starts what stands around the market: database, mail server, Stripe double, phone. What was started is stopped when a later part fails. */
export const openParts = async (
  config: LocalConfig,
  tell: (step: string) => void,
  { ports = {}, accepted }: PartsOptions = {},
): Promise<Parts> => {
  const steps: ShutdownStep[] = [];
  const keep = <T>(name: string, part: T & { stop(): Promise<void> }): T => {
    steps.unshift({ name, stop: () => part.stop() });
    return part;
  };
  const gateway = `http://127.0.0.1:${config.VITRINA_GATEWAY_PORT}`;
  try {
    const lock = await lockDataHome(config.dataHome);
    steps.unshift({ name: 'lock', stop: () => lock.release() });
    await assertPortsFree({
      VITRINA_GATEWAY_PORT: config.VITRINA_GATEWAY_PORT,
      ...(config.VITRINA_SMTP_URL
        ? {}
        : { VITRINA_SMTP_PORT: config.VITRINA_SMTP_PORT, VITRINA_MAIL_WEB_PORT: config.VITRINA_MAIL_WEB_PORT }),
      ...(config.VITRINA_STRIPE_KEY ? {} : { VITRINA_STRIPE_DOUBLE_PORT: config.VITRINA_STRIPE_DOUBLE_PORT }),
      VITRINA_PHONE_PORT: config.VITRINA_PHONE_PORT,
      ...ports,
    });
    await assertRoom(config);
    const mail = keep('mail', openMail(config));
    const opening = [
      openPostgres(config).then((part) => keep('Postgres', part)),
      openStripe(config, gateway).then((part) => keep('Stripe double', part)),
      openPhone(config, gateway).then((part) => keep('phone double', part)),
    ] as const;
    accepted?.();
    const up = opening[0].then(() => mail.ready).then(() => tell('Postgres and mail are up'));
    up.catch(() => undefined);
    // All have to come to their end before a failure of one stops what the others have started.
    await Promise.allSettled(opening);
    const [postgres, stripe, phone] = await Promise.all(opening);
    const addresses = { gateway, mail: mail.webUrl, phone: phone.url, stripe: stripe.url };
    await writeFile(join(config.dataHome, 'market.json'), JSON.stringify({ ...addresses, postgres: postgres.url }), {
      mode: 0o600,
    });
    return {
      addresses,
      postgres: postgres.url,
      ready: up,
      steps,
      env: {
        ...phone.env,
        ...process.env,
        ...stripe.env,
        ...bootstrapEnv,
        VITRINA_POSTGRES_URL: postgres.url,
        VITRINA_SMTP_URL: mail.smtpUrl,
        // The gateway serves the pages that mailed links lead to, unless a storefront of its own does.
        VITRINA_WEB_URL: process.env['VITRINA_WEB_URL'] ?? gateway,
        VITRINA_GATEWAY_URL: gateway,
        VITRINA_OBJECTS_DIR: process.env['VITRINA_OBJECTS_DIR'] ?? join(config.dataHome, 'objects'),
        VITRINA_OBJECTS_SECRET: process.env['VITRINA_OBJECTS_SECRET'] ?? (await objectsSecret(config.dataHome)),
        VITRINA_GATEWAY_PORT: String(config.VITRINA_GATEWAY_PORT),
        VITRINA_DEMO_ACCOUNTS: JSON.stringify(explorerAccounts),
        APOLLO_TELEMETRY_DISABLED: '1',
      },
    };
  } catch (error) {
    // Why the start failed is what has to be heard.
    await stopAll(steps).catch(({ message }: Error) => tell(message));
    throw error;
  }
};
