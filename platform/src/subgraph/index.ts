export * from './definition.ts';
export * from './errors.ts';
export * from './host.ts';
export * from './request-context.ts';
export { satisfies } from './schema.ts';
export * from './subgraph-request.ts';
