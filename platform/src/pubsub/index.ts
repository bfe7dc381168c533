export * from './contract.ts';
export { createPubSub, type PubSubDriver } from './create-pubsub.ts';
export { type Changed, createLookout, type Known, type Lookout, type LookoutOptions } from './lookout.ts';
export { type ResumableBell, type ResumableOptions, resumable } from './resumable.ts';
