import type { SubgraphHost } from '@vitrina/platform/subgraph';
import { metaFor, type SubgraphCall, type SubgraphResult, type SubgraphTransport, signalOf } from './call.ts';

const toRequest = async (call: SubgraphCall) => ({
  query: call.query,
  variables: call.variables,
  operationName: call.operationName,
  token: await call.context.token(),
  // Built from the caller's facts alone: subgraphs in one process share nothing else of the gateway's request.
  meta: metaFor(call.subgraph, call.context.meta),
  signal: signalOf(call),
  traceparent: call.context.traceparent,
});

/** Calls a subgraph that lives in this process, with the same signed token it would get over the wire. */
export const inProcessTransport = (host: SubgraphHost): SubgraphTransport => ({
  execute: async (call) => (await host.execute(await toRequest(call))) as SubgraphResult,
  subscribe: async (call) =>
    (await host.subscribe(await toRequest(call))) as AsyncIterableIterator<SubgraphResult> | SubgraphResult,
  ready: () => Promise.resolve(true),
  close: () => Promise.resolve(),
});
