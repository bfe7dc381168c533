import { z } from 'zod';

/** A variable that was left empty is as good as absent: compose files pass empty ones on. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Variables of the ways out. A channel without its credentials does not exist. */
export const channelVariables = {
  VITRINA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .default('smtp://127.0.0.1:4025')
    .describe('smtp://user:password@host:port of the mail relay'),
  VITRINA_MAIL_FROM: z.string().default('Vitrina <no-reply@vitrina.example>').describe('sender of every message'),
  VITRINA_DKIM_KEY: optional(z.string()).describe('PEM of a private key that signs mails; absent when the relay signs'),
  VITRINA_DKIM_DOMAIN: optional(z.string()).describe('domain the DKIM key belongs to'),
  VITRINA_DKIM_SELECTOR: z.string().default('vitrina').describe('DKIM selector of the key'),
  VITRINA_VAPID_PUBLIC_KEY: optional(z.string()).describe('VAPID public key, base64url; without it there is no push'),
  VITRINA_VAPID_PRIVATE_KEY: optional(z.string()).describe('VAPID private key, base64url'),
  VITRINA_VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:\/\/)/)
    .default('mailto:push@vitrina.example')
    .describe('mailto: or https: address where push services reach the operator'),
  VITRINA_PUSH_HOSTS: list.describe('hosts (host or host:port, by commas) of push services beside the known ones'),
  VITRINA_SMS_URL: optional(z.url()).describe('origin of the SMS provider; without it there is no SMS'),
  VITRINA_SMS_ACCOUNT: optional(z.string()).describe('account id at the SMS provider'),
  VITRINA_SMS_TOKEN: optional(z.string()).describe('secret of the account; signs its webhooks too'),
  VITRINA_SMS_FROM: optional(z.string()).describe('number or name that messages come from'),
  VITRINA_SMS_CALLBACK_URL: optional(z.url()).describe('public address of /webhooks/sms, for delivery receipts'),
  VITRINA_SMS_DEDUPLICATES: z
    .stringbool()
    .default(false)
    .describe('true when the provider drops repeats by Idempotency-Key'),
  VITRINA_TELEGRAM_TOKEN: optional(z.string()).describe('token of the bot; without it there is no Telegram'),
  VITRINA_TELEGRAM_URL: z.url().default('https://api.telegram.org').describe('origin of the Bot API'),
  VITRINA_TELEGRAM_WEBHOOK_SECRET: optional(z.string()).describe('secret_token given to setWebhook'),
  VITRINA_TELEGRAM_LINK_URL: z
    .url()
    .default('https://t.me')
    .describe('address that opens the bot when its name is appended'),
  VITRINA_MAIL_EVENTS_SECRET: optional(z.string().min(16)).describe(
    'signs /webhooks/mail-events; without it bounces and complaints are not taken',
  ),
} as const;

const schema = z.object(channelVariables);
export type ChannelConfig = z.output<typeof schema>;

/** Reads the variables of the ways out alone, as tests and benches do. */
export const readChannelConfig = (env: Readonly<Record<string, string | undefined>>): ChannelConfig =>
  schema.parse(env);
