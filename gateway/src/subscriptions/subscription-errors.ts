import type { SubgraphResult } from '../execution/call.ts';

/** Last event of a subscription whose events the gateway could not complete as fast as they came. */
export const slowConsumer = (): SubgraphResult => ({
  errors: [
    {
      message: 'Events came faster than they were read. Subscribe again and resume from the last event you have seen.',
      extensions: { code: 'SLOW_CONSUMER' },
    },
  ],
});

/** Last event of a subscription whose source went away. */
export const sourceLost = (subgraph: string): SubgraphResult => ({
  errors: [
    {
      message: `The ${subgraph} service is not there at the moment. Subscribe again and resume from the last event you have seen.`,
      extensions: { code: 'UNAVAILABLE', service: subgraph, retryAfterSeconds: 1 },
    },
  ],
});
