import type { Actor } from '@vitrina/platform/auth';
import { describe, expect, it } from 'vitest';
import { answersFor, canRead, sideOf } from './access.ts';

const person = (userId: string, shops: Record<string, string[]> = {}, scopes: string[] = []): Actor => ({
  kind: 'user',
  userId,
  sessionId: 's',
  scopes,
  shops,
});
const parties = { shopId: 'shp_1', buyerId: 'usr_buyer' };

describe('who has a part in a conversation', () => {
  it.each<[string, Actor, 'BUYER' | 'SHOP' | null]>([
    ['who bought', person('usr_buyer'), 'BUYER'],
    ['who bought and works there too', person('usr_buyer', { shp_1: ['messages:write'] }), 'BUYER'],
    ['who may answer for the shop', person('usr_1', { shp_1: ['messages:write'] }), 'SHOP'],
    ['who works there without answering', person('usr_1', { shp_1: ['orders:read'] }), null],
    ['who answers for another shop', person('usr_1', { shp_2: ['messages:write'] }), null],
    ['an admin, who does not speak for shops', person('usr_1', {}, ['admin']), null],
    ['a client of the shop', { kind: 'client', clientId: 'k', shopId: 'shp_1', scopes: ['messages:write'] }, 'SHOP'],
    ['a client of another shop', { kind: 'client', clientId: 'k', shopId: 'shp_2', scopes: ['messages:write'] }, null],
    ['a guest', { kind: 'anonymous' }, null],
  ])('%s', (_who, actor, side) => {
    expect(sideOf(actor, parties)).toBe(side);
  });

  it('lets support read along, and nobody else', () => {
    expect(canRead(person('usr_1', {}, ['support']), parties)).toBe(true);
    expect(canRead(person('usr_1'), parties)).toBe(false);
  });

  it('knows no shop by a name every object has', () => {
    for (const name of ['constructor', 'hasOwnProperty', '__proto__'])
      expect(answersFor(person('usr_1'), name)).toBe(false);
  });
});
