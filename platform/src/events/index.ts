export * from './bus/contract.ts';
export * from './contract.ts';
export { createEventPublisher } from './outbox.ts';
export { type Wake, type WakeKind, createLocalWake, createPubSubWake, localWake } from './wake.ts';
