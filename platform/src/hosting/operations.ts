import type { FastifyInstance } from 'fastify';
import { type Health, metricsText } from '../observability/index.ts';

/** What every process answers to those who run it: health and metrics. */
export const registerOperations = (app: FastifyInstance, health: Health): void => {
  app.get('/health/live', (_request, reply) => {
    const { status, body } = health.live();
    return reply.code(status).send(body);
  });
  app.get('/health/ready', async (_request, reply) => {
    const { status, body } = await health.ready();
    return reply.code(status).send(body);
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metricsText();
    return reply.type(contentType).send(body);
  });
};
