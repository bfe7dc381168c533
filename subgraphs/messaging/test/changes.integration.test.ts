import type { Identity } from '@vitrina/platform/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safetyOf } from './safety.ts';
import { colleague, type Followed, openSetting, type Setting, shopId, staff, support } from './setting.ts';

interface Changed {
  readonly __typename: string;
  readonly edit: number;
  readonly message: {
    readonly id: string;
    readonly text: string | null;
    readonly state: string;
    readonly sequence: number | null;
    readonly moderationNote: string | null;
  };
}

const document = `subscription ($conversationId: ID!, $afterEdit: Int) {
  conversationActivity(conversationId: $conversationId, afterEdit: $afterEdit) {
    __typename ... on MessageChanged { edit message { id text state sequence moderationNote } } } }`;

let s: Setting;
let safety: ReturnType<typeof safetyOf>;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_LOOK_EVERY_MS: '100' });
  safety = safetyOf(s);
});
afterAll(() => s.close());

const follow = (as: Identity, conversationId: string, afterEdit?: number) =>
  s.follow<Changed>(as, document, { conversationId, afterEdit });
const next = async (stream: Followed<Changed>): Promise<Changed> => {
  for (;;) {
    const event = await stream.next();
    if (!event) throw new Error('It ended before a message changed.');
    if (event.__typename === 'MessageChanged') return event;
  }
};
/** What comes before somebody types, which is the last thing that happens. */
const untilTyping = async (stream: Followed<Changed>, conversationId: string, typist: Identity): Promise<Changed[]> => {
  await s.run(typist, 'sendTyping', { conversationId }, 'conversation { id }');
  const heard: Changed[] = [];
  for (;;) {
    const event = await stream.next();
    if (!event || event.__typename === 'ConversationTyping') return heard;
    if (event.__typename === 'MessageChanged') heard.push(event);
  }
};
const edit = (as: Identity, messageId: string | undefined, text: string) =>
  s.run(as, 'editMessage', { messageId, text }, 'message { id }');
const remove = (as: Identity, messageId: string | undefined) =>
  s.run(as, 'deleteMessage', { messageId }, 'message { id }');
const silently = async (work: () => Promise<unknown>): Promise<void> => {
  const { publish } = s.runtime.pubsub;
  Object.assign(s.runtime.pubsub, { publish: async () => {} });
  await work().finally(() => Object.assign(s.runtime.pubsub, { publish }));
};

describe('the decision about a held message', () => {
  it('is heard by its author and by support as it is made, and by nobody else', async () => {
    const { id, buyer, messageId } = await safety.held();
    const [author, shop, help] = [await follow(buyer, id), await follow(staff, id), await follow(support, id)];
    await safety.decide(messageId, 'REJECT', 'No telephone numbers, please');
    const rejected = {
      id: messageId,
      state: 'REJECTED',
      sequence: null,
      moderationNote: 'No telephone numbers, please',
    };
    expect(await next(author)).toMatchObject({ edit: 1, message: rejected });
    expect(await next(help)).toMatchObject({ message: rejected });
    expect(await untilTyping(shop, id, buyer)).toEqual([]);
    for (const stream of [author, shop, help]) await stream.close();
  });

  it('is heard by its author although the hint was lost, and after being away', async () => {
    const { id, buyer, messageId } = await safety.held();
    const author = await follow(buyer, id);
    await silently(async () => {
      await safety.decide(messageId, 'REJECT');
      expect(await next(author)).toMatchObject({ message: { id: messageId, state: 'REJECTED' } });
    });
    await author.close();
    const again = await follow(buyer, id, 0);
    expect(await next(again)).toMatchObject({ edit: 1, message: { id: messageId, state: 'REJECTED' } });
    const others = await follow(staff, id, 0);
    expect(await untilTyping(others, id, buyer)).toEqual([]);
    for (const stream of [again, others]) await stream.close();
  });

  it('shows the author the place of a message that was let through; to the other side it is a new one', async () => {
    const { id, buyer, messageId } = await safety.held();
    const [author, shop] = [await follow(buyer, id), await follow(staff, id)];
    await safety.decide(messageId, 'RELEASE');
    expect(await next(author)).toMatchObject({ message: { id: messageId, state: 'SENT', sequence: 1 } });
    expect(await untilTyping(shop, id, buyer)).toEqual([]);
    for (const stream of [author, shop]) await stream.close();
  });

  it('tells the author’s other devices that a held message was taken back', async () => {
    const { id, buyer, messageId } = await safety.held();
    const [device, shop] = [await follow(buyer, id), await follow(staff, id)];
    await remove(buyer, messageId);
    expect(await next(device)).toMatchObject({ message: { id: messageId, text: null } });
    expect(await untilTyping(shop, id, buyer)).toEqual([]);
    for (const stream of [device, shop]) await stream.close();
  });
});

describe('changes missed while away', () => {
  it('come first, each message once and as it is now, and then what changes next', async () => {
    const { id, buyer } = await s.talk();
    const sent: (string | undefined)[] = [];
    for (const text of ['one', 'two', 'three']) sent.push((await s.send(buyer, id, text)).message?.id);
    const [one, two, three] = sent;
    await edit(buyer, one, 'uno');
    const { conversation } = await s.read<{ conversation: { edits: number } }>(
      staff,
      'query ($id: ID!) { conversation(id: $id) { edits } }',
      { id },
    );
    expect(conversation.edits).toBe(1);
    await edit(buyer, two, 'dos');
    await edit(buyer, two, 'duo');
    await remove(buyer, three);
    const back = await follow(staff, id, conversation.edits);
    expect([await next(back), await next(back)]).toMatchObject([
      { edit: 3, message: { id: two, text: 'duo' } },
      { edit: 4, message: { id: three, text: null } },
    ]);
    await edit(buyer, one, 'ein');
    expect(await next(back)).toMatchObject({ edit: 5, message: { id: one, text: 'ein' } });
    await back.close();
  });

  it('are all told, however many they are and whatever position is claimed', async () => {
    const { id, buyer } = await s.talk();
    const total = 130;
    await Promise.all(Array.from({ length: total }, (_, n) => s.send(buyer, id, `Question ${n}`)));
    // As so many edits would leave the rows; made one by one they take a minute.
    await s.database.sql`update message set edit = sequence where conversation_id = ${id}`;
    await s.database.sql`update conversation set edits = ${total} where id = ${id}`;
    const far = await follow(staff, id, -7);
    const heard: number[] = [];
    while (heard.length < total) heard.push((await next(far)).edit);
    expect(heard).toEqual(Array.from({ length: total }, (_, n) => n + 1));
    const ahead = await follow(staff, id, 100_000);
    await edit(buyer, (await s.send(buyer, id, 'the last')).message?.id, 'the very last');
    expect(await next(ahead)).toMatchObject({ edit: total + 1, message: { text: 'the very last' } });
    for (const stream of [far, ahead]) await stream.close();
  });

  it('are told once each and in order while others go on changing and every third hint is lost', async () => {
    const { id, buyer } = await s.talk();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await s.send(buyer, id, `Text ${n}`)).message?.id),
    );
    const stream = await follow(staff, id, 0);
    const { publish } = s.runtime.pubsub;
    let told = 0;
    Object.assign(s.runtime.pubsub, {
      publish: (topic: string, hint: unknown) => {
        told += 1;
        return told % 3 ? publish(topic, hint) : Promise.resolve();
      },
    });
    const changing = Promise.all(ids.map((one, n) => edit(buyer, one, `Better text ${n}`)));
    const heard: number[] = [];
    while (heard.length < 20) heard.push((await next(stream)).edit);
    await changing;
    Object.assign(s.runtime.pubsub, { publish });
    expect(heard).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    await stream.close();
  });
});

describe('a list after being away', () => {
  const document = `subscription ($shopId: ID, $afterActivity: DateTime) {
    conversationChanged(shopId: $shopId, afterActivity: $afterActivity) { id unreadCount lastActivityAt lastChangeAt } }`;

  it('begins with the conversations in which something was written since', async () => {
    s.clock.advance(60_000);
    const talks = await Promise.all(Array.from({ length: 4 }, () => s.talk()));
    const wrote: string[] = [];
    for (const talk of talks) {
      await s.send(talk.buyer, talk.id, 'Hello, is it there?');
      wrote.push(talk.id);
      s.clock.advance(10_000);
    }
    const seen = s.clock.now().getTime() - 35_000;
    const list = await s.follow<{ id: string }>(colleague, document, {
      shopId,
      afterActivity: new Date(seen).toISOString(),
    });
    const heard: (string | undefined)[] = [];
    while (heard.length < 3) heard.push((await list.next())?.id);
    expect(heard).toEqual(wrote.slice(1));
    await list.close();
  });

  it('begins with those that were merely read, edited or blocked since as well, each once, in the order of their changes', async () => {
    s.clock.advance(60_000);
    const talks = await Promise.all(Array.from({ length: 5 }, () => s.talk()));
    const sent: (string | undefined)[] = [];
    for (const talk of talks) sent.push((await s.send(talk.buyer, talk.id, 'Hello, is it there?')).message?.id);
    const [read, edited, blocked, delivered, first] = talks.map(({ id }) => id);
    const input = (conversationId: string | undefined) => ({ conversationId, sequence: 1 });
    s.clock.advance(60_000);
    const seen = s.clock.now();
    s.clock.advance(10_000);
    await s.run(staff, 'markConversationRead', input(first), 'conversation { id }');
    s.clock.advance(10_000);
    await edit(talks[1]?.buyer ?? staff, sent[1], 'Hello, is it here?');
    s.clock.advance(10_000);
    await s.run(staff, 'blockConversation', { conversationId: blocked }, 'conversation { id }');
    s.clock.advance(10_000);
    const { conversation } = await s.run<{ conversation: { lastActivityAt: string; lastChangeAt: string } }>(
      staff,
      'markConversationRead',
      input(read),
      'conversation { lastActivityAt lastChangeAt }',
    );
    expect(conversation.lastChangeAt).toBe(s.clock.now().toISOString());
    expect(conversation.lastActivityAt < seen.toISOString()).toBe(true);
    // Its last change is its own message, not that it was read before.
    await s.send(talks[4]?.buyer ?? staff, first ?? '', 'And in blue?');
    await s.run(staff, 'markConversationDelivered', input(delivered), 'conversation { id }');

    const list = await s.follow<{ id: string; unreadCount: number; lastChangeAt: string }>(colleague, document, {
      shopId,
      afterActivity: seen.toISOString(),
    });
    const heard = [await list.next(), await list.next(), await list.next(), await list.next()];
    const atOnce = [read, first].sort();
    expect(heard.map((one) => one?.id)).toEqual([edited, blocked, ...atOnce]);
    expect(heard.find((one) => one?.id === read)?.unreadCount).toBe(0);
    expect(heard.map((one) => one?.lastChangeAt)).toEqual(heard.map((one) => one?.lastChangeAt).sort());
    await list.close();
    const mine = await s.follow<{ id: string }>(talks[2]?.buyer ?? staff, document, {
      afterActivity: seen.toISOString(),
    });
    expect((await mine.next())?.id).toBe(blocked);
    await mine.close();
  });
});
