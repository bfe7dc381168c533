import { EventEmitter, setMaxListeners } from 'node:events';
import { PostgresConnection, PostgresQueueBackend, Queue, Worker } from 'bullmq';
import type { JobEnvelope, QueueBackend } from './bull.ts';

/** Connections of the query pool; one more listens for wakes. */
const poolSize = 4;

/**
 * BullMQ gives every worker a listening connection of its own, which a process with dozens of jobs cannot afford. Its
 * listening client is made for one user, so this one lifts the limit on listeners: all workers share it.
 */
class SharedConnection extends PostgresConnection {
  override async getListenClient() {
    const client = await super.getListenClient();
    if (client instanceof EventEmitter) setMaxListeners(0, client);
    return client;
  }
}

/**
 * Jobs in a PostgreSQL database of their own (schema `prefix`), for all queues of the process over at most
 * {@link poolSize} + 1 connections, opened at first use. The schema is migrated by BullMQ under an advisory lock.
 */
export const postgresBackend = (url: string, prefix: string): QueueBackend => {
  let connection: SharedConnection | undefined;
  const listening = new Set<PostgresQueueBackend>();

  // When the listening connection is lost, BullMQ rebuilds it but tells only a back end that owns it. Ours share it,
  // so each is told here: end the wait that nothing can wake any more, and listen again on the new connection.
  const listenAgain = (): void => {
    for (const backend of listening) {
      void backend.disconnectBlocking().then(() => backend.reconnectBlocking());
    }
  };

  const shared = (): SharedConnection => {
    if (!connection) {
      connection = new SharedConnection({
        connectionString: url,
        schema: prefix,
        migrate: true,
        max: poolSize,
        idleTimeoutMillis: 30_000,
        connectionTimeoutMillis: 10_000,
        application_name: 'vitrina-jobs',
      });
      setMaxListeners(0, connection);
      connection.on('listenerinvalidated', listenAgain);
    }
    return connection;
  };

  const open = (name: string, options: object, onError: (error: Error) => void): PostgresQueueBackend => {
    const connected = shared();
    connected.on('error', onError);
    return new PostgresQueueBackend(connected, name, { ...options, connection: {} }, false);
  };

  return {
    kind: 'postgres',
    openQueue: (name, onError) => {
      const queue = new Queue<JobEnvelope, void, string, JobEnvelope, void, string, PostgresQueueBackend, object>(
        name,
        { connection: {} },
        (queueName, options) => open(queueName, options, onError),
      );
      queue.on('error', onError);
      return queue;
    },
    openWorker: (name, process, tuning, onError) => {
      let backend: PostgresQueueBackend | undefined;
      const worker = new Worker<JobEnvelope, void, string, PostgresQueueBackend, number, object>(
        name,
        process,
        { ...tuning, connection: {} },
        (queueName, options) => {
          backend = open(queueName, options, onError);
          listening.add(backend);
          return backend;
        },
      );
      worker.on('error', onError);
      worker.on('closed', () => {
        if (backend) listening.delete(backend);
      });
      return worker;
    },
    close: async () => {
      await connection?.close();
      connection = undefined;
    },
  };
};
