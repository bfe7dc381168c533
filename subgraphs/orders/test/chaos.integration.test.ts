import type { Identity } from '@vitrina/platform/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../src/services.ts';
import { type Fault, lose } from './market-double.ts';
import { openSetting, type Setting } from './setting.ts';

/** A small generator with a seed (mulberry32), so a failing run can be repeated. */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const calls = [
  'ReserveStock',
  'AuthorisePayment',
  'CapturePayment',
  'CommitStock',
  'ReleaseStock',
  'VoidPayment',
  'PaymentByGroup',
  'ReservationByReference',
  'RestockLines',
  'RefundOrder',
];
const tokens = ['tok_ok', 'tok_ok', 'tok_ok', 'tok_declined', 'tok_3ds'];
const purchases = 24;
const units = 30;

describe('many purchases while every second call is lost on the way or on the way back', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting({ waitMs: 100 });
  });
  afterAll(() => s.close());

  const buy = async (as: Identity, cartId: string, token: string, cancels: boolean): Promise<string> => {
    const { group } = await s.checkout(as, cartId, { payment: { providerToken: token } });
    const [order] = group?.orders ?? [];
    if (order && cancels) await s.command(as, 'cancelOrder', { orderId: order.id });
    return group?.id ?? '';
  };

  it.each([1, 2, 3])(
    'every unit and every cent ends where it belongs (seed %i)',
    async (seed) => {
      const random = randomOf(seed);
      const variant = await s.variant({ onHand: units });
      const carts: { as: Identity; cartId: string }[] = [];
      for (let nth = 0; nth < purchases; nth += 1) {
        const guest = await s.guest();
        await s.add(guest.as, variant, 2);
        await s.deliverTo(guest.as, guest.cartId);
        carts.push(guest);
      }
      for (const call of calls) {
        const faults = Array.from({ length: 12 }, (): Fault => (random() < 0.5 ? 'lost-request' : 'lost-answer'));
        await lose(s.database, call, ...faults);
      }
      const groups: string[] = [];
      for (let at = 0; at < purchases; at += 4) {
        const few = carts
          .slice(at, at + 4)
          .map(({ as, cartId }) =>
            buy(as, cartId, tokens[Math.floor(random() * tokens.length)] ?? 'tok_ok', random() < 0.3),
          );
        groups.push(...(await Promise.all(few)).filter(Boolean));
      }
      // A second worker on the same rows, and time enough for every back-off, the bank's deadline, and twelve lost calls after it.
      const rival = createServices(s.runtime, { ORDERS_CHECKOUT_WAIT_MS: 0 });
      for (let round = 0; round < 80; round += 1) {
        s.clock.advance(31_000);
        await Promise.all([s.services.sagas.sweep(), rival.sagas.sweep()]);
      }

      expect(
        await s.sql`select id, name, state, step, last_error from kit.saga_instance where ended_at is null`,
      ).toEqual([]);
      const alive =
        await s.sql`select g.id, count(*)::int as n from order_group g join shop_order o on o.group_id = g.id where g.id = any(${groups}) and o.status not in ('CANCELLED', 'DRAFT') group by g.id`;
      expect(await s.sql`select id from shop_order where status = 'DRAFT' and group_id = any(${groups})`).toEqual([]);
      const [stock] = await s.sql`select on_hand from double.variant where id = ${variant}`;
      expect(stock?.['on_hand']).toBe(units - 2 * alive.length);
      expect(
        await s.sql`select reference from double.reservation where state in ('HELD', 'BOUND') and reference = any(${groups})`,
      ).toEqual([]);
      const money =
        await s.sql`select p.group_id, p.captured - p.refunded as kept, g.total_minor from double.payment p join order_group g on g.id = p.group_id where g.id = any(${groups})`;
      const living = new Set(alive.map(({ id }) => id));
      for (const row of money)
        expect([row['group_id'], row['kept']]).toEqual([
          row['group_id'],
          living.has(row['group_id']) ? row['total_minor'] : '0',
        ]);
      const open =
        await s.sql`select group_id from double.payment where state in ('AUTHORISED', 'REQUIRES_ACTION', 'PENDING') and group_id = any(${groups})`;
      expect(open).toEqual([]);
      expect(alive.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
