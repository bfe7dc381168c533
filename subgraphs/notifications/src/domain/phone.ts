import { createHmac } from 'node:crypto';

/** Minutes a code is good for, and how many wrong ones may be given before a new one must be asked for. */
export const codeMinutes = 10;
export const wrongCodesAllowed = 5;

/**
 * The code that proves a phone: six digits made of the number and the moment it was asked for (HMAC-SHA-256, truncated as
 * RFC 4226 does), so that it is stored nowhere and is the same when its message is sent again.
 */
export const phoneCodeOf = (secret: string, contactPointId: string, address: string, askedAt: Date): string => {
  const digest = createHmac('sha256', secret)
    .update(`vitrina.phone-code.${contactPointId}.${address}.${askedAt.getTime()}`)
    .digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

/** A number as E.164 has it, with what people write between its digits taken out; undefined for what is no number. */
export const phoneOf = (written: string): string | undefined => {
  const digits = written.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};
