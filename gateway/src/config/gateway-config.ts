import { readConfig } from '@vitrina/platform/config';
import { z } from 'zod';
import { type SocketLimits, socketEnvironment, socketLimitsOf } from '../subscriptions/socket-limits.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const whole = (minimum: number, maximum: number, fallback: number) =>
  z.coerce.number().int().min(minimum).max(maximum).default(fallback);
const audience = z.enum(['admins', 'everyone']);
const demoAccount = z.object({ label: z.string(), email: z.string(), password: z.string() });
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const demoAccounts = z
  .string()
  .default('[]')
  .transform((text, context) => {
    const parsed = z.array(demoAccount).safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'is not a list of accounts' });
    return z.NEVER;
  });

/** Environment variables of the gateway, with what each expects. */
export const gatewayEnvironment = z.object({
  NODE_ENV: z.string().default('development').describe('production, or anything else for development'),
  VITRINA_GATEWAY_HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  VITRINA_GATEWAY_PORT: whole(0, 65_535, 4_000).describe('a TCP port, 0 for any free one'),
  VITRINA_FREE_FORM_QUERIES: audience
    .optional()
    .describe('admins or everyone: who may send documents that are not registered'),
  VITRINA_INTROSPECTION: audience.optional().describe('admins or everyone: who may ask for the schema'),
  VITRINA_DEMO_ACCOUNTS: demoAccounts.describe(
    'JSON list of { label, email, password } the explorer offers; ignored in production',
  ),
  VITRINA_ALLOWED_ORIGINS: list.describe('web origins that may call from a browser, separated by commas'),
  VITRINA_TRUST_PROXY: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true when a proxy in front sets X-Forwarded-For'),
  VITRINA_MAX_BODY_BYTES: whole(1_024, 64 * 1_048_576, 1_048_576).describe('largest request body in bytes'),
  VITRINA_MAX_COST: whole(1, 10_000_000, 10_000).describe('most objects one operation may touch'),
  VITRINA_RATE_POINTS_PER_MINUTE: whole(1, 1_000_000_000, 600_000).describe('objects one caller may touch in a minute'),
  VITRINA_SUBGRAPH_TIMEOUT_MS: whole(100, 120_000, 10_000).describe('patience with one sub-request in milliseconds'),
  VITRINA_SUBGRAPH_CONNECTIONS: whole(1, 1_000, 32).describe('kept-alive connections per subgraph'),
  ...socketEnvironment,
});

/** What one gateway process was told. */
export interface GatewayConfig extends SocketLimits {
  readonly production: boolean;
  /** Accounts the explorer offers to sign in with; none in production. */
  readonly demoAccounts: readonly z.infer<typeof demoAccount>[];
  readonly host: string;
  readonly port: number;
  readonly freeForm: 'admins' | 'everyone';
  readonly introspection: 'admins' | 'everyone';
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: boolean;
  readonly maxBodyBytes: number;
  readonly maxCost: number;
  readonly pointsPerMinute: number;
  readonly subgraphTimeoutMs: number;
  readonly subgraphConnections: number;
}

/** Reads the gateway's configuration; in development everything is open, in production only what was said to be. */
export const readGatewayConfig = (env: Readonly<Record<string, string | undefined>> = process.env): GatewayConfig => {
  const values = readConfig(gatewayEnvironment, env);
  const production = values.NODE_ENV === 'production';
  const open = production ? 'admins' : 'everyone';
  return {
    production,
    demoAccounts: production ? [] : values.VITRINA_DEMO_ACCOUNTS,
    host: values.VITRINA_GATEWAY_HOST,
    port: values.VITRINA_GATEWAY_PORT,
    freeForm: values.VITRINA_FREE_FORM_QUERIES ?? open,
    introspection: values.VITRINA_INTROSPECTION ?? open,
    allowedOrigins: values.VITRINA_ALLOWED_ORIGINS,
    trustProxy: values.VITRINA_TRUST_PROXY === 'true',
    maxBodyBytes: values.VITRINA_MAX_BODY_BYTES,
    maxCost: values.VITRINA_MAX_COST,
    pointsPerMinute: values.VITRINA_RATE_POINTS_PER_MINUTE,
    subgraphTimeoutMs: values.VITRINA_SUBGRAPH_TIMEOUT_MS,
    subgraphConnections: values.VITRINA_SUBGRAPH_CONNECTIONS,
    ...socketLimitsOf(values),
  };
};
