export * from './away.ts';
export * from './connect.ts';
export { describeFailure } from './describe-failure.ts';
export { migrate } from './migrate.ts';
export { rowJson, rowsJson } from './rows.ts';
export { compiled, type Parameter, statement } from './statement.ts';
