export * from './boot-context.ts';
export * from './infrastructure.ts';
export { registerRoutes } from './routes.ts';
export { encodeMeta, serveSubgraph, type ServeOptions } from './serve-subgraph.ts';
export * from './transport.ts';
