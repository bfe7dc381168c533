import { EventEmitter, setMaxListeners } from 'node:events';
import { FlowProducer, PostgresConnection, PostgresQueueBackend, Queue, Worker } from 'bullmq';
import type { JobEnvelope, QueueBackend } from './bull.ts';

/** Connections of the query pool; one more listens for wakes. */
const poolSize = 4;

type ListenClient = Awaited<ReturnType<PostgresConnection['getListenClient']>>;

/**
 * BullMQ gives every worker a listening connection of its own, which a process with dozens of jobs cannot afford. Here
 * all workers share one, which is made for a single user: it takes any number of listeners and its statements queue up.
 */
class SharedConnection extends PostgresConnection {
  readonly #prepared = new WeakSet<ListenClient>();

  override async getListenClient(): Promise<ListenClient> {
    const client = await super.getListenClient();
    if (this.#prepared.has(client)) return client;
    this.#prepared.add(client);
    if (client instanceof EventEmitter) setMaxListeners(0, client);
    const query = client.query.bind(client);
    let turn: Promise<unknown> = Promise.resolve();
    client.query = (text, parameters) => {
      const answer = turn.then(() => query<never>(text, parameters));
      turn = answer.catch(() => undefined);
      return answer;
    };
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
    openFlows: (onError) => {
      const flows = new FlowProducer<PostgresQueueBackend, object>({ connection: {} }, (name, options) =>
        open(name, options, onError),
      );
      flows.on('error', onError);
      return flows;
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
      const closing = connection;
      connection = undefined;
      // What happens to connections on their way out concerns nobody.
      closing?.removeAllListeners('error');
      await closing?.close();
    },
  };
};
