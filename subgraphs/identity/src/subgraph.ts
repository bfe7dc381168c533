import { defineSubgraph } from '@vitrina/platform/subgraph';
import { identityConfig } from './config.ts';
import { sweeps } from './jobs/sweeps.ts';
import { jwksRoute } from './jwks-route.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';
import { bootstrapAdmin } from './usecases/bootstrap-admin.ts';

/** People, sessions, roles and saved addresses. */
export const identity = defineSubgraph({
  name: 'identity',
  schema: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations/', import.meta.url),
  config: identityConfig,
  resolvers,
  sweeps,
  routes: [jwksRoute],
  services: async (runtime, config) => {
    const services = createServices(runtime, config);
    await bootstrapAdmin(services);
    await services.decoyHash();
    return services;
  },
});
