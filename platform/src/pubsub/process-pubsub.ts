import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { PubSub } from './contract.ts';
import { Topics } from './topics.ts';
import { toWire } from './wire.ts';

/** Pub/sub within one process. Messages take the way over JSON here too, so nothing works here that fails elsewhere. */
export const processPubSub = (log: Logger): PubSub => {
  const topics = new Topics('process', log);
  let closed = false;
  return {
    publish: async (topic, message) => {
      const wire = toWire(topic, message);
      topics.deliver(topic, wire);
    },
    subscribe: async (topic, options = {}) => {
      invariant(!closed, 'Pub/sub is closed.');
      return topics.add(topic, options);
    },
    close: async () => {
      closed = true;
      topics.endAll();
    },
  };
};
