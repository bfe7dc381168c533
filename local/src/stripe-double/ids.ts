import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const POOL_BYTES = 8_192;

let pool = randomBytes(POOL_BYTES);
let used = 0;

/** Random base62 text. Bytes come from a refilled pool, since a system call per id would dominate a small request. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    if (used === POOL_BYTES) {
      pool = randomBytes(POOL_BYTES);
      used = 0;
    }
    const byte = pool[used++] ?? 0;
    // 248 = 4 × 62: larger bytes would favour the first letters.
    if (byte < 248) text += ALPHABET[byte % 62];
  }
  return text;
}

/** A Stripe-looking id: `pi_` and 24 characters. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}

/** The time as Stripe tells it: whole seconds since 1970. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
