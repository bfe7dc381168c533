import { orderShipped } from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readUnsubscribeLink, unsubscribe } from '../src/usecases/unsubscribe.ts';
import { type Engine, openEngine } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';
import { ownPreferences } from './own-preferences.ts';
import { orderFacts } from './setting.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship } = orderEvents(() => engine);
const { preferencesOf, update } = ownPreferences(() => engine);

describe('preferences', () => {
  it('are the defaults until something is chosen, and mandatory ones cannot be switched off', async () => {
    const { version, choices } = await preferencesOf();
    expect([version, choices.length]).toEqual([0, 40]);
    const cell = (category: string, channel: string) =>
      choices.find((one) => one.category === category && one.channel === channel);
    expect(cell('PAYMENTS', 'EMAIL')).toMatchObject({ enabled: true, locked: true });
    expect(cell('PAYMENTS', 'WEB_PUSH')).toMatchObject({ enabled: true, locked: false });
    expect(cell('SALES', 'EMAIL')).toMatchObject({ enabled: false, locked: false });
    const refused = await update({
      expectedVersion: 0,
      choices: [
        { category: 'MESSAGES', channel: 'EMAIL', enabled: false },
        { category: 'SECURITY', channel: 'EMAIL', enabled: false },
      ],
    });
    expect(refused).toMatchObject({
      preferences: null,
      userErrors: [{ code: 'CANNOT_BE_SWITCHED_OFF', field: ['choices', '1'] }],
    });
    expect((await preferencesOf()).version).toBe(0);
  });

  it('hold in the app and outside, from the next event on', async () => {
    const off = (channel: string) => ({ category: 'PURCHASES', channel, enabled: false });
    await update({ expectedVersion: 0, choices: [off('IN_APP'), off('EMAIL')] });
    await ship('ord_1');
    await engine.work();
    expect(engine.handed).toEqual([]);
    expect(await engine.market.database.sql`select id from notification`).toEqual([]);
    await update({ expectedVersion: 1, choices: [{ ...off('IN_APP'), enabled: true }] });
    await ship('ord_2');
    expect(await engine.market.database.sql`select sequence from notification`).toEqual([{ sequence: 1 }]);
  });

  it('of two changes from one version take the first and refuse the second', async () => {
    const both = await Promise.all(
      ['Europe/Moscow', 'Asia/Tokyo'].map((timeZone) => update({ expectedVersion: 0, timeZone })),
    );
    const codes = both.map(({ userErrors }) => userErrors[0]?.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'CHANGED_MEANWHILE')).toHaveLength(1);
    expect((await preferencesOf()).version).toBe(1);
  });

  it('keep quiet hours in a zone that exists, and forget them with it', async () => {
    const quietHours = { from: '22:30', to: '08:00' };
    const codeOf = async (input: Record<string, unknown>) =>
      (await update({ expectedVersion: 0, ...input })).userErrors[0]?.code;
    expect(await codeOf({ quietHours })).toBe('TIME_ZONE_NEEDED');
    expect(await codeOf({ quietHours, timeZone: 'Mars/Olympus' })).toBe('TIME_ZONE_UNKNOWN');
    expect(await codeOf({ quietHours: { from: '25:00', to: '08:00' }, timeZone: 'UTC' })).toBe('NOT_A_TIME');
    expect(await codeOf({ quietHours: { from: '08:00', to: '08:00' }, timeZone: 'UTC' })).toBe('QUIET_ALL_DAY');
    const kept = await update({ expectedVersion: 0, quietHours, timeZone: 'Asia/Kathmandu' });
    expect(kept.preferences).toMatchObject({ quietHours, timeZone: 'Asia/Kathmandu', version: 1 });
    expect((await update({ expectedVersion: 1, timeZone: null })).preferences).toMatchObject({
      quietHours: null,
      timeZone: null,
    });
  });
});

describe('one click', () => {
  it('switches off one category on one channel, again and again without harm', async () => {
    await ship('ord_1');
    await engine.work();
    const token = new URL(engine.handed[0]?.unsubscribeUrl ?? '').searchParams.get('token') ?? '';
    const what = { recipientId: 'usr_buyer', category: 'PURCHASES', channel: 'EMAIL' };
    expect(readUnsubscribeLink(engine.market.services, token)).toEqual({ ok: true, value: what });
    const clicks = [await unsubscribe(engine.market.services, token), await unsubscribe(engine.market.services, token)];
    expect(clicks).toEqual([
      { ok: true, value: { ...what, already: false } },
      { ok: true, value: { ...what, already: true } },
    ]);
    await ship('ord_2');
    await engine.work();
    expect(engine.handed).toHaveLength(1);
    const { choices } = await preferencesOf();
    expect(choices.filter(({ category, enabled }) => category === 'PURCHASES' && !enabled)).toEqual([
      { category: 'PURCHASES', channel: 'EMAIL', enabled: false, locked: false },
      { category: 'PURCHASES', channel: 'SMS', enabled: false, locked: false },
    ]);
  });

  it('of a link that is forged or too old does nothing', async () => {
    await ship('ord_1');
    await engine.work();
    const token = new URL(engine.handed[0]?.unsubscribeUrl ?? '').searchParams.get('token') ?? '';
    expect(await unsubscribe(engine.market.services, `${token}x`)).toEqual({ ok: false, refusals: ['FORGED'] });
    engine.market.clock.advance(181 * 86_400_000);
    expect(await unsubscribe(engine.market.services, token)).toEqual({ ok: false, refusals: ['EXPIRED'] });
    expect((await preferencesOf()).version).toBe(0);
  });

  it('is good for a guest too, whom an order stands for', async () => {
    const url = engine.market.services.unsubscribeUrl({
      recipientId: 'ord_7',
      category: 'PURCHASES',
      channel: 'EMAIL',
    });
    const token = new URL(url).searchParams.get('token') ?? '';
    expect(await unsubscribe(engine.market.services, token)).toMatchObject({ ok: true });
    await engine.market.deliver(orderShipped, {
      aggregateId: 'ord_7',
      aggregateVersion: 2,
      payload: { ...orderFacts, orderId: 'ord_7', buyerId: null, carrier: null, trackingNumber: null },
    });
    await engine.work();
    expect(engine.handed).toEqual([]);
  });
});
