import type { ExecutionResult } from 'graphql';
import { type EventQueue, eventQueue } from './event-queue.ts';
import {
  type OpenedSubscription,
  openSubscription,
  type SubscriptionParts,
  type SubscriptionRequest,
} from './open-subscription.ts';
import { slowConsumerError } from './subscription-errors.ts';

/** Subscriptions that ask for the same, for the same viewer, run once. */
export interface SharedSubscriptions {
  /** Joins the running subscription under that key, or opens it; rejects with the refusal. */
  join(key: string, request: SubscriptionRequest): Promise<AsyncIterableIterator<ExecutionResult>>;
  /** Subscriptions open on subgraphs. */
  readonly upstreams: number;
  /** Clients' subscriptions that run on them. */
  readonly readers: number;
  close(): Promise<void>;
}

interface Pipeline {
  readonly readers: Set<EventQueue<ExecutionResult>>;
  readonly opened: Promise<OpenedSubscription>;
}

/** Answers held for one slow reader before it is cut off. */
const maxBuffered = 64;

const pump = async (pipeline: Pipeline, opened: OpenedSubscription): Promise<void> => {
  for await (const event of opened.events) {
    if (event.data === undefined) {
      const error = opened.failure(event);
      for (const reader of [...pipeline.readers]) reader.fail(error);
      return;
    }
    const result = await opened.complete(event);
    for (const reader of [...pipeline.readers]) reader.push(result);
  }
};

/**
 * Two hundred tabs of one viewer on one order are one subscription upstream and one execution per event; each reader has
 * a bounded queue of its own, so a slow one is cut off without slowing the others.
 */
export const createSharedSubscriptions = (parts: SubscriptionParts): SharedSubscriptions => {
  const pipelines = new Map<string, Pipeline>();

  const forget = (key: string, pipeline: Pipeline): void => {
    if (pipelines.get(key) === pipeline) pipelines.delete(key);
  };

  const start = (key: string, request: SubscriptionRequest): Pipeline => {
    const pipeline: Pipeline = { readers: new Set(), opened: openSubscription(parts, request) };
    pipelines.set(key, pipeline);
    pipeline.opened
      .then(async (opened) => {
        await pump(pipeline, opened).catch((error: unknown) => {
          parts.log.error({ err: error, operation: request.prepared.name }, 'a subscription broke');
          for (const reader of [...pipeline.readers]) reader.fail(opened.failure({ errors: [{ message: 'broken' }] }));
        });
        forget(key, pipeline);
        for (const reader of [...pipeline.readers]) reader.end();
      })
      // The refusal reaches everyone who joined through their own await of `opened`.
      .catch(() => forget(key, pipeline));
    return pipeline;
  };

  const leave = (key: string, pipeline: Pipeline, reader: EventQueue<ExecutionResult>): void => {
    pipeline.readers.delete(reader);
    if (pipeline.readers.size > 0) return;
    forget(key, pipeline);
    pipeline.opened
      .then(({ events }) => events.return?.())
      .catch((error: unknown) => parts.log.warn({ err: error }, 'an upstream subscription did not end cleanly'));
  };

  return {
    join: async (key, request) => {
      const pipeline = pipelines.get(key) ?? start(key, request);
      const reader: EventQueue<ExecutionResult> = eventQueue({
        maxBuffered,
        overflow: slowConsumerError,
        onClose: () => leave(key, pipeline, reader),
      });
      pipeline.readers.add(reader);
      try {
        await pipeline.opened;
      } catch (error) {
        pipeline.readers.delete(reader);
        throw error;
      }
      return reader;
    },
    get upstreams() {
      return pipelines.size;
    },
    get readers() {
      return [...pipelines.values()].reduce((sum, { readers }) => sum + readers.size, 0);
    },
    close: async () => {
      await Promise.all(
        [...pipelines.values()].flatMap(({ readers }) => [...readers].map((reader) => reader.return?.())),
      );
    },
  };
};
