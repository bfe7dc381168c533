import { randomUUID } from 'node:crypto';
import { asClient, asUser } from '@vitrina/platform/testing';
import { orderPaid } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lose } from './market-double.ts';
import { type GroupAnswer, openSetting, type Setting } from './setting.ts';

describe('an order', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const fulfilment = asUser('usr_packer', { shops: { shp_a: ['orders:read', 'orders:fulfil'] } });
  const admin = asUser('usr_admin', { scopes: ['admin'] });

  const bought = async (more: Record<string, unknown> = {}) => {
    const guest = await s.guest();
    const variant = await s.variant({ onHand: 10 });
    await s.add(guest.as, variant, 2);
    await s.deliverTo(guest.as, guest.cartId);
    const { group } = await s.checkout(guest.as, guest.cartId, more);
    const orderId = group?.orders[0]?.id ?? '';
    return { ...guest, variant, groupId: group?.id ?? '', orderId };
  };
  const pay = ({ groupId, orderId }: { groupId: string; orderId: string }, eventId?: string) =>
    s.deliver(orderPaid, {
      aggregateId: `pay_${groupId}`,
      aggregateVersion: 3,
      payload: {
        paymentId: `pay_${groupId}`,
        groupId,
        orderId,
        shopId: 'shp_a',
        buyerId: null,
        amountMinor: '2490',
        currency: 'EUR',
      },
      ...(eventId && { eventId }),
    });
  const orderOf = (group: GroupAnswer | null) => group?.orders[0];
  const onHand = async (variant: string) =>
    (await s.sql`select on_hand from double.variant where id = ${variant}`)[0]?.['on_hand'];

  it('goes from paid over shipped and delivered to completed, with a timeline and an event each', async () => {
    const order = await bought();
    await pay(order);
    const shipped = await s.command(fulfilment, 'shipOrder', {
      orderId: order.orderId,
      carrier: 'DHL',
      trackingNumber: 'T1',
    });
    expect(shipped.payload?.order).toMatchObject({ status: 'SHIPPED', availableActions: ['MARK_DELIVERED'] });
    const delivered = await s.command(order.as, 'confirmDelivery', { orderId: order.orderId });
    expect(delivered.payload?.order).toMatchObject({ status: 'DELIVERED', availableActions: [] });
    await s.runSweep('complete-delivered-orders');
    expect(orderOf(await s.group(order.as, order.groupId))?.status).toBe('DELIVERED');
    s.clock.advance(14 * 86_400_000 + 1_000);
    await s.runSweep('complete-delivered-orders');
    await s.runSweep('complete-delivered-orders');
    const group = await s.group(order.as, order.groupId);
    expect(group).toMatchObject({ status: 'COMPLETED', version: 6 });
    expect(orderOf(group)?.timeline.nodes).toMatchObject([
      { version: 1, event: 'PLACED', status: 'DRAFT', actor: 'BUYER' },
      { version: 2, event: 'CONFIRMED', status: 'CONFIRMED', actor: 'SYSTEM' },
      { version: 3, event: 'PAID', status: 'PAID', actor: 'SYSTEM' },
      { version: 4, event: 'SHIPPED', status: 'SHIPPED', actor: 'SHOP' },
      { version: 5, event: 'DELIVERED', status: 'DELIVERED', actor: 'BUYER' },
      { version: 6, event: 'COMPLETED', status: 'COMPLETED', actor: 'SYSTEM' },
    ]);
    const names = (await s.published())
      .filter(({ aggregateId }) => aggregateId === order.orderId)
      .map(({ name }) => name);
    expect(names).toEqual(['order.created', 'order.confirmed', 'order.shipped', 'order.delivered', 'order.completed']);
  });

  it('is paid once however often the event comes', async () => {
    const order = await bought();
    await Promise.all(
      [pay(order), pay(order), pay(order, 'evt_1'), pay(order, 'evt_1')].map((done) => done.catch(() => undefined)),
    );
    await pay(order);
    expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
      status: 'PAID',
      paymentStatus: 'PAID',
      version: 3,
    });
  });

  it('is confirmed as paid when the money comes before the confirmation', async () => {
    const guest = await s.guest();
    await s.add(guest.as, await s.variant());
    await s.deliverTo(guest.as, guest.cartId);
    // Authorising waits at this gate until the money is reported.
    const gate = await s.sql.reserve();
    await gate`select pg_advisory_lock(4711)`;
    await s.sql.unsafe(`create function double.wait() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
      create trigger wait before insert on double.payment for each row execute function double.wait()`);
    const running = s.checkout(guest.as, guest.cartId);
    const drafts = () =>
      s.sql`select o.id, o.group_id from shop_order o join order_group g on g.id = o.group_id where g.cart_id = ${guest.cartId}`;
    await expect.poll(async () => (await drafts()).length).toBe(1);
    const [draft] = await drafts();
    await pay({ groupId: String(draft?.['group_id']), orderId: String(draft?.['id']) });
    await gate`select pg_advisory_unlock(4711)`;
    gate.release();
    const { group } = await running;
    await s.sql`drop trigger wait on double.payment`;
    expect(orderOf(group)).toMatchObject({ status: 'PAID', paymentStatus: 'PAID' });
    expect(orderOf(group)?.timeline.nodes.map(({ event }) => event)).toEqual(['PLACED', 'PAID', 'CONFIRMED']);
  });

  it('is not shipped before it is paid, and says what can be done instead', async () => {
    const order = await bought();
    const refused = await s.command(fulfilment, 'shipOrder', { orderId: order.orderId });
    expect(refused.payload?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', availableActions: ['CANCEL'] }]);
  });

  it('paid on delivery is shipped at once and completed only after the cash is there', async () => {
    const order = await bought({ payment: { terms: 'ON_DELIVERY' } });
    expect((await s.command(fulfilment, 'shipOrder', { orderId: order.orderId })).payload?.order?.status).toBe(
      'SHIPPED',
    );
    expect((await s.command(fulfilment, 'markDelivered', { orderId: order.orderId })).payload?.order?.status).toBe(
      'DELIVERED',
    );
    s.clock.advance(15 * 86_400_000);
    await s.runSweep('complete-delivered-orders');
    expect(orderOf(await s.group(order.as, order.groupId))?.status).toBe('DELIVERED');
    await pay(order);
    await s.runSweep('complete-delivered-orders');
    expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
      status: 'COMPLETED',
      paymentStatus: 'PAID',
    });
  });

  it('is completed although the one before it cannot be', async () => {
    const [crooked, sound] = [await bought(), await bought()];
    for (const order of [crooked, sound]) {
      await pay(order);
      await s.command(fulfilment, 'shipOrder', { orderId: order.orderId });
      await s.command(order.as, 'confirmDelivery', { orderId: order.orderId });
    }
    // The next entry of its timeline is there already.
    await s.sql`update order_group set version = version - 1 where id = ${crooked.groupId}`;
    s.clock.advance(14 * 86_400_000 + 60_000);
    await s.runSweep('complete-delivered-orders');
    expect(orderOf(await s.group(sound.as, sound.groupId))?.status).toBe('COMPLETED');
    expect(orderOf(await s.group(crooked.as, crooked.groupId))?.status).toBe('DELIVERED');
    await s.sql`update order_group set version = version + 1 where id = ${crooked.groupId}`;
    await s.runSweep('complete-delivered-orders');
    expect(orderOf(await s.group(crooked.as, crooked.groupId))?.status).toBe('COMPLETED');
  });

  it('ships once under one key, and flags the repetition', async () => {
    const order = await bought();
    await pay(order);
    const input = { orderId: order.orderId, idempotencyKey: randomUUID() };
    expect((await s.command(fulfilment, 'shipOrder', input)).payload).toMatchObject({ replayed: false });
    expect((await s.command(fulfilment, 'shipOrder', input)).payload).toMatchObject({ replayed: true, userErrors: [] });
    expect(await s.sql`select id from shipment where order_id = ${order.orderId}`).toHaveLength(1);
  });

  it('cancelled by its buyer gives back goods and money, once', async () => {
    const order = await bought();
    await pay(order);
    const cancelled = await s.command(order.as, 'cancelOrder', { orderId: order.orderId, note: 'Changed my mind.' });
    expect(cancelled.payload?.order).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'BUYER',
      paymentStatus: 'REFUNDED',
      availableActions: [],
    });
    expect(await onHand(order.variant)).toBe(10);
    expect((await s.sql`select refunded::text from double.payment where group_id = ${order.groupId}`)[0]).toEqual({
      refunded: '2490',
    });
    expect(
      (await s.published('order.cancelled')).find(({ aggregateId }) => aggregateId === order.orderId)?.payload,
    ).toMatchObject({ reason: 'buyer' });
    const again = await s.command(order.as, 'cancelOrder', { orderId: order.orderId });
    expect(again.payload?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it.each(['RestockLines', 'RefundOrder'])(
    'cancelled gives back once although the answer to %s was lost',
    async (call) => {
      const order = await bought();
      await pay(order);
      await lose(s.database, call, 'lost-answer');
      await s.command(fulfilment, 'cancelOrder', { orderId: order.orderId });
      expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
        cancelReason: 'SHOP',
        paymentStatus: 'REFUNDED',
      });
      expect(await onHand(order.variant)).toBe(10);
      expect((await s.sql`select refunded::text from double.payment where group_id = ${order.groupId}`)[0]).toEqual({
        refunded: '2490',
      });
    },
  );

  it('cancelled before its money is reported stays cancelled when the report comes', async () => {
    const order = await bought();
    await s.command(admin, 'cancelOrder', { orderId: order.orderId });
    await pay(order);
    expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'MARKET',
      paymentStatus: 'REFUNDED',
    });
  });

  it.each(['REFUND_PENDING', 'REFUNDED'])(
    'whose money is %s is not paid by a report that comes late',
    async (status) => {
      const order = await bought();
      // As it stands while its purchase is being undone: the money went back, and it is not cancelled yet.
      await s.sql`update shop_order set payment_status = ${status} where id = ${order.orderId}`;
      await pay(order);
      expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
        status: 'CONFIRMED',
        paymentStatus: status,
      });
    },
  );

  it('paid on delivery and cancelled takes no money and gives back the goods', async () => {
    const order = await bought({ payment: { terms: 'ON_DELIVERY' } });
    await s.command(order.as, 'cancelOrder', { orderId: order.orderId });
    expect(orderOf(await s.group(order.as, order.groupId))).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'VOIDED',
    });
    expect(await onHand(order.variant)).toBe(10);
    expect(await s.sql`select * from double.refund where order_id = ${order.orderId}`).toHaveLength(0);
  });

  it('is either shipped or cancelled when both are asked at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const order = await bought();
      await pay(order);
      const answers = await Promise.all([
        s.command(fulfilment, 'shipOrder', { orderId: order.orderId }),
        s.command(order.as, 'cancelOrder', { orderId: order.orderId }),
      ]);
      expect(answers.filter(({ payload }) => payload?.userErrors.length === 0)).toHaveLength(1);
      const { status } = orderOf(await s.group(order.as, order.groupId)) ?? {};
      const refunds = await s.sql`select * from double.refund where order_id = ${order.orderId}`;
      expect([status, refunds.length]).toEqual(status === 'SHIPPED' ? ['SHIPPED', 0] : ['CANCELLED', 1]);
    }
  });

  it('is listed to the shop’s ERP page by page, without drafts and other shops', async () => {
    const erp = asClient('key_1', 'shp_a', ['orders:read']);
    const query = `query ($after: String, $since: DateTime) { _entities(representations: [{ __typename: "Shop", id: "shp_a" }]) {
      ... on Shop { orders(first: 3, after: $after, updatedSince: $since) { totalCount nodes { id status shop { id } group { id } } pageInfo { hasNextPage endCursor } } } } }`;
    interface Page {
      _entities: [
        {
          orders: {
            totalCount: number;
            nodes: { id: string; status: string; group: unknown }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        },
      ];
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: Page = await s.data<Page>(query, { after }, erp);
      const { nodes, pageInfo }: Page['_entities'][0]['orders'] = page._entities[0].orders;
      expect(nodes.every((node) => node.status !== 'DRAFT' && node.group === null)).toBe(true);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort().reverse()).toEqual(seen);
    const future = await s.data<Page>(query, { since: new Date(s.clock.now().getTime() + 1_000).toISOString() }, erp);
    expect(future._entities[0].orders.nodes).toEqual([]);
  });
});
