import type { Logger } from '../logging/index.ts';
import { metrics } from '../observability/index.ts';
import type { SubscribeOptions } from './contract.ts';
import { MessageQueue } from './message-queue.ts';

const defaultMaxBuffered = 256;

interface Subscriber {
  readonly queue: MessageQueue<unknown>;
  readonly onGap: (() => void) | undefined;
}

/** The subscriptions of this process by topic: the part all drivers have in common. */
export class Topics {
  readonly #driver: string;
  readonly #log: Logger;
  readonly #subscribers = new Map<string, Set<Subscriber>>();

  constructor(driver: string, log: Logger) {
    this.#driver = driver;
    this.#log = log;
  }

  /** `onLast` runs when the topic lost its last subscriber. */
  add<T>(topic: string, options: SubscribeOptions, onLast: () => void = () => {}): MessageQueue<T> {
    const onEnd = (reason: 'closed' | 'slow'): void => {
      if (reason === 'slow') {
        metrics.pubsubSlowConsumers.inc({ driver: this.#driver });
        this.#log.warn({ topic }, 'A subscription was ended: its reader is too slow');
      }
      const others = this.#subscribers.get(topic);
      if (others?.delete(subscriber) && others.size === 0) {
        this.#subscribers.delete(topic);
        onLast();
      }
      options.onEnd?.();
    };
    const subscriber: Subscriber = {
      queue: new MessageQueue<unknown>({
        maxBuffered: options.maxBuffered ?? defaultMaxBuffered,
        signal: options.signal,
        onEnd: (reason) => onEnd(reason),
        onMessage: options.onMessage,
      }),
      onGap: options.onGap,
    };
    if (subscriber.queue.ended) return subscriber.queue as MessageQueue<T>;
    const known = this.#subscribers.get(topic) ?? new Set();
    this.#subscribers.set(topic, known.add(subscriber));
    return subscriber.queue as MessageQueue<T>;
  }

  names(): string[] {
    return [...this.#subscribers.keys()];
  }

  has(topic: string): boolean {
    return this.#subscribers.has(topic);
  }

  /** `wire` is the JSON text; each subscriber gets a copy of its own. */
  deliver(topic: string, wire: string): void {
    for (const { queue } of [...(this.#subscribers.get(topic) ?? [])]) queue.push(JSON.parse(wire));
  }

  /** Tells every subscriber that messages may have been lost. */
  gap(): void {
    for (const { onGap } of this.#all()) {
      try {
        onGap?.();
      } catch (error) {
        // One subscriber's fault must not keep the news from the others.
        this.#log.error({ err: error }, 'A subscriber failed to handle a gap');
      }
    }
  }

  endAll(): void {
    for (const { queue } of this.#all()) void queue.return();
  }

  #all(): Subscriber[] {
    return [...this.#subscribers.values()].flatMap((subscribers) => [...subscribers]);
  }
}
