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
