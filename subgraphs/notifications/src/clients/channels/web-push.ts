import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { ChannelConfig } from './config.ts';
import type { ChannelPort, OutgoingMessage, SendOutcome } from './contract.ts';
import { createProviderHttp, type ProviderAnswer, retryAfterSeconds } from './provider-call.ts';
import { readPushAddress } from './push-address.ts';
import { shorten } from './shorten.ts';

/** How long a push service keeps a message for a device that is off; news of a market is stale after a day. */
const ttlSeconds = 86_400;

/** RFC 8030's topic: a message under the same one replaces a waiting one, so a repeat is shown once. */
const topicOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32);

/** What the service worker shows. Services take 4,096 encrypted bytes at least; texts leave room for all else. */
const payloadOf = (message: OutgoingMessage, topic: string): string =>
  JSON.stringify({
    title: shorten(message.subject, 300),
    body: shorten(message.text, 2_000),
    lang: message.locale,
    tag: topic,
    data: message.data,
  });

const outcomeOf = ({ status, header }: ProviderAnswer, now: Date): SendOutcome => {
  const code = `PUSH ${status}`;
  if (status >= 200 && status < 300) {
    // RFC 8030: Location names the message at the service.
    return { kind: 'ACCEPTED', providerId: header('location')?.split('/').at(-1) ?? 'unnamed' };
  }
  if (status === 429 || status >= 500) {
    return { kind: 'RETRY', code, afterSeconds: retryAfterSeconds(header('retry-after'), now) };
  }
  return { kind: 'REFUSED', code, addressIsDead: status === 404 || status === 410 };
};

/**
 * Web push (RFC 8030) with VAPID (RFC 8292) and an encrypted payload (RFC 8291), made by `web-push` and sent by our own
 * client, which can be aborted.
 */
export const createWebPushChannel = (
  config: ChannelConfig,
  keys: { readonly publicKey: string; readonly privateKey: string },
  now: () => Date,
): ChannelPort => {
  const http = createProviderHttp();
  const vapidDetails = { subject: config.VITRINA_VAPID_SUBJECT, ...keys };
  return {
    deduplicates: true,
    send: async (message, signal) => {
      const address = readPushAddress(message.address, config.VITRINA_PUSH_HOSTS);
      if (!address) return { kind: 'REFUSED', code: 'PUSH bad subscription', addressIsDead: true };
      const { endpoint, p256dh, auth } = address;
      const topic = topicOf(message.idempotencyKey);
      const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(message, topic), {
        vapidDetails,
        TTL: ttlSeconds,
        topic,
        contentEncoding: 'aes128gcm',
      });
      const headers = Object.fromEntries(
        Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      const called = await http.post({ url: endpoint, headers, body: details.body ?? '' }, signal);
      return 'outcome' in called ? called.outcome : outcomeOf(called.answer, now());
    },
    close: () => http.close(),
  };
};
