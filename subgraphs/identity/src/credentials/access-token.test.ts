import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { accessTokenTtlSeconds, signAccessToken } from './access-token.ts';
import type { SigningKeys } from './signing-keys.ts';

const pair = await generateKeyPair('ES256', { extractable: true });
const keys: SigningKeys = {
  current: async () => ({ kid: 'key_1', key: pair.privateKey }),
  publicKeys: async () => ({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'key_1' }] }),
  rotate: async () => false,
};
const now = new Date('2026-01-15T12:00:00.900Z');

describe('an access token', () => {
  it('says who it is for, in which session and until when, and nothing of rights, which are looked up', async () => {
    const { token } = await signAccessToken(keys, 'usr_1', 'ses_1', now);
    const issuedAt = Date.parse('2026-01-15T12:00:00Z') / 1_000;
    expect(decodeJwt(token)).toEqual({
      iss: 'vitrina-identity',
      aud: 'vitrina',
      sub: 'usr_1',
      sid: 'ses_1',
      iat: issuedAt,
      exp: issuedAt + accessTokenTtlSeconds,
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', kid: 'key_1', typ: 'at+jwt' });
  });

  it('tells its holder the very second it ends', async () => {
    const { token, expiresAt } = await signAccessToken(keys, 'usr_1', 'ses_1', now);
    expect(expiresAt.getTime() / 1_000).toBe(decodeJwt(token).exp);
    const keySet = createLocalJWKSet({ keys: [...(await keys.publicKeys()).keys] });
    const verifiedAt = (at: number) =>
      jwtVerify(token, keySet, { currentDate: new Date(at), audience: 'vitrina' }).then(
        () => 'good',
        () => 'over',
      );
    expect(await verifiedAt(expiresAt.getTime() - 1_000)).toBe('good');
    expect(await verifiedAt(expiresAt.getTime())).toBe('over');
  });

  it('lives for minutes: whoever steals one has it for no longer', () => {
    expect(accessTokenTtlSeconds).toBeLessThanOrEqual(900);
  });
});
