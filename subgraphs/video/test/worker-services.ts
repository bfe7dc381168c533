import { systemClock } from '@vitrina/platform/clock';
import { readConfig } from '@vitrina/platform/config';
import type { Database } from '@vitrina/platform/database';
import { createEventPublisher } from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { objectsConfig, openObjects } from '@vitrina/platform/objects';
import { createPubSub } from '@vitrina/platform/pubsub';
import { createRateLimiter } from '@vitrina/platform/rate-limit';
import { createRecent } from '@vitrina/platform/recent';
import { createUploads } from '@vitrina/platform/uploads';
import { createBroadcaster } from '../src/clients/ffmpeg/live.ts';
import { config } from '../src/config.ts';
import { createServices, type Services } from '../src/services.ts';

/** Length of live segments in tests: whoever waits for some of them waits less than for those of a real show. */
export const testSegmentSeconds = 1;

/** The services of a process that shares a database and a store with others, with the real tools and the real time. */
export const workerServices = async (database: Database, objectsDir: string, scratch: string): Promise<Services> => {
  const opened = await openObjects(objectsConfig.parse({ VITRINA_OBJECTS_DIR: objectsDir }), systemClock);
  const services = createServices(
    {
      context: 'video',
      database,
      events: createEventPublisher('video', systemClock),
      jobs: { enqueue: async () => {}, enqueueSequence: async () => {} },
      pubsub: createPubSub({ kind: 'process' }),
      internal: { call: async () => Promise.reject(new Error('Nobody is called here.')) },
      rateLimiter: createRateLimiter({ kind: 'memory' }),
      recent: createRecent({ kind: 'process' }),
      objects: opened.store,
      uploads: createUploads({
        database,
        objects: opened.store,
        secret: opened.uploadSecret,
        gatewayUrl: opened.gatewayUrl,
        clock: systemClock,
      }),
      clock: systemClock,
      log: silentLogger,
    },
    readConfig(config, { ...process.env, VITRINA_VIDEO_SCRATCH: scratch }),
  );
  return { ...services, broadcaster: () => createBroadcaster({}, testSegmentSeconds) };
};
