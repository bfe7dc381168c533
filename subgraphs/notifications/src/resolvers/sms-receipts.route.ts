import type { HttpRoute } from '@vitrina/platform/subgraph';
import type { ReceiptStatus } from '../domain/receipt.ts';
import { isSignedReceipt } from '../domain/webhook-signature.ts';
import type { Services } from '../services.ts';
import { takeReceipts } from '../usecases/take-receipts.ts';

/** Twilio's statuses that say how it ended; those on the way (`queued`, `sent`) say nothing new. */
const statuses: Readonly<Record<string, ReceiptStatus>> = {
  delivered: 'DELIVERED',
  undelivered: 'BOUNCED',
  failed: 'BOUNCED',
};

/** Delivery receipts of SMS, signed by `X-Twilio-Signature` over the configured address and the fields. */
export const smsReceiptsWebhook: HttpRoute<Services> = {
  method: 'POST',
  path: '/webhooks/sms',
  handle: async ({ body, headers }, { services, log }) => {
    const { VITRINA_SMS_TOKEN: token, VITRINA_SMS_CALLBACK_URL: url } = services.config;
    if (!token || !url) return { status: 404, body: 'SMS receipts are not configured.' };
    const fields = new URLSearchParams(body.toString('utf8'));
    if (!isSignedReceipt(token, url, fields, headers['x-twilio-signature'])) {
      log.warn({}, 'An SMS receipt with a wrong signature was refused.');
      return { status: 403, body: 'The signature is wrong.' };
    }
    const status = statuses[fields.get('MessageStatus') ?? ''];
    const providerId = fields.get('MessageSid');
    const code = fields.get('ErrorCode');
    if (status && providerId)
      await takeReceipts(services, [
        {
          channel: 'SMS',
          providerId,
          status,
          code: /^\d{1,6}$/.test(code ?? '') ? code : null,
          address: fields.get('To'),
        },
      ]);
    return { status: 204 };
  },
};
