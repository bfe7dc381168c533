import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { isPushEndpoint } from '../../domain/push-endpoint.ts';

const base64url = /^[A-Za-z0-9_-]+={0,2}$/;

/** Whether a text of 65 bytes is a point of the curve messages are encrypted over; for any other one encrypting throws. */
const isPoint = (key: string): boolean => {
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'compressed');
    return true;
  } catch (error) {
    if (/^ERR_(CRYPTO|OSSL)_/.test(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
};

/** What a browser's `PushSubscription.toJSON()` gives, as far as it is needed: where to send and how to encrypt. */
const pushAddress = z.object({
  endpoint: z.string().max(2_048),
  /** Public key of the browser, an uncompressed P-256 point. */
  p256dh: z.string().regex(base64url).length(87).refine(isPoint),
  /** Shared secret, 16 bytes. */
  auth: z.string().regex(base64url).min(22).max(24),
});
export type PushAddress = z.output<typeof pushAddress>;

/** A subscription as the `address` of a message. */
export const writePushAddress = ({ endpoint, p256dh, auth }: PushAddress): string =>
  JSON.stringify({ endpoint, p256dh, auth });

const parsed = (address: string): unknown => {
  try {
    return JSON.parse(address);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Reads it back; undefined for what no browser made, or what does not lead to a push service we know. */
export const readPushAddress = (address: string, moreHosts: readonly string[]): PushAddress | undefined => {
  const { data } = pushAddress.safeParse(parsed(address));
  return data && isPushEndpoint(data.endpoint, moreHosts) ? data : undefined;
};
