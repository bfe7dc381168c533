export * from './definition.ts';
export * from './request-context.ts';
