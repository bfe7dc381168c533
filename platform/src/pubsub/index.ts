export * from './contract.ts';
export { createPubSub, type PubSubDriver } from './create-pubsub.ts';
