import { describe, expect, it } from 'vitest';
import { sameRights } from './same-rights.ts';

const rights = { scopes: ['support'], shops: { shp_1: ['stock:write', 'orders:read'], shp_2: [] } };

describe('rights', () => {
  it.each([
    ['the same', { scopes: ['support'], shops: { shp_2: [], shp_1: ['stock:write', 'orders:read'] } }, true],
    ['another scope', { ...rights, scopes: ['admin'] }, false],
    ['one scope fewer', { ...rights, scopes: [] }, false],
    ['a shop fewer', { ...rights, shops: { shp_2: [] } }, false],
    ['a shop more', { ...rights, shops: { ...rights.shops, shp_3: [] } }, false],
    ['another shop', { ...rights, shops: { shp_1: rights.shops.shp_1, shp_3: [] } }, false],
    ['a capability fewer in one shop', { ...rights, shops: { shp_1: ['stock:write'], shp_2: [] } }, false],
  ])('with %s are told apart', (_what, now, same) => expect(sameRights(rights, now)).toBe(same));
});
