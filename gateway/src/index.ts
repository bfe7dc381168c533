export { staticSupergraph, supergraphFile } from './composition/supergraph-source.ts';
export { type GatewayConfig, gatewayEnvironment, readGatewayConfig } from './config/gateway-config.ts';
export { type PublicRoute, proxiedRoute } from './http/public-routes.ts';
export { readRegistry } from './persisted/registry.ts';
export { type GatewayDeps, type RunningGateway, startGateway } from './start-gateway.ts';
