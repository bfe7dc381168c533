import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { type Actor, actorKey, canInShop, hasScope, requireInShop, requireUser } from './index.ts';

const guest: Actor = { kind: 'anonymous' };
const user = (scopes: readonly string[] = [], shops: Record<string, readonly string[]> = {}): Actor => ({
  kind: 'user',
  userId: 'usr_1',
  sessionId: 'ses_1',
  scopes,
  shops,
});
const erp: Actor = { kind: 'client', clientId: 'key_1', shopId: 'shp_1', scopes: ['catalog:write', 'admin'] };
const service: Actor = { kind: 'service', name: 'orders' };

const refusalOf = (act: () => unknown): { code: string; message: string } | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  }
};

describe('a market-wide scope', () => {
  it.each<[string, Actor, boolean]>([
    ['a person who holds it', user(['support']), true],
    ['a person who holds another', user(['moderator']), false],
    ['an admin', user(['admin']), true],
    ['staff whose grant in a shop has the same name', user([], { shp_1: ['support'] }), false],
    // Scopes of a client are what it may do in its shop; it can never be given the market.
    ['a client whose key says admin', erp, false],
    ['another context', service, false],
    ['a guest', guest, false],
  ])('of %s', (_who, actor, holds) => expect(hasScope(actor, 'support')).toBe(holds));
});

describe('a capability in a shop', () => {
  it.each<[string, Actor, string, boolean]>([
    ['staff with the grant', user([], { shp_1: ['catalog:write'] }), 'shp_1', true],
    ['staff with another grant', user([], { shp_1: ['orders:read'] }), 'shp_1', false],
    ['staff of another shop', user([], { shp_2: ['catalog:write'] }), 'shp_1', false],
    ['a person whose market scope has the same name', user(['catalog:write']), 'shp_1', false],
    ['an admin of the market', user(['admin']), 'shp_9', true],
    ['"admin" written into a grant of one shop', user([], { shp_1: ['admin'] }), 'shp_2', false],
    ['a client of the shop', erp, 'shp_1', true],
    // "admin" among a key's scopes opens no other shop.
    ['a client elsewhere', erp, 'shp_2', false],
    ['another context', service, 'shp_1', false],
    ['a guest', guest, 'shp_1', false],
  ])('of %s', (_who, actor, shopId, may) => {
    expect(canInShop(actor, shopId, 'catalog:write')).toBe(may);
    const refused = refusalOf(() => requireInShop(actor, shopId, 'catalog:write'));
    expect(refused === undefined).toBe(may);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('in a shop called %s is nobody’s', (shopId) => {
    expect(canInShop(user([], {}), shopId, 'name')).toBe(false);
    expect(canInShop(user([], {}), shopId, 'length')).toBe(false);
  });

  it('asks a guest to sign in, and tells everybody else which capability is missing but not whether the shop exists', () => {
    expect(refusalOf(() => requireInShop(guest, 'shp_1', 'orders:read'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const known = refusalOf(() => requireInShop(user(), 'shp_1', 'orders:read'));
    const unknown = refusalOf(() => requireInShop(user(), 'shp_nowhere', 'orders:read'));
    expect(known).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('orders:read') });
    expect(unknown).toEqual(known);
  });
});

describe('what only a person may do', () => {
  it('gives the person, and asks everybody else to sign in', () => {
    const person = user(['support']);
    expect(requireUser(person)).toBe(person);
    for (const actor of [guest, erp, service])
      expect(refusalOf(() => requireUser(actor))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the key of an actor', () => {
  it('is another for every kind of actor, whatever their ids', () => {
    const keys = [
      actorKey({ actor: { kind: 'user', userId: 'x', sessionId: 's', scopes: [], shops: {} } }),
      actorKey({ actor: { kind: 'client', clientId: 'x', shopId: 'shp_1', scopes: [] } }),
      actorKey({ actor: { kind: 'service', name: 'x' } }),
      actorKey({ actor: guest, cartKey: 'x' }),
      actorKey({ actor: guest }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is a person’s own in every session and with any cart', () => {
    const other: Actor = { kind: 'user', userId: 'usr_1', sessionId: 'ses_2', scopes: ['admin'], shops: {} };
    expect(actorKey({ actor: other, cartKey: 'abc' })).toBe(actorKey({ actor: user() }));
  });
});
