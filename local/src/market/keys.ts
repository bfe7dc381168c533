import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatewayIssuer, generateSigningKey } from '@vitrina/platform/auth';

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
export const objectsSecret = async (dataHome: string): Promise<string> => {
  const path = join(dataHome, 'objects-secret');
  const secret = randomBytes(32).toString('base64url');
  // Whoever writes first decides; everybody reads what stands there.
  await writeFile(path, secret, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(path, 'utf8');
};
