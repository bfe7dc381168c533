import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { AppError } from '../errors/index.ts';
import type { InternalTransport } from '../internal/index.ts';
import type { SubgraphHost } from '../subgraph/index.ts';
import { encodeMeta } from './serve-subgraph.ts';

/** Calls between contexts of one process. Hosts are looked up late, because contexts that boot together call each other. */
export const inProcessTransport = (hosts: ReadonlyMap<string, SubgraphHost>): InternalTransport => ({
  execute: async (context, request) => {
    const host = hosts.get(context);
    if (!host) throw new AppError('UNAVAILABLE', `The context "${context}" is not running.`);
    // Through JSON, so that a caller sees the same values as over HTTP.
    return JSON.parse(JSON.stringify(await host.execute(request))) as ExecutionResult;
  },
});

/** Calls between processes: one keep-alive pool per callee. */
export const httpTransport = (urls: ReadonlyMap<string, string>): InternalTransport & { close(): Promise<void> } => {
  const pools = new Map<string, Pool>();
  const poolOf = (context: string): Pool => {
    const url = urls.get(context);
    if (!url) throw new AppError('UNAVAILABLE', `VITRINA_SUBGRAPHS names no address for "${context}".`);
    const known = pools.get(context) ?? new Pool(url, { connections: 16, keepAliveTimeout: 60_000 });
    pools.set(context, known);
    return known;
  };
  return {
    execute: async (context, { query, variables, token, meta, signal }) => {
      const { body } = await poolOf(context).request({
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-vitrina-meta': encodeMeta(meta),
        },
        body: JSON.stringify({ query, variables }),
        signal,
      });
      return (await body.json()) as ExecutionResult;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
};
