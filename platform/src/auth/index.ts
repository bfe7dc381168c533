export * from './actor.ts';
export * from './internal-token.ts';
