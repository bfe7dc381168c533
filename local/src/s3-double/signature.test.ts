import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { verifySignature } from './signature.ts';

// The examples of "Signature Calculations for the Authorization Header" and of "Using Query Parameters" in the S3 API
// reference; their keys are the reference's own.
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
const signedAt = Date.parse('2013-05-24T00:00:00Z');
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}
const verdict = (
  { method, path, headers, query }: Request,
  { at = signedAt, by = credentials }: { at?: number; by?: typeof credentials } = {},
) => verifySignature({ method, headers } as unknown as IncomingMessage, path, new URLSearchParams(query), by, at);

const get: Request = {
  method: 'GET',
  path: '/test.txt',
  query: {},
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  },
};
const list: Request = {
  ...get,
  path: '/',
  query: { 'max-keys': '2', prefix: 'J' },
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
  },
};
const signedAddress: Request = {
  method: 'GET',
  path: '/test.txt',
  headers: { host: 'examplebucket.s3.amazonaws.com' },
  query: {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': scope,
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '86400',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  },
};

describe('a signature of Amazon’s version 4', () => {
  it.each([
    ['in the header, over a range', get],
    ['in the header, over a query', list],
    ['in the address', signedAddress],
  ])('%s is the one of the reference', (_where, request) => expect(verdict(request)).toBe('valid'));

  it.each<[string, Request]>([
    ['method', { ...get, method: 'PUT' }],
    ['path', { ...get, path: '/other.txt' }],
    ['query', { ...list, query: { 'max-keys': '3', prefix: 'J' } }],
    ['further query', { ...get, query: { acl: '' } }],
    ['header that is signed', { ...get, headers: { ...get.headers, range: 'bytes=0-99' } }],
    ['body', { ...get, headers: { ...get.headers, 'x-amz-content-sha256': empty.replace('e3', 'f4') } }],
    ['time', { ...get, headers: { ...get.headers, 'x-amz-date': '20130524T000001Z' } }],
    ['lifetime of an address', { ...signedAddress, query: { ...signedAddress.query, 'X-Amz-Expires': '86401' } }],
    ['host of an address', { ...signedAddress, headers: { host: 'elsewhere' } }],
    ['signature', { ...signedAddress, query: { ...signedAddress.query, 'X-Amz-Signature': 'aeee' } }],
  ])('does not hold for another %s', (_what, request) => expect(verdict(request)).toBe('SignatureDoesNotMatch'));

  it('holds whatever is in headers that nobody signed', () => {
    expect(verdict({ ...get, headers: { ...get.headers, 'user-agent': 'anything' } })).toBe('valid');
  });

  it('asks for the right key, and for any at all', () => {
    expect(verdict(get, { by: { ...credentials, secretAccessKey: 'guessed' } })).toBe('SignatureDoesNotMatch');
    expect(verdict(get, { by: { ...credentials, accessKeyId: 'other' } })).toBe('InvalidAccessKeyId');
    const { authorization: _none, ...headers } = get.headers;
    expect(verdict({ ...get, headers })).toBe('AccessDenied');
    expect(verdict({ ...get, headers: { ...headers, authorization: 'Bearer abc' } })).toBe('AccessDenied');
  });

  it.each([
    ['header', get, 15 * 60],
    ['address', signedAddress, 86_400],
  ])('in a %s lives as long as it may, and begins a quarter of an hour early at most', (_where, request, seconds) => {
    expect(verdict(request, { at: signedAt + seconds * 1_000 })).toBe('valid');
    expect(verdict(request, { at: signedAt + seconds * 1_000 + 1 })).toBe('AccessDenied');
    expect(verdict(request, { at: signedAt - 15 * 60_000 })).toBe('valid');
    expect(verdict(request, { at: signedAt - 15 * 60_000 - 1 })).toBe('AccessDenied');
  });
});
