import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { crashPointsOf } from '@vitrina/platform/saga';
import { type Bundle, bundleProgram } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cancelSaga } from '../src/sagas/cancel-saga.ts';
import { checkoutSaga } from '../src/sagas/checkout-saga.ts';
import { lose } from './market-double.ts';
import { openSetting, type Setting } from './setting.ts';

const source = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

describe('a process killed in the middle of', () => {
  let s: Setting;
  let url: string;
  let child: Bundle;
  beforeAll(async () => {
    s = await openSetting({ waitMs: 0 });
    const [row] = await s.sql<{ name: string }[]>`select current_database() as name`;
    const database = new URL(inject('postgresUrl'));
    database.pathname = `/${row?.name}`;
    url = database.toString();
    child = await bundleProgram(source);
  });
  afterAll(async () => {
    await child?.remove();
    await s?.close();
  });

  /** Runs the saga in a process of its own that is killed at `point`. */
  const killAt = async (sagaId: string, point: string): Promise<void> => {
    const process_ = spawn(process.execPath, [child.file, url, sagaId], {
      env: { ...process.env, VITRINA_CRASH_POINT: point },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = (await once(process_, 'exit')) as [number | null, NodeJS.Signals | null];
    expect(signal).toBe('SIGKILL');
  };

  /** After a kill: the lease runs out, the sweep takes over, back-offs pass. */
  const recover = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) await s.later(16);
  };

  /** A purchase whose saga nobody runs yet. */
  const begun = async (token: string) => {
    const guest = await s.guest();
    const variant = await s.variant({ onHand: 10 });
    await s.add(guest.as, variant, 2);
    await s.deliverTo(guest.as, guest.cartId);
    // Whoever takes the first step loses its request: the purchase stands still at its beginning.
    await lose(s.database, 'ReserveStock', 'lost-request');
    const { group } = await s.checkout(guest.as, guest.cartId, { payment: { providerToken: token } });
    const groupId = group?.id ?? '';
    while ((await s.sql`select 1 from kit.saga_instance where subject = ${groupId} and attempts = 0`).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await s.sql`delete from kit.saga_journal where instance_id = (select id from kit.saga_instance where subject = ${groupId})`;
    await s.sql`update kit.saga_instance set attempts = 0, next_run_at = now() - interval '1 day' where subject = ${groupId}`;
    const sagaId = String((await s.sql`select id from kit.saga_instance where subject = ${groupId}`)[0]?.['id']);
    return { ...guest, variant, groupId, orderId: group?.orders[0]?.id ?? '', sagaId };
  };

  const books = async (groupId: string, variant: string) => {
    const [stock] = await s.sql`select on_hand from double.variant where id = ${variant}`;
    const [hold] = await s.sql`select state from double.reservation where reference = ${groupId}`;
    const [payment] =
      await s.sql`select state, captured::text, refunded::text from double.payment where group_id = ${groupId}`;
    return { onHand: stock?.['on_hand'], hold: hold?.['state'], payment };
  };
  const eventsOf = async (groupId: string) =>
    (await s.published()).filter(({ payload }) => payload['groupId'] === groupId).map(({ name }) => name);

  const points = crashPointsOf(checkoutSaga);
  const forward = points.filter((point) => !point.includes('.undo-'));
  const back = points.filter((point) => point.includes('.undo-'));

  it.each(forward)('a purchase at %s: one hold, one charge, one order', async (point) => {
    const { as, groupId, variant, sagaId } = await begun('tok_ok');
    await killAt(sagaId, point);
    await recover();
    expect(await s.group(as, groupId)).toMatchObject({ status: 'CONFIRMED', orders: [{ status: 'CONFIRMED' }] });
    expect(await books(groupId, variant)).toEqual({
      onHand: 8,
      hold: 'COMMITTED',
      payment: { state: 'CAPTURED', captured: '2490', refunded: '0' },
    });
    expect(await eventsOf(groupId)).toEqual(['order.created', 'order.confirmed']);
  });

  it.each(back)('undoing a purchase at %s: nothing held, nothing kept, the cart open again', async (point) => {
    const { as, cartId, groupId, variant, sagaId } = await begun('tok_ok');
    await s.sql.unsafe(`create or replace function double.expire() returns trigger language plpgsql as $$
      begin update double.reservation set state = 'EXPIRED' where reference = new.group_id; return new; end $$;
      create trigger expire after update on double.payment for each row when (new.state = 'CAPTURED') execute function double.expire()`);
    await killAt(sagaId, point);
    await recover();
    await s.sql`drop trigger expire on double.payment`;
    expect(await s.group(as, groupId)).toMatchObject({
      status: 'CANCELLED',
      failure: { code: 'RESERVATION_GONE' },
      orders: [{ status: 'CANCELLED' }],
    });
    expect(await books(groupId, variant)).toEqual({
      onHand: 10,
      hold: 'EXPIRED',
      payment: { state: 'CAPTURED', captured: '2490', refunded: '2490' },
    });
    expect(await eventsOf(groupId)).toEqual(['order.created', 'order.confirmed', 'order.cancelled']);
    expect((await s.sql`select status from cart where id = ${cartId}`)[0]).toEqual({ status: 'OPEN' });
  });

  it.each(crashPointsOf(cancelSaga))('a cancellation at %s: goods and money back once', async (point) => {
    const { as, groupId, orderId, variant, sagaId } = await begun('tok_ok');
    await s.services.sagas.advance(sagaId);
    await s.sql`update shop_order set status = 'PAID', payment_status = 'PAID' where id = ${orderId}`;
    await s.sql`update order_group set phase = 'CONFIRMED' where id = ${groupId}`;
    await s.command(as, 'cancelOrder', { orderId, idempotencyKey: randomUUID() });
    await s.services.sagas.idle();
    await s.sql`update order_group set phase = 'SETTLED' where id = ${groupId}`;
    await s.sql`update kit.saga_instance set next_run_at = now() - interval '1 day' where subject = ${orderId}`;
    const cancelId = String((await s.sql`select id from kit.saga_instance where subject = ${orderId}`)[0]?.['id']);
    await killAt(cancelId, point);
    await recover();
    expect((await s.group(as, groupId))?.orders).toMatchObject([{ status: 'CANCELLED', paymentStatus: 'REFUNDED' }]);
    expect(await books(groupId, variant)).toMatchObject({
      onHand: 10,
      payment: { captured: '2490', refunded: '2490' },
    });
    expect((await eventsOf(groupId)).filter((name) => name === 'order.cancelled')).toHaveLength(1);
  });
});
