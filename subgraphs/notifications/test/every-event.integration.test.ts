import { newId } from '@vitrina/platform/ids';
import * as events from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consumers } from '../src/events/index.ts';
import { openSetting, orderFacts, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
beforeEach(async () => {
  await setting.clear();
  setting.orders.clear();
});
afterAll(() => setting.close());

type Contract = (typeof consumers)[number]['contract'];
/** What an event carries, and whom it tells what: "recipient kind", each in a line of its own. */
interface Case {
  readonly contract: Contract;
  readonly payload: object;
  readonly tells: readonly string[];
}

const request = { userId: 'usr_buyer', requestId: 'req_1' };
const payment = { paymentId: 'pay_1', groupId: 'grp_1' };
const part = {
  ...payment,
  orderId: 'ord_1',
  shopId: 'shp_1',
  buyerId: 'usr_buyer',
  amountMinor: '129900',
  currency: 'RUB',
};
const variant = { variantId: 'var_1', productId: 'prd_1', shopId: 'shp_1' };
const video = { videoId: 'vid_1', shopId: 'shp_1' };
const message = {
  ...{ messageId: 'msg_1', conversationId: 'cnv_1', shopId: 'shp_1', buyerId: 'usr_buyer', authorId: 'usr_buyer' },
  ...{ side: 'BUYER', productId: 'prd_1', orderId: null, sequence: 1 },
};
const created = {
  ...orderFacts,
  ...{ paymentId: 'pay_1', reservationId: 'rsv_1', paymentTerms: 'prepaid', currency: 'RUB' },
  ...{ totalMinor: '129900', deliveryMinor: '0', taxMinor: '0', lines: [] },
};

const cases: readonly Case[] = [
  {
    contract: events.userRegistered,
    payload: { userId: 'usr_buyer', displayName: 'Борис', locale: 'ru' },
    tells: ['usr_buyer welcome'],
  },
  { contract: events.emailVerificationRequested, payload: request, tells: ['usr_buyer email-verification'] },
  { contract: events.passwordResetRequested, payload: request, tells: ['usr_buyer password-reset'] },
  { contract: events.orderCreated, payload: created, tells: ['usr_buyer order-placed'] },
  {
    contract: events.orderShipped,
    payload: { ...orderFacts, carrier: null, trackingNumber: null },
    tells: ['usr_buyer order-shipped'],
  },
  {
    contract: events.orderDelivered,
    payload: { ...orderFacts, deliveredAt: '2026-01-15T12:00:00Z' },
    tells: ['usr_buyer order-delivered'],
  },
  {
    contract: events.orderCancelled,
    payload: { ...orderFacts, reason: 'shop' },
    tells: ['usr_buyer order-cancelled', 'usr_owner sale-cancelled'],
  },
  { contract: events.orderPaid, payload: part, tells: ['usr_buyer order-paid', 'usr_owner sale-to-ship'] },
  {
    contract: events.paymentFailed,
    payload: { ...payment, orderIds: ['ord_1'], buyerId: 'usr_buyer', code: 'card_declined', message: 'Declined.' },
    tells: ['usr_buyer payment-failed', 'usr_buyer payment-reminder'],
  },
  { contract: events.paymentRefunded, payload: { ...part, refundId: 'rfd_1' }, tells: ['usr_buyer payment-refunded'] },
  { contract: events.inventoryLow, payload: { ...variant, available: 2 }, tells: ['usr_owner stock-low'] },
  { contract: events.inventoryOut, payload: { ...variant, available: 0 }, tells: ['usr_owner stock-out'] },
  {
    contract: events.videoProcessed,
    payload: { ...video, format: 'SHORT', productIds: [] },
    tells: ['usr_owner video-ready'],
  },
  { contract: events.videoFailed, payload: { ...video, code: 'CORRUPT' }, tells: ['usr_owner video-failed'] },
  { contract: events.messageSent, payload: message, tells: ['usr_owner message-received'] },
];

const deliver = ({ contract, payload }: Case, eventId: string) =>
  setting.market.deliver(contract, { aggregateId: 'x_1', aggregateVersion: 1, payload, eventId } as never);
const told = async () =>
  (
    await setting.market.database.sql<{ line: string }[]>`
      select recipient_id || ' ' || workflow as line from workflow_run order by line`
  ).map(({ line }) => line);

describe('every line of the event matrix that ends here', () => {
  it('is consumed, and has its case below', () => {
    const published = new Set(Object.values(events).map((one) => (one as { readonly name?: string }).name));
    const wanted = events.eventMatrix
      .filter(({ event, to }) => to.includes('notifications') && published.has(event))
      .map(({ event }) => event)
      .sort();
    expect(consumers.map(({ contract }) => contract.name).sort()).toEqual(wanted);
    expect(cases.map(({ contract }) => contract.name).sort()).toEqual(wanted);
  });

  it.each(cases)('$contract.name tells whom it concerns, once', async (one) => {
    await deliver(one, `evt_${one.contract.name}`);
    await deliver(one, `evt_${one.contract.name}`);
    expect(await told()).toEqual(one.tells);
  });
});

describe('what buyers read', () => {
  const mailOf = async (name: string): Promise<string | undefined> => {
    const one = cases.find(({ contract }) => contract.name === name);
    if (one) await deliver(one, newId('evt'));
    await setting.market.runJobs();
    return setting.mail.received.map(({ raw }) => raw).join('\n');
  };

  it('of an order that is placed is its receipt, unless it was given up before it went out', async () => {
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'en' });
    setting.orders.set('ord_1', { orderId: 'ord_1', number: 'V-1', status: 'CONFIRMED', awaitsPayment: false });
    expect(await mailOf('order.created')).toContain('Subject: Order V-1 is placed');
    await setting.clear();
    setting.orders.set('ord_1', { orderId: 'ord_1', number: 'V-1', status: 'CANCELLED', awaitsPayment: false });
    expect(await mailOf('order.created')).toBe('');
  });

  it('of money that comes back is how much', async () => {
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'en' });
    expect(await mailOf('payment.refunded')).toMatch(/1,299\.00/);
  });

  it('of a forgotten password is a link of that moment', async () => {
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'en' });
    expect(await mailOf('user.password-reset-requested')).toContain('Subject: Choose a new password');
    expect(setting.minted).toEqual(['req_1']);
  });
});
