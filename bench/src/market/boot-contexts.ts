import { createTokenSigner, createTokenVerifier, gatewayIssuer, type TokenSigner } from '@vitrina/platform/auth';
import {
  bootContext,
  type Infrastructure,
  infrastructureConfig,
  inProcessTransport,
  openInfrastructure,
  type RunningContext,
} from '@vitrina/platform/hosting';
import type { SubgraphHost } from '@vitrina/platform/subgraph';
import { contexts } from '../../../local/src/market/contexts.ts';
import { generateKeys } from '../../../local/src/market/keys.ts';

/** Some contexts in this process, without gateway and, unless started, without workers. */
export interface BootedContexts {
  readonly running: ReadonlyMap<string, RunningContext>;
  readonly infrastructure: Infrastructure;
  /** Signs as one issuer: `gateway`, or `service:<context>` for internal operations. */
  signerOf(issuer: string): Promise<TokenSigner>;
  stop(): Promise<void>;
}

/** Boots the named contexts over the databases of a Postgres server. */
export const bootContexts = async (
  postgresUrl: string,
  names: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<BootedContexts> => {
  const keys = await generateKeys(contexts.map(({ name }) => name));
  const verifier = createTokenVerifier(keys.jwks);
  const infrastructure = await openInfrastructure({
    config: infrastructureConfig.parse({ VITRINA_POSTGRES_URL: postgresUrl }),
    process: 'bench',
    alone: true,
  });
  const signerOf = (issuer: string): Promise<TokenSigner> => {
    const key = keys.privateKeys.get(issuer);
    if (!key) throw new Error(`Nobody is called ${issuer}; it is "${gatewayIssuer}" or "service:<context>".`);
    return createTokenSigner(key);
  };
  const hosts = new Map<string, SubgraphHost>();
  const transport = inProcessTransport(hosts);
  const running = new Map<string, RunningContext>();
  for (const definition of contexts.filter(({ name }) => names.includes(name))) {
    const signer = await signerOf(`service:${definition.name}`);
    const context = await bootContext({ definition, infrastructure, signer, verifier, transport, env });
    hosts.set(definition.name, context.host);
    running.set(definition.name, context);
  }
  return {
    running,
    infrastructure,
    signerOf,
    stop: async () => {
      for (const context of [...running.values()].reverse()) await context.stop();
      await infrastructure.close();
    },
  };
};
