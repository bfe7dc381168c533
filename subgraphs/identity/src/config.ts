import { z } from 'zod';

const days = (fallback: number) => z.coerce.number().int().min(1).max(3_650).default(fallback);

/** Environment of this context. */
export const identityConfig = z
  .object({
    NODE_ENV: z.string().optional().describe('"production" makes the key secret required'),
    VITRINA_IDENTITY_KEY_SECRET: z
      .string()
      .min(32)
      .optional()
      .describe(
        'at least 32 random characters that seal the private signing keys in the database; required in production',
      ),
    VITRINA_IDENTITY_KEY_ROTATION_DAYS: days(30).describe('days after which a new key signs access tokens, 1 to 3650'),
    VITRINA_SESSION_IDLE_DAYS: days(30).describe('days without a refresh after which a session ends, 1 to 3650'),
    VITRINA_SESSION_ABSOLUTE_DAYS: days(180).describe(
      'days after sign-in at which a session ends in any case, 1 to 3650',
    ),
    VITRINA_WEB_URL: z
      .url()
      .default('http://127.0.0.1:4000')
      .describe('where mailed links lead, e.g. https://shop.example'),
    VITRINA_BOOTSTRAP_ADMIN_EMAIL: z
      .email()
      .optional()
      .describe('address of the first admin; used only while there is none'),
    VITRINA_BOOTSTRAP_ADMIN_PASSWORD: z
      .string()
      .min(8)
      .max(128)
      .optional()
      .describe('password of the first admin, 8 to 128 characters'),
    VITRINA_AUTH_BUDGET_FACTOR: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000)
      .default(1)
      .describe('multiplies the sign-in, sign-up and link budgets, for load tests from one address; 1 to 1000'),
    VITRINA_PASSWORD_HASH_CONCURRENCY: z.coerce
      .number()
      .int()
      .min(1)
      .max(64)
      .default(2)
      .describe('password hashes computed at the same time, each on one core; the rest wait'),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV === 'production' && !env.VITRINA_IDENTITY_KEY_SECRET) {
      context.addIssue({ code: 'custom', path: ['VITRINA_IDENTITY_KEY_SECRET'], message: 'is required in production' });
    }
    if (Boolean(env.VITRINA_BOOTSTRAP_ADMIN_EMAIL) !== Boolean(env.VITRINA_BOOTSTRAP_ADMIN_PASSWORD)) {
      context.addIssue({
        code: 'custom',
        path: ['VITRINA_BOOTSTRAP_ADMIN_PASSWORD'],
        message: 'comes together with VITRINA_BOOTSTRAP_ADMIN_EMAIL or not at all',
      });
    }
  });

export type IdentityConfig = z.output<typeof identityConfig>;
