import { asUser } from '@vitrina/platform/testing';
import { paymentRefunded, paymentRefundFailed } from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OrderAnswer, openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
  // How refunds end at once; whether goods are gone once the money is taken; whether a report overtakes the answer.
  await s.sql.unsafe(`
    create table double.mood (refund text default 'SUCCEEDED', gone boolean default false, reported boolean default false);
    insert into double.mood default values;
    create function double.expire() returns trigger language plpgsql as $$ begin
      update double.reservation set state = 'EXPIRED' where reference = new.group_id and (select gone from double.mood);
      return new; end $$;
    create function double.settle() returns trigger language plpgsql as $$ begin
      new.state := (select refund from double.mood);
      update shop_order set payment_status = 'REFUNDED' where id = new.order_id and (select reported from double.mood);
      return new; end $$;
    create trigger expire after update on double.payment for each row when (new.state = 'CAPTURED') execute function double.expire();
    create trigger settle before insert on double.refund for each row execute function double.settle()`);
});
afterAll(() => s.close());
beforeEach(() => mood({ refund: 'SUCCEEDED' }));

const mood = ({ refund = 'SUCCEEDED', gone = false, reported = false }) =>
  s.sql`update double.mood set refund = ${refund}, gone = ${gone}, reported = ${reported}`;
const admin = asUser('usr_admin', { scopes: ['admin'] });

const bought = async () => {
  const guest = await s.guest();
  await s.add(guest.as, await s.variant(), 2);
  await s.deliverTo(guest.as, guest.cartId);
  const { group } = await s.checkout(guest.as, guest.cartId);
  return { ...guest, groupId: group?.id ?? '', orderId: group?.orders[0]?.id ?? '' };
};
/** A purchase whose goods were gone at the end: its money is given back, and its refund ends like that at once. */
const undone = async (refund: string, more: { reported?: boolean } = {}) => {
  await mood({ refund, gone: true, ...more });
  const order = await bought();
  await mood({ refund: 'SUCCEEDED' });
  return { ...order, refundId: `rfd_undo-${order.orderId}` };
};
type Owed = Awaited<ReturnType<typeof undone>>;

const news = ({ groupId, orderId, refundId }: Owed, paymentVersion: number, amountMinor = '2490') => ({
  aggregateId: `pay_${groupId}`,
  aggregateVersion: paymentVersion,
  payload: {
    ...{ paymentId: `pay_${groupId}`, groupId, orderId, shopId: 'shp_a', buyerId: null },
    ...{ refundId, amountMinor, currency: 'EUR' },
  },
});
const refunded = (order: Owed, version: number, amount?: string) =>
  s.deliver(paymentRefunded, news(order, version, amount));
const failed = (order: Owed, version: number) => s.deliver(paymentRefundFailed, news(order, version));
const look = async ({ as, groupId }: Pick<Owed, 'as' | 'groupId'>): Promise<OrderAnswer | undefined> =>
  (await s.group(as, groupId))?.orders[0];
const toldOf = (order: OrderAnswer | undefined, event: string) =>
  order?.timeline.nodes.filter((node) => node.event === event).length;
const refundsOf = ({ orderId }: Owed) =>
  s.sql`select reference, state, amount::text from double.refund where order_id = ${orderId} order by nth`;
const sagaAbout = async (subject: string) =>
  (await s.sql`select id, state, last_error as "lastError" from kit.saga_instance where subject = ${subject}`)[0];
const resume = async (sagaId: unknown) => {
  const { resumeSaga } = await s.data<{
    resumeSaga: { saga: { state: string } | null; userErrors: { code: string }[] };
  }>(
    'mutation ($input: ResumeSagaInput!) { resumeSaga(input: $input) { saga { state } userErrors { code } } }',
    { input: { sagaId, reason: 'The provider says that it works again.' } },
    admin,
  );
  return resumeSaga;
};

describe('the money of an undone purchase', () => {
  it('that comes back days later is told once, however often its report comes', async () => {
    const order = await undone('PENDING');
    expect(await look(order)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUND_PENDING' });
    for (const version of [7, 7, 8]) await refunded(order, version);
    const after = await look(order);
    expect(after).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED' });
    expect(toldOf(after, 'REFUNDED')).toBe(1);
  });

  it('is not put on its way again by an answer that is slower than its report', async () => {
    expect(await look(await undone('PENDING', { reported: true }))).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'REFUNDED',
    });
  });

  it.each([
    ['came back from the bank after all', ['back 7', 'lost 8'], 'REFUND_PENDING'],
    ['came back from the bank after all, told in the wrong order', ['lost 8', 'back 7'], 'REFUND_PENDING'],
    ['was returned by a second refund, told in the wrong order', ['back 9', 'lost 8'], 'REFUNDED'],
  ])('that %s is where the newest version of the payment has it', async (_, told, paymentStatus) => {
    const order = await undone('PENDING');
    for (const one of told) await (one.startsWith('back') ? refunded : failed)(order, Number(one.slice(5)));
    expect(await look(order)).toMatchObject({ paymentStatus });
  });

  it('is not back when a part of it is', async () => {
    const order = await undone('PENDING');
    await refunded(order, 7, '2489');
    expect(await look(order)).toMatchObject({ paymentStatus: 'REFUND_PENDING' });
  });
});

/** As long as it takes until nothing is tried any more without a person. */
const untilStuck = async (): Promise<void> => {
  for (let tries = 0; tries < 10; tries += 1) await s.later(31);
};

describe('a refund that failed', () => {
  it('waits for a person, who has it returned once more, once', async () => {
    const order = await undone('FAILED');
    await failed(order, 7);
    await untilStuck();
    const { stuckSagas } = await s.data<{
      stuckSagas: { nodes: { id: string; name: string; lastError: string | null }[] };
    }>('{ stuckSagas(first: 50) { nodes { id name groupId lastError } } }', {}, admin);
    const listed = stuckSagas.nodes.find(({ lastError }) => lastError?.includes(order.refundId));
    expect(listed).toMatchObject({ name: 'orders.return-money', groupId: order.groupId });
    expect(listed?.lastError).toContain('could not return 2490');
    expect(await refundsOf(order)).toHaveLength(1);

    const answers = await Promise.all([resume(listed?.id), resume(listed?.id)]);
    expect(answers.some(({ saga }) => saga?.state === 'DONE')).toBe(true);
    expect(await refundsOf(order)).toMatchObject([
      { state: 'FAILED' },
      { reference: `again-${order.refundId}`, state: 'SUCCEEDED', amount: '2490' },
    ]);
    await refunded(order, 9);
    expect(await look(order)).toMatchObject({ paymentStatus: 'REFUNDED' });
    expect((await resume(listed?.id)).userErrors).toMatchObject([{ code: 'SAGA_ENDED' }]);
  });

  it('that fails again waits for a person again, as the newer one', async () => {
    const order = await undone('FAILED');
    await failed(order, 7);
    await untilStuck();
    await mood({ refund: 'FAILED' });
    expect((await resume((await sagaAbout(order.refundId))?.['id'])).saga?.state).toBe('DONE');
    const again = { ...order, refundId: `rfd_again-${order.refundId}` };
    await failed(again, 9);
    await untilStuck();
    expect(await sagaAbout(again.refundId)).toMatchObject({ state: 'STUCK' });
    expect(await look(order)).toMatchObject({ paymentStatus: 'REFUND_PENDING' });
  });

  it('is nobody’s business once its money went back otherwise', async () => {
    const order = await undone('FAILED');
    await failed(order, 7);
    await s.sql`insert into double.refund (reference, order_id, amount) values (${`cancelled:${order.orderId}`}, ${order.orderId}, 2490)`;
    await s.later(31);
    expect(await sagaAbout(order.refundId)).toMatchObject({ state: 'DONE' });
    expect(await refundsOf(order)).toHaveLength(2);
  });
});

describe('a purchase whose goods were gone at the end', () => {
  it('stands when they were sent before it was undone, once a person has seen to the stock', async () => {
    const order = await bought();
    // As it stands when catalog was away for so long that the hold ran out, and the shop was quicker than its return.
    await s.sql`update double.reservation set state = 'EXPIRED' where reference = ${order.groupId}`;
    await s.sql`update shop_order set status = 'SHIPPED' where id = ${order.orderId}`;
    await s.sql`update kit.saga_instance set state = 'RUNNING', step = 'commit', next_run_at = created_at, ended_at = null where subject = ${order.groupId}`;
    await s.sql`delete from kit.saga_journal where step = 'commit' and instance_id = (select id from kit.saga_instance where subject = ${order.groupId})`;
    await untilStuck();
    const saga = await sagaAbout(order.groupId);
    expect(saga).toMatchObject({ state: 'STUCK', lastError: expect.stringContaining('Correct the stock') });
    expect((await resume(saga?.['id'])).saga?.state).toBe('DONE');
    expect(await look(order)).toMatchObject({ status: 'SHIPPED' });
    expect(await s.sql`select 1 from double.refund where order_id = ${order.orderId}`).toHaveLength(0);
  });

  it('is sent by nobody while it is being undone', async () => {
    const order = await bought();
    await s.sql`update order_group set cancel_requested_at = now() where id = ${order.groupId}`;
    await s.sql`update shop_order set status = 'PAID', payment_status = 'PAID' where id = ${order.orderId}`;
    const packer = asUser('usr_packer', { shops: { shp_a: ['orders:read', 'orders:fulfil'] } });
    const { payload } = await s.command(packer, 'shipOrder', { orderId: order.orderId });
    expect(payload?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await look(order)).toMatchObject({ status: 'PAID' });
  });
});

describe('the money of a cancelled order', () => {
  const cancelled = async (refund: string) => {
    const order = await bought();
    await mood({ refund });
    await s.command(order.as, 'cancelOrder', { orderId: order.orderId });
    return { ...order, refundId: `rfd_cancel-${order.orderId}` };
  };

  it('that is back is told when payments reports it, and once', async () => {
    const order = await cancelled('PENDING');
    expect(await look(order)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUND_PENDING' });
    await refunded(order, 7);
    await s.later(1);
    const after = await look(order);
    expect(after).toMatchObject({ paymentStatus: 'REFUNDED' });
    expect(toldOf(after, 'REFUNDED')).toBe(1);
    expect(await sagaAbout(order.orderId)).toMatchObject({ state: 'DONE' });
  });

  it('keeps nobody from hearing of the cancellation when it could not be returned', async () => {
    const order = await cancelled('FAILED');
    const announced = (await s.published('order.cancelled')).filter(({ aggregateId }) => aggregateId === order.orderId);
    expect(announced).toHaveLength(1);
    expect(await look(order)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUND_PENDING' });
    expect(await sagaAbout(order.orderId)).toMatchObject({ state: 'DONE' });
  });
});
