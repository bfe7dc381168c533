export * from './bus/contract.ts';
export { createPostgresBus, migrateBus, type PostgresBusOptions } from './bus/postgres-bus.ts';
export { gathering } from './consumer/gathering.ts';
export type { ConsumerSettings } from './consumer/settings.ts';
export * from './contract.ts';
export { drained, type RunningEvents } from './drained.ts';
export { createEventPublisher } from './outbox.ts';
export { type StartEventsOptions, startEvents } from './start-events.ts';
export { createLocalWake, createPubSubWake, localWake, type Wake, type WakeKind } from './wake.ts';
