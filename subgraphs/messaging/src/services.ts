import type { Runtime } from '@vitrina/platform/subgraph';
import type { MessagingConfig } from './config.ts';
import type { Ports } from './ports.ts';
import { createSender, type Sender } from './usecases/send-batch.ts';

/** Everything a resolver, job or consumer of messaging has. */
export interface Services extends Ports {
  /** Writes messages, those of all requests together. */
  readonly sender: Sender;
}

/** Builds the services of one process. */
export const createServices = (runtime: Runtime, config: MessagingConfig): Services => {
  const { database, events, pubsub, clock, log, jobs, internal, rateLimiter, objects, uploads } = runtime;
  const ports: Ports = { database, events, pubsub, clock, log, jobs, internal, rateLimiter, objects, uploads, config };
  return { ...ports, sender: createSender(ports) };
};
