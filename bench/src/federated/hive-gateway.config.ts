import { defineConfig } from '@graphql-hive/gateway';

/**
 * The peer's configuration: everything that costs time and is not asked for is off, just-in-time execution is on. Our
 * subgraphs accept a signed caller only, so its two headers are handed on; the bench sends them with each request.
 */
export const gatewayConfig = defineConfig({
  supergraph: process.env['BENCH_SUPERGRAPH'] ?? '',
  host: '127.0.0.1',
  port: Number(process.env['BENCH_PORT']),
  logging: 'error',
  jit: process.env['BENCH_JIT'] !== 'false',
  graphiql: false,
  landingPage: false,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization') ?? '',
      'x-vitrina-meta': request.headers.get('x-vitrina-meta') ?? '',
    }),
  },
});
