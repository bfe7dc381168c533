import { continueTrace } from '@vitrina/platform/observability';
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
});

/** Calls a subgraph that lives in this process, with the same signed token it would get over the wire. */
export const inProcessTransport = (host: SubgraphHost): SubgraphTransport => ({
  execute: async (call) => {
    const request = await toRequest(call);
    // What the context stores of the trace (outbox rows, jobs, log lines) is read from the active span.
    return (await continueTrace(call.context.traceparent, () => host.execute(request))) as SubgraphResult;
  },
  subscribe: async (call) =>
    (await host.subscribe(await toRequest(call))) as AsyncIterableIterator<SubgraphResult> | SubgraphResult,
  ready: () => Promise.resolve(true),
  close: () => Promise.resolve(),
});
