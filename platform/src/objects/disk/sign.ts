import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Bucket } from '../contract.ts';

/** What a signed address allows. Everything in it is under the signature. */
export interface SignedTerms {
  readonly method: 'GET' | 'PUT';
  readonly bucket: Bucket;
  readonly key: string;
  /** Unix time in seconds. */
  readonly expires: number;
  /** For a PUT: the media type to send. */
  readonly type: string;
  /** For a PUT: most bytes that are taken. */
  readonly size: number;
}

const query = z.object({
  expires: z.coerce.number().int().positive(),
  type: z.string().default(''),
  size: z.coerce.number().int().min(0).default(0),
  signature: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const signatureOf = (secret: Buffer, terms: SignedTerms): Buffer =>
  createHmac('sha256', secret)
    // Lengths are unambiguous: no field can contain a line feed (keys and numbers cannot, the type is checked).
    .update([terms.method, terms.bucket, terms.key, terms.expires, terms.type, terms.size].join('\n'))
    .digest();

/** Path and query of an address that allows `terms`. */
export const signTerms = (secret: Buffer, terms: SignedTerms): string => {
  const values = new URLSearchParams({ expires: String(terms.expires) });
  if (terms.method === 'PUT') {
    values.set('type', terms.type);
    values.set('size', String(terms.size));
  }
  values.set('signature', signatureOf(secret, terms).toString('base64url'));
  return `/objects/${terms.bucket}/${terms.key}?${values}`;
};

/** Checks an address that somebody shows; the signature is looked at before the time, so a forger learns nothing. */
export const verifyTerms = (
  secret: Buffer,
  asked: Pick<SignedTerms, 'method' | 'bucket' | 'key'>,
  shown: unknown,
  nowSeconds: number,
): SignedTerms | 'forged' | 'expired' => {
  const parsed = query.safeParse(shown);
  if (!parsed.success || /[\r\n]/.test(parsed.data.type)) return 'forged';
  const { expires, type, size, signature } = parsed.data;
  const terms = { ...asked, expires, type, size };
  if (!timingSafeEqual(signatureOf(secret, terms), Buffer.from(signature, 'base64url'))) return 'forged';
  return expires > nowSeconds ? terms : 'expired';
};
