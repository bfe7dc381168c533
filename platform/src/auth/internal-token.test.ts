import { importJWK, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  actorKey,
  canInShop,
  createTokenSigner,
  createTokenVerifier,
  gatewayIssuer,
  generateSigningKey,
  hasScope,
  type Identity,
  type TokenVerifier,
} from './index.ts';

const person: Identity = {
  actor: { kind: 'user', userId: 'usr_1', sessionId: 'ses_1', scopes: [], shops: { shp_1: ['catalog:write'] } },
};
const keys = {
  gateway: await generateSigningKey(gatewayIssuer),
  orders: await generateSigningKey('service:orders'),
  stranger: await generateSigningKey(gatewayIssuer),
};

describe('an internal token', () => {
  afterEach(() => void vi.useRealTimers());
  let verifier: TokenVerifier;
  beforeAll(() => {
    verifier = createTokenVerifier({ keys: [keys.gateway.publicJwk, keys.orders.publicJwk] });
  });

  it('carries a person when the gateway signed it', async () => {
    const signer = await createTokenSigner(keys.gateway.privateJwk);
    expect(await verifier.verify(await signer.sign(person))).toEqual(person);
  });

  it('lets a service speak for itself only', async () => {
    const signer = await createTokenSigner(keys.orders.privateJwk);
    const self: Identity = { actor: { kind: 'service', name: 'orders' } };
    expect(await verifier.verify(await signer.sign(self))).toEqual(self);
    await expect(verifier.verify(await signer.sign(person))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(
      verifier.verify(await signer.sign({ actor: { kind: 'service', name: 'payments' } })),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is refused when another key signed it, when it is old, long-lived, or for somebody else', async () => {
    const forged = await (await createTokenSigner(keys.stranger.privateJwk)).sign(person);
    await expect(verifier.verify(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const key = await importJWK(keys.gateway.privateJwk, 'ES256');
    const now = Math.floor(Date.now() / 1_000);
    const make = (issuedAt: number, audience: string) =>
      new SignJWT({ act: person })
        .setProtectedHeader({ alg: 'ES256', kid: gatewayIssuer })
        .setIssuer(gatewayIssuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 3_600)
        .sign(key);
    await expect(verifier.verify(await make(now - 120, 'vitrina-subgraphs'))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(verifier.verify(await make(now, 'elsewhere'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(verifier.verify('not a token')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses a remembered token once it has lived longer than a minute', async () => {
    const key = await importJWK(keys.gateway.privateJwk, 'ES256');
    vi.useFakeTimers({ toFake: ['Date'] });
    const issuedAt = Math.floor(Date.now() / 1_000) - 50;
    const token = await new SignJWT({ act: person })
      .setProtectedHeader({ alg: 'ES256', kid: gatewayIssuer })
      .setIssuer(gatewayIssuer)
      .setAudience('vitrina-subgraphs')
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 3_600)
      .sign(key);
    expect(await verifier.verify(token)).toEqual(person);
    vi.setSystemTime(Date.now() + 12_000);
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('an actor', () => {
  it('may do in a shop what its grants say there, and nothing elsewhere', () => {
    expect(canInShop(person.actor, 'shp_1', 'catalog:write')).toBe(true);
    expect(canInShop(person.actor, 'shp_1', 'staff:manage')).toBe(false);
    expect(canInShop(person.actor, 'shp_2', 'catalog:write')).toBe(false);
    expect(canInShop(person.actor, 'constructor', 'catalog:write')).toBe(false);
    expect(
      canInShop(
        { kind: 'client', clientId: 'key_1', shopId: 'shp_1', scopes: ['orders:read'] },
        'shp_1',
        'orders:read',
      ),
    ).toBe(true);
    expect(
      canInShop(
        { kind: 'client', clientId: 'key_1', shopId: 'shp_1', scopes: ['orders:read'] },
        'shp_2',
        'orders:read',
      ),
    ).toBe(false);
    expect(canInShop({ kind: 'anonymous' }, 'shp_1', 'orders:read')).toBe(false);
  });

  it('holds every scope as an admin, whatever the shop', () => {
    const admin = { kind: 'user', userId: 'usr_9', sessionId: 'ses_9', scopes: ['admin'], shops: {} } as const;
    expect(hasScope(admin, 'support')).toBe(true);
    expect(canInShop(admin, 'shp_2', 'staff:manage')).toBe(true);
  });

  it('has one key, a guest by the cart it holds', () => {
    expect(actorKey(person)).toBe('user:usr_1');
    expect(actorKey({ actor: { kind: 'anonymous' }, cartKey: 'abc' })).toBe('cart:abc');
    expect(actorKey({ actor: { kind: 'anonymous' } })).toBe('anonymous');
  });
});
