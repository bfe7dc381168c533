import type { Identity } from '@vitrina/platform/auth';
import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOrders } from '../src/queries/follow-orders.ts';
import { openSetting, type Setting } from './setting.ts';

interface Change {
  version: number;
  entry: { event: string; version: number };
  order: { id: string; status: string };
}

const document = `subscription ($groupId: ID, $orderId: ID, $afterVersion: Int) {
  orderStatusChanged(groupId: $groupId, orderId: $orderId, afterVersion: $afterVersion) { version entry { event version } order { id status } } }`;

describe('following orders', () => {
  let s: Setting;
  const staff = asUser('usr_a', {
    shops: { shp_a: ['orders:read', 'orders:fulfil'], shp_b: ['orders:read', 'orders:fulfil'] },
  });
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const bought = async () => {
    const guest = await s.guest();
    await s.add(guest.as, await s.variant());
    await s.add(guest.as, await s.variant({ shop: 'shp_b' }));
    await s.deliverTo(guest.as, guest.cartId);
    const { group } = await s.checkout(guest.as, guest.cartId, { payment: { terms: 'ON_DELIVERY' } });
    const [a = '', b = ''] = group?.orders.map(({ id }) => id) ?? [];
    return { ...guest, groupId: group?.id ?? '', a, b };
  };

  const follow = async (as: Identity, variables: Record<string, unknown>) => {
    const stream = await s.subscribe(document, variables, { as });
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream.errors));
    return {
      next: async (): Promise<Change | undefined> => {
        const { value, done } = await stream.next();
        return done ? undefined : (value.data as { orderStatusChanged: Change }).orderStatusChanged;
      },
      close: () => stream.return?.(),
    };
  };

  it('tells what happens from now on, as it happens', async () => {
    const { as, groupId, a } = await bought();
    const stream = await follow(as, { groupId });
    const waiting = stream.next();
    await s.command(staff, 'shipOrder', { orderId: a });
    expect(await waiting).toMatchObject({
      version: 5,
      entry: { event: 'SHIPPED' },
      order: { id: a, status: 'SHIPPED' },
    });
    await stream.close();
  });

  it('begins after the version seen last, without a gap and without a repetition', async () => {
    const { as, groupId, a, b } = await bought();
    const stream = await follow(as, { groupId, afterVersion: 2 });
    expect([await stream.next(), await stream.next()].map((change) => change?.version)).toEqual([3, 4]);
    await s.command(staff, 'shipOrder', { orderId: a });
    await s.command(staff, 'shipOrder', { orderId: b });
    await s.command(as, 'confirmDelivery', { orderId: a });
    expect([await stream.next(), await stream.next(), await stream.next()].map((change) => change?.version)).toEqual([
      5, 6, 7,
    ]);
    await stream.close();
    const resumed = await follow(as, { groupId, afterVersion: 6 });
    expect(await resumed.next()).toMatchObject({ version: 7, entry: { event: 'DELIVERED' } });
    await resumed.close();
  });

  it('misses nothing that happens while the gap is being read', async () => {
    const { as, groupId, a, b } = await bought();
    const [stream] = await Promise.all([
      follow(as, { groupId, afterVersion: 0 }),
      s.command(staff, 'shipOrder', { orderId: a }),
      s.command(staff, 'shipOrder', { orderId: b }),
    ]);
    const versions: number[] = [];
    while (versions.length < 6) versions.push((await stream.next())?.version ?? -1);
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
    await stream.close();
  });

  it('tells the shop about its own order only, and never about drafts', async () => {
    const { a, b } = await bought();
    const shop = asUser('usr_only_a', { shops: { shp_a: ['orders:read'] } });
    const stream = await follow(shop, { orderId: a });
    const waiting = stream.next();
    await s.command(staff, 'shipOrder', { orderId: b });
    await s.command(staff, 'shipOrder', { orderId: a });
    expect(await waiting).toMatchObject({ entry: { event: 'SHIPPED', version: 3 }, order: { id: a } });
    await stream.close();
  });

  it('ends when the right to see it ends', async () => {
    const { as, groupId, a } = await bought();
    const stream = await follow(as, { groupId });
    const waiting = stream.next();
    await s.sql`update order_group set guest_key = 'somebody else' where id = ${groupId}`;
    await s.command(staff, 'shipOrder', { orderId: a });
    expect(await waiting).toBeUndefined();
  });

  it('finds what happened although every hint was lost', async () => {
    const { as, groupId, a } = await bought();
    const request = { groupId, orderId: null, afterVersion: null };
    const stream = await followOrders(s.services, as, request, new AbortController().signal, 100);
    const waiting = stream.next();
    const { publish } = s.runtime.pubsub;
    Object.assign(s.runtime.pubsub, { publish: async () => {} });
    await s.command(staff, 'shipOrder', { orderId: a });
    Object.assign(s.runtime.pubsub, { publish });
    expect((await waiting).value).toMatchObject({ groupVersion: 5, event: 'SHIPPED' });
    await stream.return?.();
  });

  it('wants one thing to follow', async () => {
    const { as, groupId, a } = await bought();
    for (const variables of [{}, { groupId, orderId: a }]) {
      const answer = await s.subscribe(document, variables, { as });
      expect('errors' in answer && answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('stops waiting at once when the reader goes away', async () => {
    const { as, groupId } = await bought();
    const stream = await follow(as, { groupId });
    const waiting = stream.next();
    const began = performance.now();
    await stream.close();
    expect(await waiting).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
