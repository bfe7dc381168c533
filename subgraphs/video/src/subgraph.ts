import { defineSubgraph } from '@vitrina/platform/subgraph';
import { config } from './config.ts';
import { decideModeratedVideo } from './events/moderation-decided.consumer.ts';
import { checkTools } from './jobs/check-tools.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { sweeps } from './jobs/sweeps.ts';
import { liveIngest } from './live/ingest.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Videos of shops: upload, renditions, pictures, captions, product tags, playback. */
export const video = defineSubgraph({
  name: 'video',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers,
  migrations: new URL('../migrations/', import.meta.url),
  config,
  services: (runtime, settings) => createServices(runtime, settings),
  jobs: jobHandlers,
  consumers: [decideModeratedVideo],
  sweeps,
  background: [checkTools, liveIngest],
});
