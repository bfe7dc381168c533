export { staticSupergraph, supergraphFile } from './composition/supergraph-source.ts';
export { type GatewayConfig, gatewayEnvironment, readGatewayConfig } from './config/gateway-config.ts';
export { buildExplorer } from './explorer/build-explorer.ts';
export type { DemoAccount } from './explorer/serve-explorer.ts';
export { type PublicRoute, proxiedRoute } from './http/public-routes.ts';
export { readRegistry } from './persisted/registry.ts';
export { type GatewayDeps, type RunningGateway, startGateway } from './start-gateway.ts';
