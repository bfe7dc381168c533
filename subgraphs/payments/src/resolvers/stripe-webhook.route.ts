import { AppError } from '@vitrina/platform/errors';
import type { HttpRoute } from '@vitrina/platform/subgraph';
import type { WebhookEvent, WebhookReader } from '../domain/provider.ts';
import type { Services } from '../services.ts';
import { receiveWebhook } from '../usecases/receive-webhook.ts';

/** The event, or the refusal of bytes that are not the provider's. */
const read = (webhooks: WebhookReader, body: Buffer, signature: string): WebhookEvent | AppError => {
  try {
    return webhooks.readWebhook(body, signature);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

/**
 * Stripe's signed webhooks. Any answer but 2xx makes Stripe send the event again, so an effect that could not be saved
 * is an exception and comes back; an event that was taken in, also one that has to wait, is 200.
 */
export const stripeWebhook: HttpRoute<Services> = {
  method: 'POST',
  path: '/webhooks/stripe',
  handle: async (request, { services, log }) => {
    const { webhooks } = services.providers;
    if (!webhooks) return { status: 404, body: 'Card payments are not configured.' };
    const event = read(webhooks, request.body, request.headers['stripe-signature'] ?? '');
    if (event instanceof AppError) {
      log.warn({ err: event }, 'A webhook with a wrong signature was refused.');
      return { status: 400, body: event.message };
    }
    await receiveWebhook(services, event);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' };
  },
};
