import { defineSubgraph } from '@vitrina/platform/subgraph';
import { config } from './config.ts';
import { decideModeratedMessage } from './events/moderation-decided.consumer.ts';
import { deleteDiscardedObjects, renderAttachmentHandler, wakeDueAttachments } from './jobs/render-attachment.job.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Conversations of buyers and shops. */
export const messaging = defineSubgraph({
  name: 'messaging',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers,
  migrations: new URL('../migrations/', import.meta.url),
  config,
  services: createServices,
  consumers: [decideModeratedMessage],
  jobs: [renderAttachmentHandler],
  sweeps: [wakeDueAttachments, deleteDiscardedObjects],
});
