import { createECDH, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLogger } from '@vitrina/platform/logging';
import { z } from 'zod';
import type { LocalConfig } from '../market/local-config.ts';
import { startPhoneDouble } from '../phone-double/index.ts';
import { keptOnce } from './kept.ts';

export interface PhonePart {
  /** Variables that let notifications send to it; what the environment sets already is the operator's own provider. */
  readonly env: Readonly<Record<string, string>>;
  /** The inbox of push, SMS and Telegram. */
  readonly url: string;
  stop(): Promise<void>;
}

const keys = z.object({
  vapidPublicKey: z.string(),
  vapidPrivateKey: z.string(),
  smsToken: z.string(),
  telegramToken: z.string(),
  telegramSecret: z.string(),
  mailEventsSecret: z.string(),
});

const makeKeys = (): z.output<typeof keys> => {
  const pair = createECDH('prime256v1');
  const vapidPublicKey = pair.generateKeys('base64url');
  const secret = (): string => randomBytes(24).toString('base64url');
  return {
    vapidPublicKey,
    vapidPrivateKey: pair.getPrivateKey('base64url'),
    smsToken: secret(),
    telegramToken: `1:${secret()}`,
    telegramSecret: secret(),
    mailEventsSecret: secret(),
  };
};

/** Made once per data home: browsers subscribe under the VAPID key, and their subscriptions outlive a restart. */
const keptKeys = async (dataHome: string): Promise<z.output<typeof keys>> =>
  keys.parse(JSON.parse(await keptOnce(join(dataHome, 'phone-keys.json'), () => JSON.stringify(makeKeys()))));

/** The phone that stands in for push services, an SMS provider and Telegram. */
export const openPhone = async (config: LocalConfig, gateway: string): Promise<PhonePart> => {
  const made = await keptKeys(config.dataHome);
  const log = createLogger('phone-double');
  const double = await startPhoneDouble({
    port: config.VITRINA_PHONE_PORT,
    file: join(config.dataHome, 'phone.json'),
    log: (message) => log.warn({}, message),
    sms: { account: 'ACvitrina', token: made.smsToken },
    telegram: {
      token: made.telegramToken,
      webhook: { url: `${gateway}/webhooks/telegram`, secret: made.telegramSecret },
    },
  });
  return {
    url: double.url,
    env: {
      VITRINA_VAPID_PUBLIC_KEY: made.vapidPublicKey,
      VITRINA_VAPID_PRIVATE_KEY: made.vapidPrivateKey,
      VITRINA_PUSH_HOSTS: new URL(double.url).host,
      VITRINA_SMS_URL: double.url,
      VITRINA_SMS_ACCOUNT: 'ACvitrina',
      VITRINA_SMS_TOKEN: made.smsToken,
      VITRINA_SMS_FROM: 'Vitrina',
      VITRINA_SMS_CALLBACK_URL: `${gateway}/webhooks/sms`,
      VITRINA_SMS_DEDUPLICATES: 'true',
      VITRINA_TELEGRAM_TOKEN: made.telegramToken,
      VITRINA_TELEGRAM_URL: double.url,
      VITRINA_TELEGRAM_BOT: 'vitrina_bot',
      VITRINA_TELEGRAM_LINK_URL: `${double.url}/t.me`,
      VITRINA_TELEGRAM_WEBHOOK_SECRET: made.telegramSecret,
      VITRINA_MAIL_EVENTS_SECRET: made.mailEventsSecret,
    },
    stop: () => double.close(),
  };
};
