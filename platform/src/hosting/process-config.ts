import type { JWK } from 'jose';
import { z } from 'zod';
import { infrastructureConfig } from './infrastructure.ts';

const json = <T>(expected: string) =>
  z
    .string()
    .transform((text, context): T => {
      try {
        return JSON.parse(text) as T;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .describe(expected);

/** Addresses of the subgraphs, `name=url` separated by commas. */
const addresses = z
  .string()
  .transform((text, context) => {
    const pairs = text.split(',').map((pair): [string, string] => {
      const [name = '', ...url] = pair.trim().split('=');
      return [name, url.join('=')];
    });
    for (const [name, url] of pairs) {
      if (!name || !URL.canParse(url))
        context.addIssue({ code: 'custom', message: `"${name}=${url}" is not name=url` });
    }
    return new Map(pairs);
  })
  .describe('addresses of the subgraphs, e.g. "catalog=http://catalog:4000,orders=http://orders:4000"');

/** Variables of every process that is not the whole market. */
export const processConfig = infrastructureConfig.extend({
  VITRINA_HOST: z.string().default('0.0.0.0').describe('address to listen on'),
  VITRINA_PORT: z.coerce.number().int().min(0).max(65_535).default(4_000).describe('a TCP port'),
  VITRINA_SIGNING_KEY: json<JWK>(
    'the private JWK this process signs with (ES256); its "kid" is "gateway" or "service:<context>"',
  ),
  VITRINA_JWKS: json<{ keys: JWK[] }>('the public JWKs of all issuers, as one JSON Web Key Set'),
  VITRINA_SUBGRAPHS: addresses,
  VITRINA_OTLP_URL: z.url().optional().describe('where to send OpenTelemetry traces; none are sent without it'),
});
