import { metricsText } from '@vitrina/platform/observability';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';
import type { SubgraphFetch } from '../execution/subgraph-client.ts';

/** What the gateway counts. */
export interface GatewayMetrics {
  fetched(fetch: SubgraphFetch): void;
  /** Reads live counts whenever the metrics are asked for. */
  observe(counts: () => LiveCounts): void;
}

/** What is open right now. */
export interface LiveCounts {
  readonly sockets: number;
  /** Subscriptions of clients. */
  readonly readers: number;
  /** Subscriptions open on subgraphs. */
  readonly upstreams: number;
}

/** Registers the gateway's metrics; names of operations are not labels, ad-hoc ones would be without number. */
export const createMetrics = (registry: Registry): GatewayMetrics => {
  const registers = [registry];
  const fetches = new Histogram({
    name: 'vitrina_gateway_subgraph_seconds',
    help: 'Sub-requests by subgraph.',
    labelNames: ['subgraph', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  return {
    fetched: ({ subgraph, failed, milliseconds }) =>
      fetches.observe({ subgraph, outcome: failed ? 'failed' : 'answered' }, milliseconds / 1_000),
    observe: (counts) => {
      const gauge = (name: string, help: string, read: (live: LiveCounts) => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read(counts()));
          },
        });
      gauge('vitrina_gateway_subscriptions', 'Subscriptions of clients.', ({ readers }) => readers);
      gauge('vitrina_gateway_sockets', 'Open WebSockets.', ({ sockets }) => sockets);
      gauge(
        'vitrina_gateway_upstream_subscriptions',
        'Subscriptions open on subgraphs; equal ones of one viewer share one.',
        ({ upstreams }) => upstreams,
      );
    },
  };
};

/** Serves the gateway's and the process's metrics in Prometheus' text format. */
export const registerMetrics = (app: FastifyInstance, registry: Registry): void => {
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metricsText();
    return reply.type(contentType).send(`${body}${await registry.metrics()}`);
  });
};
