export * from './away.ts';
export * from './connect.ts';
export { migrate } from './migrate.ts';
export { compiled, type Parameter, statement } from './statement.ts';
