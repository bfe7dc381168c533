import type { ConsumerScope } from '@vitrina/platform/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageReceived } from '../src/domain/workflows/messages.ts';
import { paymentReminder } from '../src/domain/workflows/purchases.ts';
import type { Services } from '../src/services.ts';
import { type News, notifyAll } from '../src/usecases/notify.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

/** Says several things in one transaction, as events of one bundle are handled; tells how often shops were asked for. */
const together = async (...news: readonly News[]) => {
  const asked: unknown[] = [];
  const hints: (() => Promise<unknown>)[] = [];
  const { services, database } = engine.market;
  const internal: Services['internal'] = {
    ...services.internal,
    call: (context, document, variables) => {
      asked.push(variables);
      return services.internal.call(context, document, variables);
    },
  };
  await database.transaction(async (tx) => {
    const last: (() => Promise<void>)[] = [];
    const scope: ConsumerScope<Services> = {
      tx,
      services: { ...services, internal },
      beforeCommit: (work) => void last.push(work),
      afterCommit: (hint) => void hints.push(hint),
    };
    for (const one of news) await notifyAll(scope, one);
    for (const work of last) await work();
  });
  for (const hint of hints) await hint();
  return asked;
};

const message = (index: number, to: News['told'][number]['to']): News => ({
  told: [
    {
      eventId: `evt_${index}`,
      to,
      workflow: messageReceived,
      params: { messageId: `msg_${index}`, conversationId: 'cnv_1' },
      key: 'cnv_1',
    },
  ],
});
const reminder: News = {
  told: [
    {
      eventId: 'evt_failed',
      to: ['usr_buyer'],
      workflow: paymentReminder,
      params: { orderIds: 'ord_1' },
      key: 'grp_1',
    },
  ],
};
const paid: News = { told: [], cancels: [{ workflow: paymentReminder.name, key: 'grp_1' }] };

describe('events of one transaction', () => {
  it('are told in their order, gathered in one digest, and their shops are asked for at once', async () => {
    const asked = await together(
      message(1, ['usr_buyer']),
      message(2, { shopId: 'shp_1', except: 'usr_clerk' }),
      message(3, ['usr_buyer']),
      message(4, { shopId: 'shp_2' }),
    );
    expect(asked).toEqual([{ ids: ['shp_1', 'shp_2'] }]);
    const rows = await engine.market.database.sql<{ who: string; sequence: number; event: string }[]>`
      select user_id as who, sequence, event_id as event from notification order by user_id, sequence`;
    expect(rows.map(({ who, sequence, event }) => `${who} ${sequence} ${event}`)).toEqual([
      'usr_buyer 1 evt_1',
      'usr_buyer 2 evt_3',
      'usr_clerk 1 evt_4',
      'usr_owner 1 evt_2',
      'usr_owner 2 evt_4',
    ]);
    const runs = await runsOf(engine, 'usr_buyer');
    expect(runs.map(({ state, digest }) => [state, digest?.events])).toEqual([
      [expect.any(String), 2],
      [expect.any(String), 2],
    ]);
    expect(runs.flatMap(({ steps }) => steps)).toMatchObject([{ type: 'DIGEST', state: 'PENDING' }]);
  });

  it('may make pointless what an earlier one of them began, and not what a later one begins', async () => {
    await together(reminder, paid);
    expect(await runsOf(engine, 'usr_buyer')).toMatchObject([{ state: 'CANCELLED' }]);
    const again: News = { told: reminder.told.map((one) => ({ ...one, eventId: 'evt_failed_again' })) };
    await together(paid, again);
    expect((await runsOf(engine, 'usr_buyer')).map(({ state }) => state).sort()).toEqual(['CANCELLED', 'RUNNING']);
  });

  it('are written at once also when one of them cancels another, so that none waits for a second lock', async () => {
    const told = message(1, { shopId: 'shp_1' }).told;
    const again: News = { told: reminder.told.map((one) => ({ ...one, eventId: 'evt_failed_again' })) };
    const asked = await together({ told: [...reminder.told, ...told] }, paid, message(2, { shopId: 'shp_2' }), again);
    expect(asked).toEqual([{ ids: ['shp_1', 'shp_2'] }]);
    const [last, first] = await runsOf(engine, 'usr_buyer', 'payment-reminder');
    expect(first).toMatchObject({ state: 'CANCELLED', steps: [{ type: 'DELAY', state: 'CANCELLED' }] });
    expect(last).toMatchObject({ state: 'RUNNING', steps: [{ type: 'DELAY', state: 'PENDING' }] });
  });

  it('keep in the app what one of them says and another makes pointless elsewhere, and gather nothing for it', async () => {
    const over: News = { told: [], cancels: [{ workflow: messageReceived.name, key: 'cnv_1' }] };
    await together(message(1, ['usr_buyer']), over, message(2, ['usr_buyer']));
    const runs = await runsOf(engine, 'usr_buyer');
    expect(runs.map(({ state, digest }) => [state, digest?.events])).toEqual([
      ['RUNNING', 1],
      ['CANCELLED', undefined],
    ]);
    const list = '{ notifications { nodes { sequence } } }';
    expect(await engine.answer(list)).toEqual({ notifications: { nodes: [{ sequence: 2 }, { sequence: 1 }] } });
  });
});
