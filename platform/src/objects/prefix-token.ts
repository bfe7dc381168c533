import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertPrefix } from './keys.ts';

const signatureOf = (secret: Buffer, prefix: string, expires: number): Buffer =>
  createHmac('sha256', secret).update(`prefix\n${prefix}\n${expires}`).digest();

const shape = /^(\d{1,12})-(\d{1,3})-([A-Za-z0-9_-]{43})$/;

/**
 * Allows reading everything below a prefix of the private bucket until `expires` (Unix seconds). It stands in the path
 * and says how many segments its prefix has, so that the key behind it needs no second marker.
 */
export const signPrefix = (secret: Buffer, prefix: string, expires: number): string => {
  assertPrefix(prefix);
  const segments = prefix.split('/').length - 1;
  return `${expires}-${segments}-${signatureOf(secret, prefix, expires).toString('base64url')}`;
};

/** Whether a token allows reading `key` now. */
export const verifyPrefix = (
  secret: Buffer,
  token: string,
  key: string,
  nowSeconds: number,
): 'allowed' | 'forged' | 'expired' => {
  const [, expires, segments, signature] = shape.exec(token) ?? [];
  if (!expires || !segments || !signature) return 'forged';
  const parts = key.split('/');
  if (parts.length <= Number(segments)) return 'forged';
  const prefix = `${parts.slice(0, Number(segments)).join('/')}/`;
  if (!timingSafeEqual(signatureOf(secret, prefix, Number(expires)), Buffer.from(signature, 'base64url')))
    return 'forged';
  return Number(expires) > nowSeconds ? 'allowed' : 'expired';
};
