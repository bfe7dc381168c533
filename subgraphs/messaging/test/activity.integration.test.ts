import type { Identity } from '@vitrina/platform/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  colleague,
  type Followed,
  goods,
  openSetting,
  type Setting,
  shopId,
  staff,
  stranger,
  support,
} from './setting.ts';

interface Activity {
  readonly __typename: string;
  readonly side?: string;
  readonly online?: boolean;
  readonly expiresAt?: string;
  readonly marks?: { readonly readSequence: number; readonly deliveredSequence: number };
  readonly message?: { readonly id: string; readonly text: string | null; readonly revision: number };
}

/** A conversation as a list shows it. */
interface Listed {
  readonly id: string;
  readonly unreadCount: number;
  readonly blockedBy: readonly string[];
  readonly lastMessage: { readonly text: string } | null;
}

const document = `subscription ($conversationId: ID!) { conversationActivity(conversationId: $conversationId) {
  __typename
  ... on ConversationTyping { side expiresAt }
  ... on ConversationPresence { side online expiresAt }
  ... on ConversationMarksMoved { side marks { readSequence deliveredSequence } }
  ... on MessageChanged { message { id text revision } } } }`;

let s: Setting;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_LOOK_EVERY_MS: '40' });
});
afterAll(() => s.close());

const follow = (as: Identity, conversationId: string) => s.follow<Activity>(as, document, { conversationId });

/** The next event of a kind; others are passed over. */
const nextOf = async (stream: Followed<Activity>, kind: string): Promise<Activity> => {
  for (;;) {
    const event = await stream.next();
    if (!event) throw new Error(`It ended before there was a ${kind}.`);
    if (event.__typename === kind) return event;
  }
};
const silently = async (work: () => Promise<unknown>): Promise<void> => {
  const { publish } = s.runtime.pubsub;
  Object.assign(s.runtime.pubsub, { publish: async () => {} });
  await work();
  Object.assign(s.runtime.pubsub, { publish });
};

describe('activity in a conversation', () => {
  it('tells both sides that the other one is there, whoever came first, and that it left', async () => {
    const { id, buyer } = await s.talk();
    const [theirs, ours] = [await follow(buyer, id), await follow(staff, id)];
    expect(await nextOf(theirs, 'ConversationPresence')).toMatchObject({
      side: 'SHOP',
      online: true,
      expiresAt: expect.any(String),
    });
    expect(await nextOf(ours, 'ConversationPresence')).toMatchObject({ side: 'BUYER', online: true });
    const gone = (async () => {
      for (;;) if ((await nextOf(theirs, 'ConversationPresence')).online === false) return true;
    })();
    await ours.close();
    expect(await gone).toBe(true);
    await theirs.close();
  });

  it('keeps a side present while one of its people is there', async () => {
    const { id, buyer } = await s.talk();
    const [first, second, theirs] = [await follow(staff, id), await follow(colleague, id), await follow(buyer, id)];
    await nextOf(theirs, 'ConversationPresence');
    await first.close();
    await s.run(colleague, 'sendTyping', { conversationId: id }, 'conversation { id }');
    for (;;) {
      const event = await theirs.next();
      expect(event?.online).not.toBe(false);
      if (event?.__typename === 'ConversationTyping') break;
    }
    await second.close();
    await theirs.close();
  });

  it('tells the other side, and only that, who types, and until when', async () => {
    const { id, buyer } = await s.talk();
    const [theirs, ours] = [await follow(buyer, id), await follow(staff, id)];
    await s.run(buyer, 'sendTyping', { conversationId: id }, 'conversation { id }');
    const typing = await nextOf(ours, 'ConversationTyping');
    expect(typing.side).toBe('BUYER');
    expect(new Date(typing.expiresAt ?? 0).getTime()).toBe(s.clock.now().getTime() + 6_000);
    await s.run(staff, 'sendTyping', { conversationId: id }, 'conversation { id }');
    expect((await nextOf(theirs, 'ConversationTyping')).side).toBe('SHOP');
    await expect(s.run(stranger, 'sendTyping', { conversationId: id }, 'conversation { id }')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const stream of [theirs, ours]) await stream.close();
  });

  it('tells marks once, forward only, although hints are lost', async () => {
    const { id, buyer } = await s.talk();
    for (const text of ['one', 'two', 'three']) await s.send(buyer, id, text);
    const stream = await follow(buyer, id);
    const mark = (sequence: number) =>
      s.run(staff, 'markConversationRead', { conversationId: id, sequence }, 'conversation { id }');
    await mark(1);
    expect(await nextOf(stream, 'ConversationMarksMoved')).toMatchObject({ side: 'SHOP', marks: { readSequence: 1 } });
    await silently(() => mark(3));
    expect((await nextOf(stream, 'ConversationMarksMoved')).marks).toEqual({ readSequence: 3, deliveredSequence: 3 });
    await mark(2);
    await s.run(staff, 'sendTyping', { conversationId: id }, 'conversation { id }');
    expect((await stream.next())?.__typename).not.toBe('ConversationMarksMoved');
    await stream.close();
  });

  it('tells of edited and deleted messages as they are now', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'blue?');
    const stream = await follow(staff, id);
    await s.run(buyer, 'editMessage', { messageId: message?.id, text: 'green?' }, 'message { id }');
    expect((await nextOf(stream, 'MessageChanged')).message).toEqual({ id: message?.id, text: 'green?', revision: 2 });
    await s.run(buyer, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    expect((await nextOf(stream, 'MessageChanged')).message).toEqual({ id: message?.id, text: null, revision: 3 });
    const { message: other } = await s.send(buyer, id, 'red?');
    await silently(() => s.run(buyer, 'editMessage', { messageId: other?.id, text: 'pink?' }, 'message { id }'));
    for (;;) {
      // What no hint told is found by a look, perhaps together with what was told already.
      const { message: seen } = await nextOf(stream, 'MessageChanged');
      if (seen?.id === other?.id) break;
    }
    await stream.close();
  });

  it('ends for the side that is blocked, and is for the two sides and support alone', async () => {
    const { id, buyer } = await s.talk();
    const [theirs, reader] = [await follow(buyer, id), await follow(support, id)];
    await expect(follow(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ended = (async () => {
      while (await theirs.next());
    })();
    await s.run(staff, 'blockConversation', { conversationId: id }, 'conversation { id }');
    await expect(ended).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(follow(buyer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reader.close();
  });
});

describe('a live list of conversations', () => {
  const changed = (as: Identity, shop: string | null = null) =>
    s.follow<Listed>(
      as,
      `subscription ($shopId: ID) { conversationChanged(shopId: $shopId) {
        id unreadCount blockedBy lastMessage { text } } }`,
      { shopId: shop },
    );
  const untilShown = async (stream: Followed<Listed>, id: string, isShown: (event: Listed) => boolean) => {
    for (;;) {
      const event = await stream.next();
      if (!event) throw new Error('It ended before it was told.');
      if (event.id === id && isShown(event)) return event;
    }
  };
  const until = (stream: Followed<Listed>, id: string, unread: number) =>
    untilShown(stream, id, ({ unreadCount }) => unreadCount === unread);

  it('tells staff and the buyer what stands differently, each as they see it', async () => {
    const { id, buyer } = await s.talk();
    const [inbox, mine] = [await changed(staff, shopId), await changed(buyer)];
    await s.send(buyer, id, 'hello');
    expect(await until(inbox, id, 1)).toMatchObject({ lastMessage: { text: 'hello' } });
    expect(await until(mine, id, 0)).toMatchObject({ lastMessage: { text: 'hello' } });
    await s.run(colleague, 'markConversationRead', { conversationId: id, sequence: 1 }, 'conversation { id }');
    await until(inbox, id, 0);
    for (const stream of [inbox, mine]) await stream.close();
  });

  it('tells staff as it happens what another of them reads, answers and blocks', async () => {
    // The clock stands still, so looks find nothing that is newer: what is told here is told by hints.
    const { id, buyer } = await s.talk();
    const [inbox, mine] = [await changed(colleague, shopId), await changed(buyer)];
    for (const text of ['hello', 'anybody?']) await s.send(buyer, id, text);
    await until(inbox, id, 2);
    await s.run(staff, 'markConversationRead', { conversationId: id, sequence: 1 }, 'conversation { id }');
    await until(inbox, id, 1);
    await s.send(staff, id, 'yes, how can I help?');
    for (const stream of [inbox, mine])
      await untilShown(stream, id, ({ lastMessage }) => lastMessage?.text === 'yes, how can I help?');
    await s.run(staff, 'blockConversation', { conversationId: id }, 'conversation { id }');
    for (const stream of [inbox, mine]) await untilShown(stream, id, ({ blockedBy }) => blockedBy[0] === 'SHOP');
    for (const stream of [inbox, mine]) await stream.close();
  });

  it('finds what was written, and what was merely read, although every hint was lost', async () => {
    const { id, buyer } = await s.talk();
    const inbox = await changed(staff, shopId);
    await silently(async () => {
      s.clock.advance(1_000);
      await s.send(buyer, id, 'is anybody there?');
      await until(inbox, id, 1);
      s.clock.advance(1_000);
      await s.run(colleague, 'markConversationRead', { conversationId: id, sequence: 1 }, 'conversation { id }');
      await until(inbox, id, 0);
    });
    await inbox.close();
  });

  it('is a shop’s for those who answer there', async () => {
    await expect(changed(stranger, shopId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await s.talk();
    expect(await s.open(other.buyer, { productId: goods.mug })).toBe(other.id);
    await (await changed(support, shopId)).close();
  });
});
