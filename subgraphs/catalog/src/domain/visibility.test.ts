import type { Actor } from '@vitrina/platform/auth';
import { describe, expect, it } from 'vitest';
import { isPublic, maySee, requireGoodsAccess, worksFor } from './visibility.ts';

const person = (scopes: readonly string[], shops: Readonly<Record<string, readonly string[]>> = {}): Actor => ({
  kind: 'user',
  userId: 'usr_1',
  sessionId: 'ses_1',
  scopes,
  shops,
});
const program = (shopId: string, scopes: readonly string[]): Actor => ({
  kind: 'client',
  clientId: 'cli_1',
  shopId,
  scopes,
});

const actors = {
  nobody: { kind: 'anonymous' } as Actor,
  buyer: person([]),
  service: { kind: 'service', name: 'orders' } as Actor,
  'staff of another shop': person([], { shp_b: ['catalog:write', 'stock:write'] }),
  'former staff': person([], { shp_a: [] }),
  fulfilment: person([], { shp_a: ['orders:fulfil'] }),
  editor: person([], { shp_a: ['catalog:write'] }),
  'stock keeper': person([], { shp_a: ['stock:write'] }),
  'program of another shop': program('shp_b', ['catalog:write', 'stock:write']),
  'program that reads orders': program('shp_a', ['orders:read']),
  'program that counts stock': program('shp_a', ['stock:write']),
  support: person(['support']),
  admin: person(['admin']),
};
const namesOf = (isTrue: (actor: Actor) => boolean): string[] =>
  Object.entries(actors).flatMap(([name, actor]) => (isTrue(actor) ? [name] : []));
const passes = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

describe('goods of a shop', () => {
  const insiders = [
    'fulfilment',
    'editor',
    'stock keeper',
    'program that reads orders',
    'program that counts stock',
    'support',
    'admin',
  ];

  it('are public when they are active in an open shop, and else for those who work for the shop', () => {
    const states = (['ACTIVE', 'DRAFT', 'ARCHIVED'] as const).flatMap((status) =>
      (['active', 'closed'] as const).map((shopStatus) => ({ shopId: 'shp_a', status, shopStatus })),
    );
    expect(states.filter(isPublic)).toEqual([{ shopId: 'shp_a', status: 'ACTIVE', shopStatus: 'active' }]);
    for (const shown of states)
      expect(namesOf((actor) => maySee(actor, shown))).toEqual(isPublic(shown) ? Object.keys(actors) : insiders);
    expect(namesOf((actor) => worksFor(actor, 'shp_a'))).toEqual(insiders);
  });

  it.each(['constructor', 'hasOwnProperty', '__proto__', 'toString'])(
    'are nobody’s in a shop called %s, which is a name of the language and no shop',
    (shopId) => expect(worksFor(person([]), shopId)).toBe(false),
  );

  it('may be listed as a whole by those who write its catalogue or count its stock, which is fewer', () => {
    expect(namesOf((actor) => passes(() => requireGoodsAccess(actor, 'shp_a')))).toEqual([
      'editor',
      'stock keeper',
      'program that counts stock',
      'admin',
    ]);
  });

  it('are refused in the same words whether the shop exists or not', () => {
    const refusal = (shopId: string): string => {
      try {
        requireGoodsAccess(actors.buyer, shopId);
      } catch (error) {
        return String(error).replace(shopId, 'the shop');
      }
      return 'none';
    };
    expect(refusal('shp_a')).toBe(refusal('shp_nowhere'));
    expect(refusal('shp_a')).not.toBe('none');
  });
});
