import type { Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../src/services.ts';
import { sendMessage } from '../src/usecases/send-message.ts';
import { openSetting, type SeenMessage, type Setting, staff } from './setting.ts';

let s: Setting;
let others: Services[];
let closeOthers: () => Promise<unknown>;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_LOOK_EVERY_MS: '100' });
  const databases = [s.connectAgain(), s.connectAgain()];
  // What two further processes would have: connections and batches of their own, pub/sub and budgets in common.
  others = databases.map((database) => createServices({ ...s.runtime, database }, s.services.config));
  closeOthers = () => Promise.all(databases.map((database) => database.close()));
});
afterAll(async () => {
  await closeOthers();
  await s.close();
});

const send = async (
  services: Services,
  as: Identity,
  conversationId: string,
  text: string,
  clientMessageId = newId('cli'),
) => {
  const sent = await sendMessage(services, as.actor, 'en', { conversationId, clientMessageId, text });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusals));
  return sent.value;
};

describe('several processes', () => {
  it('number messages of the same conversations without gaps or circles of waiting', async () => {
    const talks = await Promise.all(Array.from({ length: 6 }, () => s.talk()));
    await Promise.all(
      Array.from({ length: 300 }, (_, n) => {
        const talk = talks[(n * 7) % 6] as (typeof talks)[number];
        const services = [s.services, ...others][n % 3] as Services;
        return send(services, n % 2 ? talk.buyer : staff, talk.id, `Message ${n} of many`);
      }),
    );
    for (const { id } of talks) {
      const rows = await s.database.sql`select sequence from message where conversation_id = ${id} order by sequence`;
      expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    }
    expect(await s.published('message.sent')).toHaveLength(300);
  });

  it('write a message once that is retried through all of them at once', async () => {
    const { id, buyer } = await s.talk();
    const clientMessageId = newId('cli');
    const sent = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        send([s.services, ...others][n % 3] as Services, buyer, id, 'Is it there?', clientMessageId),
      ),
    );
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1);
    expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const [row] = await s.database.sql`select last_sequence from conversation where id = ${id}`;
    expect(row?.['last_sequence']).toBe(1);
  });

  it('deliver to each other in order, whoever wrote and whatever became of the hints', async () => {
    const { id, buyer } = await s.talk();
    const stream = await s.follow<SeenMessage>(
      staff,
      'subscription ($conversationId: ID!) { messageAdded(conversationId: $conversationId, afterSeq: 0) { id sequence text state revision } }',
      { conversationId: id },
    );
    const { publish } = s.runtime.pubsub;
    let told = 0;
    const lossy = async (topic: string, message: unknown): Promise<void> => {
      told += 1;
      if (told % 3) await publish(topic, message);
    };
    for (const services of others) Object.assign(services.pubsub, { publish: lossy });
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => send([s.services, ...others][n % 3] as Services, buyer, id, `Text ${n}`)),
    );
    const seen: (number | null | undefined)[] = [];
    while (seen.length < 60) seen.push((await stream.next())?.sequence);
    Object.assign(s.runtime.pubsub, { publish });
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    await stream.close();
  });
});
