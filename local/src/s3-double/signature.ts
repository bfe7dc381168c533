import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may enter the double. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export type Verdict = 'valid' | 'AccessDenied' | 'SignatureDoesNotMatch' | 'InvalidAccessKeyId';

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
/** RFC 3986, as the protocol wants it. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

interface Claim {
  readonly accessKeyId: string;
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly at: string;
  readonly payloadHash: string;
  /** Seconds; of a signed address only. */
  readonly expires?: number;
}

const claimOf = (request: IncomingMessage, query: URLSearchParams): Claim | undefined => {
  if (query.has('X-Amz-Signature')) {
    const [accessKeyId = '', ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
    return {
      accessKeyId,
      scope: scope.join('/'),
      signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
      signature: query.get('X-Amz-Signature') ?? '',
      at: query.get('X-Amz-Date') ?? '',
      payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
      expires: Number(query.get('X-Amz-Expires')),
    };
  }
  const header = request.headers.authorization ?? '';
  const [, accessKeyId, scope, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(header) ?? [];
  if (!accessKeyId || !scope || !signedHeaders || !signature) return undefined;
  return {
    accessKeyId,
    scope,
    signedHeaders: signedHeaders.split(';'),
    signature,
    at: String(request.headers['x-amz-date']),
    payloadHash: String(request.headers['x-amz-content-sha256']),
  };
};

const timeOf = (at: string): number =>
  Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const expected = (
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  claim: Claim,
  secret: string,
): Buffer => {
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const canonicalHeaders = claim.signedHeaders.map(
    (name) =>
      `${name}:${String(request.headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  const canonical = [
    request.method,
    path,
    canonicalQuery,
    canonicalHeaders.join(''),
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', claim.at, claim.scope, hex(canonical)].join('\n');
  const key = claim.scope.split('/').reduce((signed: Buffer | string, part) => hmac(signed, part), `AWS4${secret}`);
  return hmac(key, toSign);
};

/** Checks AWS Signature Version 4, in the header or in the address, as "Authenticating Requests" in the S3 API reference says. */
export const verifySignature = (
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  { accessKeyId, secretAccessKey }: Credentials,
  nowMs: number,
): Verdict => {
  const claim = claimOf(request, query);
  if (!claim) return 'AccessDenied';
  if (claim.accessKeyId !== accessKeyId) return 'InvalidAccessKeyId';
  const shown = Buffer.from(claim.signature, 'hex');
  const wanted = expected(request, path, query, claim, secretAccessKey);
  if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) return 'SignatureDoesNotMatch';
  const ageSeconds = (nowMs - timeOf(claim.at)) / 1_000;
  return ageSeconds > (claim.expires ?? 900) || ageSeconds < -900 ? 'AccessDenied' : 'valid';
};
