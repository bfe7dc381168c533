import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../src/clients/channels/contract.ts';
import type { OutboundChannel } from '../src/domain/channel.ts';
import { claimDue, markHanded } from '../src/store/steps.ts';
import { runDue } from '../src/usecases/run-due.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship, deliverOrder, failPayment } = orderEvents(() => engine);
const kindsSentBy = (channel: OutboundChannel) =>
  engine.handed.filter((message) => message.channel === channel).map(({ data }) => data['kind']);
const stepOf = async (kind: string, type: string) =>
  (await runsOf(engine, 'usr_buyer', kind)).flatMap(({ steps }) => steps).find((step) => step.type === type);

/** Does what is due while a provider cancels the message it is given before it answers. */
const cancelWhileHandedOver = async (channel: OutboundChannel, answer: SendOutcome): Promise<void> => {
  const { services } = engine.market;
  const slow = {
    deduplicates: services.channels[channel]?.deduplicates ?? false,
    send: async () => {
      await deliverOrder('ord_1');
      return answer;
    },
    close: async () => {},
  };
  await runDue({ ...services, channels: { ...services.channels, [channel]: slow } }, new AbortController().signal);
};

describe('a message that is cancelled before its hand-over', () => {
  it('is not mailed either, though nothing stands behind the mail and a repeat would be dropped', async () => {
    await ship();
    engine.meanwhile.push(() => deliverOrder('ord_1'));
    await engine.work();
    expect(kindsSentBy('EMAIL')).toEqual([]);
    expect(await stepOf('order-shipped', 'EMAIL')).toMatchObject({ state: 'CANCELLED', tries: [] });
  });

  it('does not come into the list in the app, when its time was that moment', async () => {
    engine.orders.set('ord_1', { orderId: 'ord_1', number: 'V-1', status: 'CANCELLED', awaitsPayment: true });
    await failPayment();
    await engine.work();
    engine.meanwhile.push(() => ship());
    await engine.pass(3_600);
    expect(await stepOf('payment-reminder', 'IN_APP')).toMatchObject({ state: 'CANCELLED' });
    const list = '{ notifications { nodes { kind } } }';
    expect(JSON.stringify(await engine.answer(list))).not.toContain('payment-reminder');
  });
});

describe('a message that is cancelled while its provider has it', () => {
  it('is told as sent when it went out', async () => {
    await ship();
    await cancelWhileHandedOver('EMAIL', { kind: 'ACCEPTED', providerId: 'p-1' });
    expect(await stepOf('order-shipped', 'EMAIL')).toMatchObject({
      state: 'SENT',
      reason: null,
      tries: [{ outcome: 'ACCEPTED', providerId: 'p-1' }],
    });
    expect(await runsOf(engine, 'usr_buyer', 'order-shipped')).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('is told as uncertain when nobody knows whether it went out, and not tried again', async () => {
    await ship();
    await cancelWhileHandedOver('EMAIL', { kind: 'UNKNOWN', code: 'timed out' });
    expect(await stepOf('order-shipped', 'EMAIL')).toMatchObject({
      state: 'UNCERTAIN',
      reason: 'timed out',
      tries: [{ outcome: 'UNKNOWN', nextTryAt: null }],
    });
    await engine.pass(3_600);
    expect(kindsSentBy('EMAIL')).toEqual([]);
  });

  it('is told as cancelled when it certainly did not, with the try that failed, and passed on to nobody', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.addTelegram('usr_buyer');
    await ship();
    await cancelWhileHandedOver('WEB_PUSH', { kind: 'REFUSED', code: 'PUSH 413', addressIsDead: false });
    expect(await stepOf('order-shipped', 'WEB_PUSH')).toMatchObject({
      state: 'CANCELLED',
      tries: [{ outcome: 'REFUSED', code: 'PUSH 413' }],
    });
    expect(await stepOf('order-shipped', 'TELEGRAM')).toBeUndefined();
    await engine.pass(3_600);
    expect(kindsSentBy('TELEGRAM')).toEqual([]);
  });

  it('is told as uncertain when its worker died, and nobody says it again', async () => {
    await ship();
    const { database, clock } = engine.market.services;
    const now = clock.now();
    const claimed = await claimDue(database.orm, { now, until: new Date(now.getTime() + 90_000), limit: 96 });
    await markHanded(database.orm, claimed);
    await deliverOrder('ord_1');
    expect(await stepOf('order-shipped', 'EMAIL')).toMatchObject({ state: 'UNCERTAIN', reason: 'CANCELLED' });
    await engine.pass(3_600);
    expect(kindsSentBy('EMAIL')).toEqual([]);
  });
});
