import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { SubscriptionRequest } from './open-subscription.ts';
import { Pipeline, type PipelineParts, type Reader } from './pipeline.ts';
import { resumesFromPosition } from './resumes.ts';

/** Subscriptions that ask for the same, for the same viewer, run once. */
export interface SharedSubscriptions {
  /**
   * Joins the running subscription of that viewer, or opens one. `viewer` names everything that may change an answer:
   * the person, their rights, their language. A refusal comes through the reader.
   */
  join(viewer: string, request: SubscriptionRequest, reader: Reader): Pipeline;
  /** Subscriptions open on subgraphs. */
  readonly upstreams: number;
  /** Clients' subscriptions that run on them. */
  readonly readers: number;
}

/** Operations by a short number: a document's text in every key would be most of what a subscription costs. */
const numbered = () => {
  const numbers = new WeakMap<PreparedOperation, number>();
  let last = 0;
  return (prepared: PreparedOperation): number => {
    const known = numbers.get(prepared);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(prepared, last);
    return last;
  };
};

/**
 * Two hundred tabs of one viewer on one order are one subscription upstream and one execution per event. Whoever
 * resumes from a position shares only with those who came before its first event.
 */
export const createSharedSubscriptions = (parts: PipelineParts): SharedSubscriptions => {
  const open = new Set<Pipeline>();
  const joinable = new Map<string, Pipeline>();
  const numberOf = numbered();

  const start = (key: string, request: SubscriptionRequest): Pipeline => {
    const pipeline = new Pipeline(parts, request, (ended) => {
      open.delete(ended);
      if (joinable.get(key) === ended) joinable.delete(key);
    });
    open.add(pipeline);
    joinable.set(key, pipeline);
    return pipeline;
  };

  return {
    join: (viewer, request, reader) => {
      const { prepared, variables } = request;
      const key = `${numberOf(prepared)} ${viewer} ${JSON.stringify(variables)}`;
      const running = joinable.get(key);
      const fits = running && !(running.begun && resumesFromPosition(prepared, variables));
      const pipeline = fits ? running : start(key, request);
      pipeline.add(reader);
      return pipeline;
    },
    get upstreams() {
      return open.size;
    },
    get readers() {
      let readers = 0;
      for (const { size } of open) readers += size;
      return readers;
    },
  };
};
