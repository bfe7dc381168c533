import { FlowProducer, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobEnvelope, QueueBackend } from './bull.ts';

/**
 * Jobs in Redis under the key prefix `prefix`. One connection adds jobs and fails soon when Redis is away, so a request
 * does not hang on it; one serves all workers and waits for Redis to come back; BullMQ adds one blocking connection per
 * worker.
 */
export const redisBackend = (url: string, prefix: string): QueueBackend => {
  const connections = new Map<'add' | 'work', Redis>();
  const connect = (use: 'add' | 'work', onError: (error: Error) => void): Redis => {
    const known = connections.get(use);
    if (known) return known;
    const client = new Redis(url, {
      maxRetriesPerRequest: use === 'work' ? null : 2,
      connectTimeout: 10_000,
      connectionName: `vitrina-jobs-${use}:${prefix}`,
      retryStrategy: (times) => Math.min(times * 100, 3000),
    });
    client.setMaxListeners(0);
    client.on('error', onError);
    connections.set(use, client);
    return client;
  };

  return {
    kind: 'redis',
    openQueue: (name, onError) => {
      const queue = new Queue<JobEnvelope, void>(name, { connection: connect('add', onError), prefix });
      queue.on('error', onError);
      return queue;
    },
    openFlows: (onError) => {
      const flows = new FlowProducer({ connection: connect('add', onError), prefix });
      flows.on('error', onError);
      return flows;
    },
    openWorker: (name, process, tuning, onError) => {
      const worker = new Worker<JobEnvelope, void>(name, process, {
        ...tuning,
        connection: connect('work', onError),
        prefix,
      });
      worker.on('error', onError);
      return worker;
    },
    close: async () => {
      const open = [...connections.values()];
      connections.clear();
      await Promise.all(open.map((client) => client.quit().catch(() => client.disconnect())));
    },
  };
};
