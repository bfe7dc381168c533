import type { HttpRoute } from '@vitrina/platform/subgraph';
import { z } from 'zod';
import { isSignedBody } from '../domain/webhook-signature.ts';
import type { Services } from '../services.ts';
import { takeReceipts } from '../usecases/take-receipts.ts';

const mailEvents = z.object({
  events: z
    .array(
      z.object({
        type: z.enum(['DELIVERED', 'DEFERRED', 'BOUNCED', 'COMPLAINED']),
        /** The Message-ID of the mail, angle brackets included. */
        messageId: z.string().min(3).max(300),
        address: z.email().max(320),
        /** Enhanced status code (RFC 3463), e.g. `5.1.1`. */
        status: z
          .string()
          .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(500),
});

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * What became of mails, from a relay or the program that reads its bounces: `{ events: [{ type, messageId, address,
 * status }] }`, at most 500, signed by `Vitrina-Signature` (see the README). A 2xx means that all of it is kept.
 */
export const mailEventsWebhook: HttpRoute<Services> = {
  method: 'POST',
  path: '/webhooks/mail-events',
  handle: async ({ body, headers }, { services, log }) => {
    const { VITRINA_MAIL_EVENTS_SECRET: secret } = services.config;
    if (!secret) return { status: 404, body: 'Mail events are not configured.' };
    if (!isSignedBody(secret, body, headers['vitrina-signature'], services.clock.now())) {
      log.warn({}, 'Mail events with a wrong signature were refused.');
      return { status: 400, body: 'The signature is wrong or older than five minutes.' };
    }
    const { data, error } = mailEvents.safeParse(parsed(body));
    if (!data) return { status: 422, body: z.prettifyError(error) };
    const { suppressed } = await takeReceipts(
      services,
      data.events.map(({ type, messageId, address, status }) => ({
        channel: 'EMAIL',
        providerId: messageId,
        status: type,
        code: status,
        address,
      })),
    );
    const answer = { taken: data.events.length, suppressed };
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };
  },
};
