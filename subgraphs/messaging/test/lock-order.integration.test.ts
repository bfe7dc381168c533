import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { asUser } from '@vitrina/platform/testing';
import { moderationDecided } from '@vitrina/schema/events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideModeratedMessage } from '../src/events/moderation-decided.consumer.ts';
import { contact } from './safety.ts';
import { goods, openSetting, type Setting } from './setting.ts';

let s: Setting;
let rival: Database;
beforeAll(async () => {
  s = await openSetting();
  rival = s.connectAgain();
});
afterAll(() => s.close());

/** Two conversations of one buyer with one shop; the one with the smaller id stands behind the other one in the table. */
const two = async () => {
  const buyer = asUser(newId('usr'));
  const first = await s.open(buyer, { productId: goods.mug });
  const second = await s.open(buyer, { productId: goods.lamp });
  const held: string[] = [];
  for (const id of [first, second]) held.push((await s.send(buyer, id, contact)).message?.id ?? '');
  await s.database.sql`update conversation set edits = edits where id = ${first}`;
  return { buyer, first, second, held };
};
type Two = Awaited<ReturnType<typeof two>>;

/** Waits until another transaction waits for a lock of ours. */
const untilSomebodyWaits = async (): Promise<void> => {
  for (;;) {
    const waiting = await rival.sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'`;
    if (waiting.length > 0) return;
    await pause(5);
  }
};

/** Moderation's words about both messages, as events of one bundle are handled: the later conversation's comes first. */
const decideBoth = ({ held }: Two) =>
  s.database.transaction(async (tx) => {
    const last: (() => Promise<void>)[] = [];
    const scope = { tx, services: s.services, beforeCommit: (work: () => Promise<void>) => void last.push(work) };
    for (const messageId of [...held].reverse()) {
      const decidedAt = new Date().toISOString();
      const payload = { subjectType: 'message', subjectId: messageId, decision: 'APPROVED', reason: null, decidedAt };
      const about = { aggregateId: messageId, aggregateVersion: 1, occurredAt: new Date(), eventId: newId('evt') };
      const event = { ...about, name: moderationDecided.name, version: 1, payload: payload as never };
      await decideModeratedMessage.handle(event, { ...scope, afterCommit: () => {} });
    }
    for (const work of last) await work();
  });

it.each<readonly [string, (given: Two) => Promise<unknown>]>([
  ['sends of several', ({ buyer, first, second }) => Promise.all([second, first].map((id) => s.send(buyer, id, 'Hi')))],
  [
    'a block',
    ({ buyer, second }) => s.run(buyer, 'blockConversation', { conversationId: second }, 'conversation { id }'),
  ],
  ['decisions about several', decideBoth],
])('conversations are locked in the order of their ids by %s, so that nobody waits in a circle', async (_who, work) => {
  const given = await two();
  let working: Promise<unknown> | undefined;
  await rival.sql.begin(async (sql) => {
    await sql`select id from conversation where id = ${given.first} for update`;
    working = work(given);
    await untilSomebodyWaits();
    expect(await sql`select id from conversation where id = ${given.second} for update nowait`).toHaveLength(1);
  });
  await working;
});

it('moderation lets through what several of its words are about, each in its own conversation', async () => {
  const given = await two();
  await decideBoth(given);
  const rows = await s.database.sql`select id, status, sequence from message where id in ${s.database.sql(given.held)}`;
  expect(rows.map(({ status, sequence }) => [status, sequence])).toEqual([
    ['SENT', 1],
    ['SENT', 1],
  ]);
});
