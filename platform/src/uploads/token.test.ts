import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { fileTooLarge, unsupportedType } from './refusals.ts';
import { signUploadToken, type UploadGrant, verifyUploadToken } from './token.ts';

const secret = Buffer.alloc(32, 1);
const now = new Date('2026-01-15T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const grant: UploadGrant = {
  uploadId: 'upl_1',
  key: 'uploads/upl_1',
  maxBytes: 5_000_000_000,
  expiresAt: inSeconds(3_600),
};
const sign = (claims: Record<string, unknown>, changes: { alg?: string; audience?: string; secret?: Buffer } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: changes.alg ?? 'HS256' })
    .setSubject('upl_1')
    .setAudience(changes.audience ?? 'vitrina-uploads')
    .setExpirationTime(grant.expiresAt)
    .sign(changes.secret ?? secret);
const claims = { key: grant.key, max: 10 };

describe('the token of an upload', () => {
  it('allows what it was signed for, until its time is over', async () => {
    const token = await signUploadToken(secret, grant, now);
    expect(await verifyUploadToken(secret, token, now)).toEqual(grant);
    expect(await verifyUploadToken(secret, token, inSeconds(3_599))).toEqual(grant);
    expect(await verifyUploadToken(secret, token, inSeconds(3_600))).toBeUndefined();
  });

  it('is worth nothing under another key, for another use or signed in another way', async () => {
    expect(await verifyUploadToken(secret, await sign(claims), now)).toMatchObject({ maxBytes: 10 });
    const worthless = await Promise.all([
      sign(claims, { secret: Buffer.alloc(32, 2) }),
      sign(claims, { audience: 'vitrina-subgraphs' }),
      sign(claims, { alg: 'HS512' }),
    ]);
    for (const token of worthless) expect(await verifyUploadToken(secret, token, now)).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['no key', { max: 10 }],
    ['no size', { key: 'uploads/upl_1' }],
    ['a size of nothing', { ...claims, max: 0 }],
    ['a size below nothing', { ...claims, max: -1 }],
    ['a broken size', { ...claims, max: 1.5 }],
    ['a size in words', { ...claims, max: '10' }],
  ])('allows nothing with %s', async (_what, given) => {
    expect(await verifyUploadToken(secret, await sign(given), now)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c', '...', 'null'])('is not %j', async (text) => {
    expect(await verifyUploadToken(secret, text, now)).toBeUndefined();
  });

  it('does not survive a change of what it allows', async () => {
    const [header, , signature] = (await signUploadToken(secret, grant, now)).split('.');
    const more = { sub: 'upl_1', key: 'uploads/upl_2', max: 10, exp: 9_999_999_999, aud: 'vitrina-uploads' };
    const payload = Buffer.from(JSON.stringify(more)).toString('base64url');
    expect(await verifyUploadToken(secret, `${header}.${payload}.${signature}`, now)).toBeUndefined();
  });
});

describe('a refused file', () => {
  it.each([
    [1, '1 bytes'],
    [1_023, '1023 bytes'],
    [1_024, '1 KiB'],
    [1_536, '1.5 KiB'],
    [20 * 1_048_576, '20 MiB'],
    [5 * 1_073_741_824, '5 GiB'],
    [5_000 * 1_073_741_824, '5000 GiB'],
  ])('of more than %i bytes is told to be larger than %s', (bytes, text) => {
    expect(fileTooLarge(bytes, 'sizeBytes')).toMatchObject({
      code: 'FILE_TOO_LARGE',
      field: ['sizeBytes'],
      message: expect.stringContaining(`larger than ${text};`),
    });
  });

  it('is told what it is, when anybody knows, and what is taken instead', () => {
    expect(unsupportedType('application/pdf', ['image/png', 'image/jpeg']).message).toMatch(
      /of the type application\/pdf,.*one of image\/png, image\/jpeg/,
    );
    expect(unsupportedType(undefined, ['image/png']).message).toMatch(/of no type we know/);
  });
});
