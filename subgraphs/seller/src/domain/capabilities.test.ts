import { anonymous } from '@vitrina/platform/auth';
import { asClient, asService, asUser } from '@vitrina/platform/testing';
import { describe, expect, it } from 'vitest';
import { canAny, clientScopes, rolesToldOfOrders, worksFor } from './capabilities.ts';

const staff = asUser('usr_1', { shops: { shp_a: ['orders:read'] } }).actor;

describe('working for a shop', () => {
  it('is holding anything in it, being its program, or an admin', () => {
    expect(worksFor(staff, 'shp_a')).toBe(true);
    expect(worksFor(asClient('key_1', 'shp_a', []).actor, 'shp_a')).toBe(true);
    expect(worksFor(asUser('usr_1', { scopes: ['admin'] }).actor, 'shp_a')).toBe(true);
  });

  it('is not holding something elsewhere, nor helping everybody', () => {
    expect(worksFor(staff, 'shp_b')).toBe(false);
    expect(worksFor(asClient('key_1', 'shp_b', ['shop:settings']).actor, 'shp_a')).toBe(false);
    expect(worksFor(asUser('usr_1', { shops: { shp_a: [] } }).actor, 'shp_a')).toBe(false);
    expect(worksFor(asUser('usr_1', { scopes: ['support'] }).actor, 'shp_a')).toBe(false);
    for (const { actor } of [anonymous, asService('orders')]) expect(worksFor(actor, 'shp_a')).toBe(false);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'is not a shop called like a property of everything: %s',
    (id) => {
      expect(worksFor(staff, id)).toBe(false);
    },
  );
});

describe('capabilities', () => {
  it('suffice when one of several is held, in that shop', () => {
    expect(canAny(staff, 'shp_a', ['payments:read', 'orders:read'])).toBe(true);
    expect(canAny(staff, 'shp_a', ['payments:read'])).toBe(false);
    expect(canAny(staff, 'shp_b', ['orders:read'])).toBe(false);
    expect(canAny(staff, 'shp_a', [])).toBe(false);
  });

  it('of programs never reach the staff or the market', () => {
    for (const scope of ['staff:manage', 'admin', 'support', 'user']) expect(clientScopes).not.toContain(scope);
  });

  it('that have nothing to do with orders are not told of them', () => {
    expect(rolesToldOfOrders).not.toContain('CATALOG_EDITOR');
  });
});
