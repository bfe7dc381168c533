import { EventEmitter } from 'node:events';
import type { Logger } from '../logging/index.ts';
import type { PubSub } from '../pubsub/index.ts';

/** What can be looked at sooner than the next poll: an outbox that got rows, or deliveries for a context's consumers. */
export type WakeKind = 'outbox' | 'deliveries';

/**
 * Hints that there is work. They carry a context's name and nothing else, may be lost, and may come before the
 * transaction that caused them has committed: pollers look more often for a moment after one.
 */
export interface Wake {
  hint(kind: WakeKind, context: string): void;
  listen(kind: WakeKind, context: string, listener: () => void): () => void;
}

/** Hints within one process. */
export const createLocalWake = (): Wake => {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    hint: (kind, context) => {
      emitter.emit(`${kind}:${context}`);
    },
    listen: (kind, context, listener) => {
      const name = `${kind}:${context}`;
      emitter.on(name, listener);
      return () => emitter.off(name, listener);
    },
  };
};

/** The process's own; publishers and runners that are given no other meet here. */
export const localWake: Wake = createLocalWake();

const topicOf = (kind: WakeKind, context: string): string => `events.wake.${kind}.${context}`;

const listenOver =
  (pubsub: PubSub, log: Logger): Wake['listen'] =>
  (kind, context, listener) => {
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const hints = await pubsub.subscribe(topicOf(kind, context), { signal: stop.signal, onGap: listener });
      for await (const _hint of hints) listener();
    };
    follow().catch((error: unknown) =>
      log.warn({ err: error, kind, context }, 'Wake hints are away; polling goes on.'),
    );
    return () => stop.abort();
  };

/** Hints of this many milliseconds travel as one message per topic. */
const gatherMs = 5;

const createGatheredSender = (pubsub: PubSub, log: Logger) => {
  const topics = new Set<string>();
  const send = (): void => {
    for (const topic of topics) {
      pubsub.publish(topic, {}).catch((error: unknown) => log.debug({ err: error, topic }, 'A wake hint was lost.'));
    }
    topics.clear();
  };
  return (topic: string): void => {
    if (topics.size === 0) setTimeout(send, gatherMs).unref();
    topics.add(topic);
  };
};

/** Hints across processes through the pub/sub port. A hint that cannot be sent is logged and lost: polling makes up. */
export const createPubSubWake = (pubsub: PubSub, log: Logger): Wake => {
  const send = createGatheredSender(pubsub, log);
  return { hint: (kind, context) => send(topicOf(kind, context)), listen: listenOver(pubsub, log) };
};
