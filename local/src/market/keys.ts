import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gatewayIssuer, generateSigningKey } from '@vitrina/platform/auth';
import { keptOnce } from '../parts/kept.ts';

/** One signing key per issuer (the gateway and each context), and the public set everybody verifies against. */
export const generateKeys = async (contexts: readonly string[]) => {
  const issuers = [gatewayIssuer, ...contexts.map((name) => `service:${name}`)];
  const pairs = await Promise.all(issuers.map(async (issuer) => [issuer, await generateSigningKey(issuer)] as const));
  return {
    privateKeys: new Map(pairs.map(([issuer, { privateJwk }]) => [issuer, privateJwk])),
    jwks: { keys: pairs.map(([, { publicJwk }]) => publicJwk) },
  };
};

export type Keys = Awaited<ReturnType<typeof generateKeys>>;

/**
 * The secret of the object store: made once per data home, because addresses and upload tokens that it signed outlive
 * a restart, unlike the keys above.
 */
export const objectsSecret = (dataHome: string): Promise<string> =>
  keptOnce(join(dataHome, 'objects-secret'), () => randomBytes(32).toString('base64url'));
