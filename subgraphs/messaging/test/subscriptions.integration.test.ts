import type { Identity } from '@vitrina/platform/auth';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message } from '../src/store/message.table.ts';
import {
  goods,
  messageFields,
  openSetting,
  type SeenMessage,
  type Setting,
  staff,
  stranger,
  support,
} from './setting.ts';

const document = `subscription ($conversationId: ID!, $afterSeq: Int) {
  messageAdded(conversationId: $conversationId, afterSeq: $afterSeq) { ${messageFields} } }`;

let s: Setting;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_LOOK_EVERY_MS: '100' });
});
afterAll(() => s.close());

const follow = (as: Identity, conversationId: string, afterSeq?: number) =>
  s.follow<SeenMessage>(as, document, { conversationId, afterSeq });

/** Counts statements that read messages while something is done. Looks, which read conversations by the clock, are none. */
const readsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const { orm } = s.database;
  const { select } = orm;
  let reads = 0;
  Object.assign(orm, {
    select: (...args: unknown[]) => {
      const builder = Reflect.apply(select, orm, args) as { from(table: unknown): unknown };
      const from = builder.from.bind(builder);
      return Object.assign(builder, {
        from: (table: unknown) => {
          if (table === message) reads += 1;
          return from(table);
        },
      });
    },
  });
  await work();
  Object.assign(orm, { select });
  return reads;
};

describe('following messages', () => {
  it('replays what came after a number, then goes on live', async () => {
    const { id, buyer } = await s.talk();
    for (const text of ['one', 'two', 'three']) await s.send(buyer, id, text);
    const stream = await follow(staff, id, 1);
    expect([await stream.next(), await stream.next()].map((seen) => seen?.text)).toEqual(['two', 'three']);
    const waiting = stream.next();
    await s.send(buyer, id, 'four');
    expect(await waiting).toMatchObject({ sequence: 4, text: 'four', state: 'SENT' });
    await stream.close();
  });

  it('begins with what is new when no number is given, and takes one that is not there yet for the last', async () => {
    const { id, buyer } = await s.talk();
    await s.send(buyer, id, 'old');
    const streams = [await follow(staff, id), await follow(staff, id, 700)];
    await s.send(buyer, id, 'new');
    for (const stream of streams) {
      expect(await stream.next()).toMatchObject({ sequence: 2, text: 'new' });
      await stream.close();
    }
  });

  it('reads no message of a live conversation from the database', async () => {
    const { id, buyer } = await s.talk();
    const stream = await follow(staff, id);
    const reads = await readsDuring(async () => {
      for (let n = 0; n < 10; n += 1) {
        await s.send(buyer, id, `message ${n}`);
        await stream.next();
      }
    });
    expect(reads).toBe(0);
    await stream.close();
  });

  it('delivers although every hint is lost', async () => {
    const { id, buyer } = await s.talk();
    const stream = await follow(staff, id);
    const { publish } = s.runtime.pubsub;
    Object.assign(s.runtime.pubsub, { publish: async () => {} });
    for (const text of ['a', 'b', 'c']) await s.send(buyer, id, text);
    const seen = [await stream.next(), await stream.next(), await stream.next()];
    Object.assign(s.runtime.pubsub, { publish });
    expect(seen.map((message) => message?.sequence)).toEqual([1, 2, 3]);
    await stream.close();
  });

  it('delivers long texts, which hints do not carry', async () => {
    const { id, buyer } = await s.talk();
    const stream = await follow(staff, id);
    const long = 'Длинное письмо. '.repeat(249).trim();
    await s.send(buyer, id, long);
    expect((await stream.next())?.text).toBe(long);
    await stream.close();
  });

  it('never replays what an edit has replaced, though it was remembered', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'first words');
    await s.send(buyer, id, 'second words');
    await s.run(buyer, 'editMessage', { messageId: message?.id, text: 'better words' }, 'message { id }');
    const stream = await follow(staff, id, 0);
    expect(await stream.next()).toMatchObject({ text: 'better words', revision: 2 });
    await stream.close();
  });

  it('loses, repeats and reorders nothing across random disconnects while messages keep coming', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { minLength: 2, maxLength: 12 }), async (cuts) => {
        const { id, buyer } = await s.talk();
        const total = 24;
        const writing = (async () => {
          for (let n = 1; n <= total; n += 1) await s.send(n % 2 ? buyer : staff, id, `text ${n}`);
        })();
        const seen: number[] = [];
        for (const cut of [...cuts, total]) {
          const stream = await follow(staff, id, seen.at(-1) ?? 0);
          for (let n = 0; n < cut && seen.length < total; n += 1) seen.push((await stream.next())?.sequence ?? -1);
          // What was on its way when the line was cut is not seen; the next subscription begins after what was.
          const lost = stream.next();
          await stream.close();
          await lost;
        }
        await writing;
        expect(seen).toEqual(Array.from({ length: total }, (_, n) => n + 1));
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('is for the two sides, and support, alone', async () => {
    const { id } = await s.talk();
    await expect(follow(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(follow(staff, 'cnv_nonsense')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: other } = await s.talk();
    await (await follow(support, other)).close();
  });
});

describe('a block', () => {
  const block = (as: Identity, conversationId: string, mutation = 'blockConversation') =>
    s.run<{ conversation: { blockedBy: string[] } }>(as, mutation, { conversationId }, 'conversation { blockedBy }');

  it('ends the running subscriptions of the other side at once, with its code', async () => {
    const { id, buyer } = await s.talk();
    const [theirs, own] = [await follow(buyer, id), await follow(staff, id)];
    const ended = theirs.next();
    expect((await block(staff, id)).conversation.blockedBy).toEqual(['SHOP']);
    await expect(ended).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await theirs.next()).toBeUndefined();
    await expect(follow(buyer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await own.close();
  });

  it('does so although its hint is lost', async () => {
    const { id, buyer } = await s.talk();
    const stream = await follow(buyer, id);
    const ended = stream.next();
    const { publish } = s.runtime.pubsub;
    Object.assign(s.runtime.pubsub, { publish: async () => {} });
    await block(staff, id);
    await expect(ended).rejects.toMatchObject({ code: 'FORBIDDEN' });
    Object.assign(s.runtime.pubsub, { publish });
  });

  it('keeps both from writing and from opening anew, lets both read, and is lifted by its own side only', async () => {
    const { id, buyer } = await s.talk();
    await s.send(buyer, id, 'before');
    await block(buyer, id);
    for (const as of [buyer, staff])
      expect((await s.send(as, id, 'after')).userErrors).toMatchObject([{ code: 'BLOCKED' }]);
    await expect(s.open(buyer, { productId: goods.lamp })).rejects.toMatchObject({ code: 'BLOCKED' });
    expect(await s.open(buyer, { productId: goods.mug })).toBe(id);
    expect((await block(staff, id, 'unblockConversation')).conversation.blockedBy).toEqual(['BUYER']);
    expect((await block(buyer, id, 'unblockConversation')).conversation.blockedBy).toEqual([]);
    expect((await s.send(staff, id, 'after')).message?.sequence).toBe(2);
  });

  it('holds in every conversation of the two, against messages that are sent at that moment', async () => {
    const { id, buyer } = await s.talk();
    const other = await s.open(buyer, { productId: goods.lamp });
    const sends = Array.from({ length: 30 }, (_, n) => s.send(buyer, n % 2 ? id : other, `hello ${n}`));
    const [sent] = await Promise.all([Promise.all(sends), block(staff, id)]);
    const through = sent.filter(({ message }) => message).length;
    expect((await s.send(buyer, other, 'late')).userErrors).toMatchObject([{ code: 'BLOCKED' }]);
    const [row] = await s.database
      .sql`select sum(last_sequence)::int as written from conversation where id in (${id}, ${other})`;
    expect(row?.['written']).toBe(through);
  });
});
