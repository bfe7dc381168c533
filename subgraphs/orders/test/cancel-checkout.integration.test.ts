import { randomUUID } from 'node:crypto';
import type { Identity } from '@vitrina/platform/auth';
import { metrics } from '@vitrina/platform/observability';
import { asUser } from '@vitrina/platform/testing';
import { paymentAuthorised } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lose } from './market-double.ts';
import { openSetting, type Setting } from './setting.ts';

interface Answer {
  readonly cancelCheckout: {
    readonly group: { readonly status: string } | null;
    readonly userErrors: readonly { readonly code: string }[];
    readonly replayed: boolean;
  };
}

const document = `mutation ($input: CancelCheckoutInput!) { cancelCheckout(input: $input) {
  group { status failure { code } orders { status cancelReason paymentStatus } } userErrors { code message } replayed } }`;

describe('giving a purchase up while the bank waits', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const waiting = async () => {
    const guest = await s.guest();
    const variant = await s.variant({ onHand: 3 });
    await s.add(guest.as, variant, 2);
    await s.deliverTo(guest.as, guest.cartId);
    const answer = await s.checkout(guest.as, guest.cartId, { payment: { providerToken: 'tok_3ds' } });
    return { ...guest, variant, groupId: answer.group?.id ?? '' };
  };
  const cancel = (as: Identity, groupId: string, idempotencyKey: string = randomUUID()) =>
    s.ask<Answer>(document, { input: { idempotencyKey, groupId } }, { as });
  const cancelled = async (as: Identity, groupId: string, key?: string) =>
    (await cancel(as, groupId, key)).data?.cancelCheckout;
  const bankSaysYes = (groupId: string) =>
    s.sql`update double.payment set state = 'AUTHORISED' where group_id = ${groupId} and state = 'REQUIRES_ACTION' returning 1`;
  const authorisedEvent = (groupId: string) =>
    s.deliver(paymentAuthorised, {
      aggregateId: `pay_${groupId}`,
      aggregateVersion: 2,
      payload: { paymentId: `pay_${groupId}`, groupId },
    });
  const payment = async (groupId: string) =>
    (await s.sql`select state, captured::int from double.payment where group_id = ${groupId}`)[0];
  const reservation = async (groupId: string) =>
    (await s.sql`select state from double.reservation where reference = ${groupId}`)[0]?.['state'] as string;

  it('voids the payment, frees the goods, and opens the cart again', async () => {
    const { as, groupId, cartId } = await waiting();
    expect(await cancelled(as, groupId)).toMatchObject({
      group: {
        status: 'CANCELLED',
        failure: { code: 'CHECKOUT_GIVEN_UP' },
        orders: [{ status: 'CANCELLED', cancelReason: 'BUYER', paymentStatus: 'VOIDED' }],
      },
      userErrors: [],
    });
    expect(await payment(groupId)).toEqual({ state: 'VOIDED', captured: 0 });
    expect(await reservation(groupId)).toBe('RELEASED');
    expect(await s.checkout(as, cartId)).toMatchObject({ status: 'CONFIRMED', userErrors: [] });
  });

  it('happens once per key, and is refused once it is over', async () => {
    const { as, groupId } = await waiting();
    const key = randomUUID();
    expect(await cancelled(as, groupId, key)).toMatchObject({ replayed: false });
    expect(await cancelled(as, groupId, key)).toMatchObject({ replayed: true, userErrors: [] });
    expect(await cancelled(as, groupId)).toMatchObject({ userErrors: [{ code: 'CHECKOUT_CANCELLED' }] });
  });

  it('wins over a yes that comes after it, also when payments was away meanwhile', async () => {
    const { as, groupId } = await waiting();
    await lose(s.database, 'PaymentByGroup', 'lost-request', 'lost-request');
    const answering = cancelled(as, groupId);
    await expect
      .poll(
        async () => (await s.sql`select cancel_requested_at as at from order_group where id = ${groupId}`)[0]?.['at'],
      )
      .not.toBeNull();
    await bankSaysYes(groupId);
    await authorisedEvent(groupId);
    expect((await answering)?.userErrors).toEqual([]);
    await s.runJobs();
    await s.later(61);
    expect(await s.group(as, groupId)).toMatchObject({ status: 'CANCELLED', failure: { code: 'CHECKOUT_GIVEN_UP' } });
    expect(await payment(groupId)).toEqual({ state: 'VOIDED', captured: 0 });
    expect(await reservation(groupId)).toBe('RELEASED');
    expect((await s.published('order.created')).filter(({ payload }) => payload['groupId'] === groupId)).toEqual([]);
  });

  it('loses to a yes that was taken before it', async () => {
    const { as, groupId } = await waiting();
    await bankSaysYes(groupId);
    await authorisedEvent(groupId);
    await s.runJobs();
    expect(await cancelled(as, groupId)).toMatchObject({
      group: { status: 'CONFIRMED' },
      userErrors: [{ code: 'CHECKOUT_CONFIRMED' }],
    });
    expect(await payment(groupId)).toMatchObject({ state: 'CAPTURED' });
  });

  it('ends one way or the other, never in between, when both come at the same moment', async () => {
    const ends = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { as, groupId } = await waiting();
        const [answer] = await Promise.all([
          cancelled(as, groupId),
          bankSaysYes(groupId).then(() => authorisedEvent(groupId)),
        ]);
        return { as, groupId, refused: (answer?.userErrors.length ?? 0) > 0 };
      }),
    );
    await s.runJobs();
    await s.later(61);
    for (const { as, groupId, refused } of ends) {
      expect((await s.group(as, groupId))?.status).toBe(refused ? 'CONFIRMED' : 'CANCELLED');
      expect(await payment(groupId)).toEqual(
        refused ? { state: 'CAPTURED', captured: 2_490 } : { state: 'VOIDED', captured: 0 },
      );
      expect(await reservation(groupId)).toBe(refused ? 'COMMITTED' : 'RELEASED');
    }
  });

  it('is for the buyer: to others the purchase is not there, and support may look but not touch', async () => {
    const { as, groupId } = await waiting();
    const stranger = await s.guest();
    expect((await cancel(stranger.as, groupId)).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    const support = asUser('usr_support', { scopes: ['support'] });
    expect((await cancel(support, groupId)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await cancel(as, 'grp_nonsense')).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(await reservation(groupId)).toBe('HELD');
  });

  it('is refused for a purchase that went through at once', async () => {
    const guest = await s.guest();
    await s.add(guest.as, await s.variant());
    await s.deliverTo(guest.as, guest.cartId);
    const { group } = await s.checkout(guest.as, guest.cartId);
    expect(await cancelled(guest.as, group?.id ?? '')).toMatchObject({ userErrors: [{ code: 'CHECKOUT_CONFIRMED' }] });
  });
});

describe('purchases that need a person', () => {
  it('are counted for those who watch the metrics', async () => {
    const s = await openSetting();
    const guest = await s.guest();
    await s.add(guest.as, await s.variant());
    await s.deliverTo(guest.as, guest.cartId);
    const { group } = await s.checkout(guest.as, guest.cartId);
    const needed = async () => {
      await s.runSweep('count-stuck-sagas');
      const { values } = await metrics.needsPerson.get();
      return values.find(({ labels }) => labels.context === 'orders')?.value;
    };
    expect(await needed()).toBe(0);
    await s.sql`update kit.saga_instance set state = 'STUCK', ended_at = null where subject = ${group?.id ?? ''}`;
    expect(await needed()).toBe(1);
    await s.close();
  });
});
