import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of two servers may be apart, and how long a recorded request can be sent again. */
const toleranceSeconds = 300;

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Signs a body as `Vitrina-Signature` wants it: `t=<seconds>,v1=<HMAC-SHA-256 of "t.body", hex>`. */
export const signBody = (secret: string, body: string | Buffer, now: Date): string => {
  const t = Math.floor(now.getTime() / 1_000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex')}`;
};

/** True when the body was signed with the secret within the last five minutes. */
export const isSignedBody = (secret: string, body: Buffer, signature: string | undefined, now: Date): boolean => {
  const [, t = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (t === '' || Math.abs(now.getTime() / 1_000 - Number(t)) > toleranceSeconds) return false;
  return isSame(given, createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex'));
};

/** `X-Twilio-Signature`: HMAC-SHA-1 by the account's token over the address and all fields, sorted by name (Twilio, "Webhooks security"). */
export const isSignedReceipt = (
  token: string,
  url: string,
  fields: URLSearchParams,
  signature: string | undefined,
): boolean => {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const signed = url + sorted.map(([name, value]) => name + value).join('');
  return isSame(signature ?? '', createHmac('sha1', token).update(signed).digest('base64'));
};

/** Compares a secret that comes along as it is. */
export const isSecret = (given: string | undefined, expected: string): boolean => isSame(given ?? '', expected);
