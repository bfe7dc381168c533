import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessTokenVerifier } from './access-token.ts';

const start = new Date('2026-01-15T12:00:00Z');
const signerOf = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
  const sign = (claims: Record<string, unknown> = {}, issuer = 'vitrina-identity') =>
    new SignJWT({ sub: 'usr_1', sid: `ses_${Math.random()}`, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(issuer)
      .setAudience('vitrina')
      .setExpirationTime(Math.floor(Date.now() / 1_000) + 3_600)
      .sign(privateKey);
  return { jwk, sign };
};
type Signer = Awaited<ReturnType<typeof signerOf>>;

describe('an access token', () => {
  let first: Signer;
  let published: JSONWebKeySet | undefined;
  let fetches: number;
  const fetchJwks = async () => {
    fetches += 1;
    if (!published) throw new Error('identity is away');
    return published;
  };

  beforeEach(async () => {
    vi.useFakeTimers({ now: start, toFake: ['Date'] });
    first = await signerOf('first');
    published = { keys: [first.jwk] };
    fetches = 0;
  });
  afterEach(() => void vi.useRealTimers());
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'good',
      (error: { code: string }) => error.code,
    );

  it('proves who its person is, until it expires', async () => {
    const verifier = accessTokenVerifier(fetchJwks);
    const token = await first.sign({ sid: 'ses_1' });
    const claims = { userId: 'usr_1', sessionId: 'ses_1', expiresAtMs: start.getTime() + 3_600_000 };
    expect(await verifier.verify(token)).toEqual(claims);
    vi.setSystemTime(start.getTime() + 3_600_000);
    await expect(verifier.verify(token)).rejects.toThrow('has expired');
    await expect(accessTokenVerifier(fetchJwks).verify(token)).rejects.toThrow('has expired');
  });

  it('proves nothing when it is another’s, or says too little', async () => {
    const { verify } = accessTokenVerifier(fetchJwks);
    const other = await signerOf('first');
    const tokens = [
      await other.sign(),
      await (await signerOf('unknown')).sign(),
      await first.sign({}, 'somebody-else'),
      await first.sign({ sid: 7 }),
      'nonsense',
      '',
    ];
    for (const token of tokens) expect(await codeOf(verify(token))).toBe('UNAUTHENTICATED');
  });

  it('of a new key makes the keys be fetched again, but not for each', async () => {
    const { verify } = accessTokenVerifier(fetchJwks);
    await verify(await first.sign());
    const second = await signerOf('second');
    published = { keys: [first.jwk, second.jwk] };
    vi.setSystemTime(start.getTime() + 6_000);
    expect(await codeOf(verify(await second.sign()))).toBe('good');
    for (let count = 0; count < 5; count += 1) await codeOf(verify(await (await signerOf('unknown')).sign()));
    expect(fetches).toBe(2);
  });

  it('is verified with the keys at hand while identity is away, which is asked only now and then', async () => {
    const { verify } = accessTokenVerifier(fetchJwks);
    await verify(await first.sign());
    published = undefined;
    vi.setSystemTime(start.getTime() + 6 * 60_000);
    for (let count = 0; count < 5; count += 1) expect(await codeOf(verify(await first.sign()))).toBe('good');
    expect(fetches).toBe(2);
    vi.setSystemTime(start.getTime() + 7 * 60_000);
    await verify(await first.sign());
    expect(fetches).toBe(3);
  });

  it('cannot be verified before identity was there once', async () => {
    published = undefined;
    expect(await codeOf(accessTokenVerifier(fetchJwks).verify(await first.sign()))).toBe('UNAVAILABLE');
  });
});
