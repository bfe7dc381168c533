export * from './boot-context.ts';
export * from './infrastructure.ts';
export { processConfig } from './process-config.ts';
export { registerRoutes } from './routes.ts';
export { runSubgraph, runWorker } from './run-subgraph.ts';
export { encodeMeta, type ServeOptions, serveSubgraph } from './serve-subgraph.ts';
export { textFrames } from './text-frames.ts';
export * from './transport.ts';
