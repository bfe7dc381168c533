import { newId } from '@vitrina/platform/ids';
import { asUser } from '@vitrina/platform/testing';
import { orderPaid } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedShop, openShop, type SellerTest, sellerTest } from './fixtures.ts';

describe('sales of a shop', () => {
  let context: SellerTest;
  beforeAll(async () => {
    context = await sellerTest();
  });
  afterAll(() => context.close());

  const paid = (shopId: string, amountMinor: string, options: { eventId?: string; currency?: string } = {}) => {
    const payload = {
      paymentId: 'pay_1',
      groupId: 'grp_1',
      orderId: newId('ord'),
      shopId,
      buyerId: null,
      amountMinor,
      currency: options.currency ?? 'USD',
    };
    return context.deliver(orderPaid, {
      aggregateId: payload.orderId,
      aggregateVersion: 1,
      payload,
      ...(options.eventId && { eventId: options.eventId }),
    });
  };
  const read = async ({ shopId, owner }: OpenedShop, period = 'LAST_7_DAYS') => {
    const answer = await context.ask<{ shop: { sales: unknown } }>(
      'query ($id: ID!, $period: SalesPeriod!) { shop(id: $id) { sales(period: $period) { orderCount revenue { amountMinor currency } days { day orderCount revenue { amountMinor } } } } }',
      { id: shopId, period },
      { as: owner },
    );
    return answer.data?.shop.sales;
  };

  it('count paid orders by day, a redelivery once', async () => {
    const shop = await openShop(context);
    const eventId = newId('evt');
    await paid(shop.shopId, '1000', { eventId });
    await paid(shop.shopId, '1000', { eventId });
    context.clock.advance(86_400_000);
    await paid(shop.shopId, '250');
    await paid(shop.shopId, '9007199254740993');
    expect(await read(shop)).toEqual({
      orderCount: 3,
      revenue: [{ amountMinor: '9007199254742243', currency: 'USD' }],
      days: [
        { day: '2026-01-15', orderCount: 1, revenue: [{ amountMinor: '1000' }] },
        { day: '2026-01-16', orderCount: 2, revenue: [{ amountMinor: '9007199254741243' }] },
      ],
    });
    expect(await read(shop, 'TODAY')).toMatchObject({ orderCount: 2 });
  });

  it('keep currencies apart', async () => {
    const shop = await openShop(context);
    await paid(shop.shopId, '500');
    await paid(shop.shopId, '700', { currency: 'EUR' });
    expect(await read(shop)).toMatchObject({
      orderCount: 2,
      revenue: [
        { amountMinor: '700', currency: 'EUR' },
        { amountMinor: '500', currency: 'USD' },
      ],
    });
  });

  it('leave periods that are over', async () => {
    const shop = await openShop(context);
    await paid(shop.shopId, '500');
    context.clock.advance(7 * 86_400_000);
    expect(await read(shop)).toEqual({ orderCount: 0, revenue: [], days: [] });
    expect(await read(shop, 'LAST_30_DAYS')).toMatchObject({ orderCount: 1 });
  });

  it('ignore a shop that is not known here', async () => {
    await paid('shp_unknown', '500');
    expect(await context.database.sql`select 1 from shop_sales_day where shop_id = 'shp_unknown'`).toHaveLength(0);
  });

  it('are for those who read orders or payments', async () => {
    const shop = await openShop(context);
    const as = (...capabilities: string[]) => ({
      ...shop,
      owner: asUser('usr_x', { shops: { [shop.shopId]: capabilities } }),
    });
    expect(await read(as('payments:read'))).toMatchObject({ orderCount: 0 });
    expect(await read(as('catalog:write'))).toBeNull();
  });
});
