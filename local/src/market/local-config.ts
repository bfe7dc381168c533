import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@vitrina/platform/config';
import { z } from 'zod';

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Not 0: others are told the port before anybody listens there. */
const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

const environment = z.object({
  VITRINA_DATA_HOME: z.string().optional().describe('folder for everything the local market keeps'),
  VITRINA_POSTGRES_URL: z
    .url()
    .optional()
    .describe('postgres://user:password@host:port of a server to use instead of the embedded one'),
  VITRINA_REDIS_URL: z.url().optional().describe('redis://host:port for queue and pub/sub of the distributed market'),
  VITRINA_GATEWAY_PORT: port(4_000).describe('a TCP port'),
  VITRINA_GATEWAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(8)
    .default(1)
    .describe('how many gateways start:distributed runs, 1 to 8, on VITRINA_GATEWAY_PORT and the ports after it'),
  VITRINA_STRIPE_DOUBLE_PORT: port(4_010).describe('a TCP port'),
  VITRINA_PHONE_PORT: port(4_011).describe('a TCP port'),
  VITRINA_SMTP_PORT: port(4_025).describe('a TCP port'),
  VITRINA_MAIL_WEB_PORT: port(4_026).describe('a TCP port'),
  VITRINA_DISTRIBUTED_BASE_PORT: port(4_100).describe('first of the TCP ports of the processes of start:distributed'),
  VITRINA_SEED: z
    .enum(['demo', 'accounts', 'none'])
    .default('demo')
    .describe('demo (goods and accounts), accounts, or none'),
  VITRINA_SEED_PRODUCTS: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('how many goods the demo gets; all real ones when unset'),
  VITRINA_STRIPE_KEY: z.string().optional().describe('a Stripe test key; without it the local double is used'),
  VITRINA_STRIPE_WEBHOOK_SECRET: z.string().optional().describe('signing secret of the webhook endpoint at Stripe'),
  VITRINA_SMTP_URL: z.url().optional().describe('smtp://host:port of a mail server to use instead of the local one'),
});

/** What the local market was told. */
export type LocalConfig = z.output<typeof environment> & { readonly dataHome: string };

/** Reads the environment of `npm start`. */
export const readLocalConfig = (env: Readonly<Record<string, string | undefined>> = process.env): LocalConfig => {
  const values = readConfig(environment, env);
  const home = values.VITRINA_DATA_HOME ?? '.vitrina';
  return { ...values, dataHome: isAbsolute(home) ? home : resolve(projectRoot, home) };
};
