import { asUser } from '@vitrina/platform/testing';
import { emailVerificationRequested, orderShipped } from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxAttempts } from '../src/domain/retry.ts';
import { openSetting, orderFacts, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
beforeEach(() => setting.clear());
afterAll(() => setting.close());

const requestVerification = (eventId?: string) =>
  setting.market.deliver(emailVerificationRequested, {
    aggregateId: 'usr_buyer',
    aggregateVersion: 1,
    payload: { userId: 'usr_buyer', requestId: 'req_1' },
    ...(eventId && { eventId }),
  });
const ship = () =>
  setting.market.deliver(orderShipped, {
    aggregateId: 'ord_1',
    aggregateVersion: 3,
    payload: { ...orderFacts, carrier: 'Почта', trackingNumber: 'RA1' },
  });
const states = async () => {
  const { data } = await setting.market.ask<{
    notificationDeliveries: { nodes: { id: string; state: string; attempts: number; lastError: string | null }[] };
  }>(
    '{ notificationDeliveries { nodes { id state attempts lastError } } }',
    {},
    { as: asUser('usr_admin', { scopes: ['admin'] }) },
  );
  return data?.notificationDeliveries.nodes ?? [];
};

describe('an e-mail', () => {
  it('mints its secret link only when it is sent, and keeps neither link nor address', async () => {
    await requestVerification();
    expect(setting.minted).toEqual([]);
    await setting.market.runJobs();
    expect(setting.minted).toEqual(['req_1']);
    expect(setting.mail.received[0]?.to).toBe('buyer@example.com');
    const stored = JSON.stringify(
      await setting.market.database.sql`select * from step join workflow_run r on r.id = run_id`,
    );
    expect(stored).not.toContain('t0p');
    expect(stored).not.toContain('buyer@example.com');
  });

  it('goes once for an event that is delivered twice', async () => {
    await requestVerification('evt_same');
    await requestVerification('evt_same');
    await setting.market.runJobs();
    await setting.market.runSweep('due-deliveries');
    await setting.market.runJobs();
    expect(setting.mail.received).toHaveLength(1);
  });

  it('is skipped when its link was used or ran out meanwhile', async () => {
    await requestVerification();
    setting.links.clear();
    await setting.market.runJobs();
    expect(await states()).toMatchObject([{ state: 'SKIPPED' }]);
    expect(setting.mail.received).toEqual([]);
  });

  it('goes to the address and in the language the person has when it is sent', async () => {
    await ship();
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'new@example.com', locale: 'en-GB' });
    await setting.market.runJobs();
    expect(setting.mail.received[0]).toMatchObject({
      to: 'new@example.com',
      raw: expect.stringContaining('Subject: Order V-1 is on its way'),
    });
  });

  it('is tried again after a refusal, later each time, under the same message id', async () => {
    await ship();
    setting.mail.refuseNext(1);
    await setting.market.runJobs();
    expect(await states()).toMatchObject([
      { state: 'PENDING', attempts: 1, lastError: expect.stringContaining('451') },
    ]);
    await setting.market.runSweep('due-deliveries');
    expect(await setting.market.runJobs()).toBe(0);
    setting.market.clock.advance(11_000);
    await setting.market.runSweep('due-deliveries');
    await setting.market.runJobs();
    expect(await states()).toMatchObject([{ state: 'SENT', attempts: 2, lastError: null }]);
    const [{ id } = { id: '' }] = await states();
    expect(setting.mail.received[0]?.raw).toContain(`<${id}@vitrina.example>`);
  });

  it('is refused alone: the others that are due go out, each once', async () => {
    for (let number = 0; number < 6; number += 1) await ship();
    setting.mail.refuseNext(1);
    await setting.market.runJobs();
    expect((await states()).map(({ state, attempts }) => `${state} ${attempts}`).sort()).toEqual([
      'PENDING 1',
      ...Array.from({ length: 5 }, () => 'SENT 1'),
    ]);
    expect(new Set(setting.mail.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(5);
  });

  it('waits for an operator after its last try, and is sent when told to try again', async () => {
    await ship();
    setting.mail.refuseNext(maxAttempts);
    for (let tried = 0; tried < maxAttempts; tried += 1) {
      await setting.market.runSweep('due-deliveries');
      await setting.market.runJobs();
      setting.market.clock.advance(3_600_000);
    }
    const [failed] = await states();
    expect(failed).toMatchObject({ state: 'FAILED', attempts: maxAttempts });
    const retry =
      'mutation ($input: RetryNotificationDeliveryInput!) { retryNotificationDelivery(input: $input) { delivery { state } userErrors { code } } }';
    const asAdmin = { as: asUser('usr_admin', { scopes: ['admin'] }) };
    expect((await setting.market.ask(retry, { input: { deliveryId: failed?.id } }, asAdmin)).data).toMatchObject({
      retryNotificationDelivery: { delivery: { state: 'PENDING' } },
    });
    await setting.market.runJobs();
    expect(await states()).toMatchObject([{ state: 'SENT' }]);
    expect((await setting.market.ask(retry, { input: { deliveryId: failed?.id } }, asAdmin)).data).toMatchObject({
      retryNotificationDelivery: { delivery: null, userErrors: [{ code: 'NOT_FAILED' }] },
    });
  });

  it('is found by the sweep when the job was lost, and left alone while another worker has it', async () => {
    await ship();
    const [{ id } = { id: '' }] = await states();
    await setting.market.database
      .sql`update step set attempts = 1, due_at = ${new Date(setting.market.clock.now().getTime() + 60_000).toISOString()} where id = ${id}`;
    await setting.market.runJobs();
    expect(setting.mail.received).toEqual([]);
    setting.market.clock.advance(61_000);
    await setting.market.runSweep('due-deliveries');
    await setting.market.runJobs();
    expect(setting.mail.received).toHaveLength(1);
  });

  it('is the business of those who run the market alone', async () => {
    const asked = await setting.market.ask(
      '{ notificationDeliveries { nodes { id } } }',
      {},
      { as: asUser('usr_buyer') },
    );
    expect(asked.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
