export * from './contract.ts';
export { createPubSub, type PubSubDriver } from './create-pubsub.ts';
export { type ResumableOptions, resumable } from './resumable.ts';
