import type { Actor, Identity } from '@vitrina/platform/auth';
import { asClient, asGuest, asService, asUser } from '@vitrina/platform/testing';
import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '../domain/order-state.ts';
import { actorKindsOn, canReadGroup, canReadOrder, isBuyer, refOf } from './access.ts';

const guest = asGuest('the secret of the cart');
const ofGuest = { userId: null, guestKey: guest.cartKey ?? '' };
const ofAnna = { userId: 'usr_anna', guestKey: null };
const order = (status: OrderStatus, owner: typeof ofAnna | typeof ofGuest = ofAnna) => ({
  ...owner,
  shopId: 'shp_a',
  status,
});
const staff = (...capabilities: string[]) => asUser('usr_staff', { shops: { shp_a: capabilities } });

describe('the buyer', () => {
  it('is the person who bought, or whoever holds the secret a guest bought with', () => {
    expect(isBuyer(asUser('usr_anna'), ofAnna)).toBe(true);
    expect(isBuyer(guest, ofGuest)).toBe(true);
  });

  it.each<[string, Identity, typeof ofAnna | typeof ofGuest]>([
    ['another person', asUser('usr_boris'), ofAnna],
    ['somebody with another secret', asGuest('another secret'), ofGuest],
    ['a person without the secret', asUser('usr_anna'), ofGuest],
    ['an API client of that name', asClient('usr_anna', 'shp_a', ['orders:read']), ofAnna],
    ['another context', asService('usr_anna'), ofAnna],
  ])('is not %s', (_who, as, owned) => {
    expect(isBuyer(as, owned)).toBe(false);
  });

  it('of a person’s order is not found by a secret, nor by the lack of one', () => {
    const nobodys = { userId: null, guestKey: null };
    expect(isBuyer({ ...guest, cartKey: undefined } as Identity, nobodys)).toBe(false);
    expect(isBuyer({ actor: guest.actor, cartKey: ofGuest.guestKey }, { userId: 'usr_anna', guestKey: null })).toBe(
      false,
    );
  });

  it('stays the buyer when signed in with the secret of the cart', () => {
    expect(isBuyer({ actor: asUser('usr_anna').actor, cartKey: ofGuest.guestKey }, ofGuest)).toBe(true);
  });
});

describe('reading', () => {
  it('a draft is for the buyer and support, not for the shop', () => {
    expect(canReadOrder(asUser('usr_anna'), order('DRAFT'))).toBe(true);
    expect(canReadOrder(asUser('usr_s', { scopes: ['support'] }), order('DRAFT'))).toBe(true);
    expect(canReadOrder(staff('orders:read'), order('DRAFT'))).toBe(false);
  });

  it.each<OrderStatus>(['CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED'])(
    'an order that is %s is also for the shop’s readers, people and programs, and for nobody else',
    (status) => {
      expect(canReadOrder(staff('orders:read'), order(status))).toBe(true);
      expect(canReadOrder(asClient('key_1', 'shp_a', ['orders:read']), order(status))).toBe(true);
      expect(canReadOrder(staff('catalog:write', 'payments:read'), order(status))).toBe(false);
      expect(canReadOrder(asClient('key_1', 'shp_b', ['orders:read']), order(status))).toBe(false);
      expect(canReadOrder(asUser('usr_b', { shops: { shp_b: ['orders:read'] } }), order(status))).toBe(false);
    },
  );

  it('a whole group is never for a shop: it shows the other shops’ parts', () => {
    expect(canReadGroup(staff('orders:read', 'orders:fulfil'), ofAnna)).toBe(false);
    expect(canReadGroup(asUser('usr_anna'), ofAnna)).toBe(true);
    expect(canReadGroup(asUser('usr_s', { scopes: ['support'] }), ofAnna)).toBe(true);
  });
});

describe('acting', () => {
  it('is as buyer, as shop, or as both for whoever buys where they work', () => {
    expect(actorKindsOn(asUser('usr_anna'), order('PAID'))).toEqual(['BUYER']);
    expect(actorKindsOn(staff('orders:fulfil'), order('PAID'))).toEqual(['SHOP']);
    const both = asUser('usr_anna', { shops: { shp_a: ['orders:fulfil'] } });
    expect(actorKindsOn(both, order('PAID'))).toEqual(['BUYER', 'SHOP']);
  });

  it('is as admin, not as shop, for admins; support and readers only look', () => {
    expect(actorKindsOn(asUser('usr_admin', { scopes: ['admin'] }), order('PAID'))).toEqual(['ADMIN']);
    expect(actorKindsOn(asUser('usr_s', { scopes: ['support'] }), order('PAID'))).toEqual([]);
    expect(actorKindsOn(staff('orders:read'), order('PAID'))).toEqual([]);
  });

  it('is recorded by name, a guest’s secret is not', () => {
    const nameOf = (actor: Actor) => refOf({ actor });
    expect(nameOf(asUser('usr_anna').actor)).toBe('user:usr_anna');
    expect(nameOf(asClient('key_1', 'shp_a', []).actor)).toBe('client:key_1');
    expect(refOf(guest)).toBe('guest');
  });
});
