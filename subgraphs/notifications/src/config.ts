import { z } from 'zod';

/** Variables of this context. */
export const config = z.object({
  VITRINA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .default('smtp://127.0.0.1:4025')
    .describe('smtp://user:password@host:port of the mail relay'),
  VITRINA_MAIL_FROM: z.string().default('Vitrina <no-reply@vitrina.example>').describe('sender of every message'),
});
export type Config = z.output<typeof config>;
