import { z } from 'zod';
import { channelVariables } from './clients/channels/config.ts';

/** Stands in outside production only, so that links and codes made by one process are read by another. */
const developmentSecret = 'only-for-development-and-tests-0123456789';

/** The bus keeps events for seven days; a run that is gone sooner could be begun again by an event that comes again. */
const shortestLogDays = 8;

/** Variables of this context. */
export const config = z
  .object({
    ...channelVariables,
    NODE_ENV: z.string().optional().describe('production refuses the secret made up for development'),
    VITRINA_NOTIFICATIONS_SECRET: z
      .string()
      .min(32)
      .default(developmentSecret)
      .describe('signs unsubscribe links and phone codes: at least 32 random characters, the same in all processes'),
    VITRINA_TELEGRAM_BOT: z
      .string()
      .regex(/^(\w{5,32})?$/)
      .optional()
      .describe('name of the Telegram bot without @; without it no chats can be linked'),
    NOTIFICATIONS_LOG_DAYS: z.coerce
      .number()
      .int()
      .min(shortestLogDays)
      .default(90)
      .describe('days after which runs, steps, tries and receipts are removed; dead letters and suppressions stay'),
    NOTIFICATIONS_IN_APP_DAYS: z.coerce
      .number()
      .int()
      .min(1)
      .default(365)
      .describe("days after which messages leave people's lists in the app, read or not"),
    VITRINA_GATEWAY_URL: z.url().default('http://127.0.0.1:4000').describe('public address of the gateway, for links'),
  })
  .refine((given) => given.NODE_ENV !== 'production' || given.VITRINA_NOTIFICATIONS_SECRET !== developmentSecret, {
    path: ['VITRINA_NOTIFICATIONS_SECRET'],
    message: 'is required in production',
  });
export type Config = z.output<typeof config>;
