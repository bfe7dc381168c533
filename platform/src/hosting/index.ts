export * from './boot-context.ts';
export * from './infrastructure.ts';
export { registerRoutes } from './routes.ts';
export { encodeMeta, type ServeOptions, serveSubgraph } from './serve-subgraph.ts';
export * from './transport.ts';
