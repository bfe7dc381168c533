import { createHmac } from 'node:crypto';

/** `X-Twilio-Signature`: HMAC-SHA-1 by the account's token over the address and all fields, sorted by name. */
export const signReceipt = (token: string, url: string, fields: URLSearchParams): string => {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  const signed = url + sorted.map(([name, value]) => name + value).join('');
  return createHmac('sha1', token).update(signed).digest('base64');
};
