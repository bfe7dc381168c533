export * from './away.ts';
export * from './connect.ts';
export { migrate } from './migrate.ts';
