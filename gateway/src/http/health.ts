import type { FastifyInstance } from 'fastify';
import type { SubgraphClient } from '../execution/subgraph-client.ts';

/** Whether the process is going away: a balancer should send nothing new. */
export interface Draining {
  value: boolean;
}

/**
 * `/health/live` says the process runs. `/health/ready` waits until every subgraph was ready once; after that a dead
 * subgraph only degrades the answers, so the gateway stays in rotation and names it.
 */
export const registerHealth = (app: FastifyInstance, client: SubgraphClient, draining: Draining): void => {
  let everReady = false;
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const degraded = await client.notReady();
    if (degraded.length === 0) everReady = true;
    const ready = everReady && !draining.value;
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : draining.value ? 'draining' : 'starting', degraded });
  });
};
