import type { Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  buyer,
  colleague,
  goods,
  openSetting,
  packer,
  purchases,
  robot,
  type Setting,
  shopId,
  staff,
  stranger,
  support,
} from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

describe('opening a conversation', () => {
  it('gives the buyer and the shop the same one about an order, and others none', async () => {
    const id = await s.open(buyer, { orderId: purchases.mine });
    expect(await s.open(staff, { orderId: purchases.mine })).toBe(id);
    expect(await s.open(robot, { orderId: purchases.mine })).toBe(id);
    for (const as of [stranger, packer, support, asUser(newId('usr'))])
      await expect(s.open(as, { orderId: purchases.mine })).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
  });

  it('makes one of many openings at once', async () => {
    const as = asUser(newId('usr'));
    const ids = await Promise.all(Array.from({ length: 20 }, () => s.open(as, { productId: goods.mug })));
    expect(new Set(ids).size).toBe(1);
    expect(await s.open(as, { productId: goods.lamp })).not.toBe(ids[0]);
  });

  it.each<[string, object, string]>([
    ['two subjects', { productId: goods.mug, orderId: purchases.mine }, 'SUBJECT_REQUIRED'],
    ['no subject', {}, 'SUBJECT_REQUIRED'],
    ['a product that is not on sale', { productId: goods.hidden }, 'NOT_ON_SALE'],
    ['a product that is none', { productId: "'; drop table conversation" }, 'NOT_ON_SALE'],
    ['an order that is none', { orderId: '\u0000' }, 'ORDER_NOT_FOUND'],
    ['an order of somebody else', { orderId: purchases.theirs }, 'ORDER_NOT_FOUND'],
  ])('refuses %s', async (_what, about, code) => {
    await expect(s.open(buyer, about)).rejects.toMatchObject({ code });
  });

  it('refuses staff as buyers of their own shop, and orders of guests', async () => {
    await expect(s.open(staff, { productId: goods.mug })).rejects.toMatchObject({ code: 'OWN_SHOP' });
    await expect(s.open(robot, { productId: goods.mug })).rejects.toMatchObject({ code: 'NOT_ON_SALE' });
    await expect(s.open(staff, { orderId: purchases.guests })).rejects.toMatchObject({ code: 'GUEST_ORDER' });
  });
});

describe('who sees a conversation and its messages', () => {
  const entity = async (as: Identity | undefined, typename: string, id: string) => {
    const answer = await s.ask<{ _entities: ({ id: string } | null)[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { id } } }`,
      { of: [{ __typename: typename, id }] },
      as ? { as } : {},
    );
    return answer.data?._entities[0]?.id ?? null;
  };

  it('are its two sides and support: by its field and as entities alike', async () => {
    const { id, buyer: somebody } = await s.talk();
    const { message } = await s.send(somebody, id, 'hello');
    const messageId = message?.id ?? '';
    const read = 'query ($id: ID!) { conversation(id: $id) { id } }';
    for (const as of [somebody, staff, colleague, robot, support, admin]) {
      expect(await s.read(as, read, { id })).toEqual({ conversation: { id } });
      expect([await entity(as, 'Conversation', id), await entity(as, 'Message', messageId)]).toEqual([id, messageId]);
    }
    for (const as of [buyer, stranger, packer]) {
      expect(await s.read(as, read, { id })).toEqual({ conversation: null });
      expect([await entity(as, 'Conversation', id), await entity(as, 'Message', messageId)]).toEqual([null, null]);
    }
    expect([await entity(undefined, 'Conversation', id), await entity(somebody, 'Message', 'msg_\u0000')]).toEqual([
      null,
      null,
    ]);
  });

  it('learn who wrote as far as it is their business', async () => {
    const { id, buyer: somebody, buyerId } = await s.talk();
    await s.send(somebody, id, 'question');
    await s.send(staff, id, 'answer');
    const authors = async (as: Identity) => {
      const { conversation } = await s.read<{
        conversation: {
          viewerSide: string | null;
          messages: { nodes: { author: { id: string } | null; clientMessageId: string | null }[] };
        };
      }>(
        as,
        'query ($id: ID!) { conversation(id: $id) { viewerSide messages { nodes { author { id } clientMessageId } } } }',
        { id },
      );
      return [
        conversation.viewerSide,
        ...conversation.messages.nodes.map(({ author, clientMessageId }) => [
          author?.id ?? null,
          clientMessageId !== null,
        ]),
      ];
    };
    const staffId = staff.actor.kind === 'user' ? staff.actor.userId : '';
    expect(await authors(somebody)).toEqual(['BUYER', [buyerId, true], [null, false]]);
    expect(await authors(colleague)).toEqual(['SHOP', [buyerId, false], [staffId, false]]);
    expect(await authors(support)).toEqual([null, [buyerId, false], [staffId, false]]);
  });
});

describe('marks', () => {
  const mark = (as: Identity, kind: 'Read' | 'Delivered', conversationId: string, sequence: number) =>
    s.run<{ conversation: { unreadCount: number; shopMarks: object; buyerMarks: object } }>(
      as,
      `markConversation${kind}`,
      { conversationId, sequence },
      'conversation { unreadCount shopMarks { readSequence deliveredSequence } buyerMarks { readSequence deliveredSequence } }',
    );

  it('move forward only, also at once, and never beyond the last message', async () => {
    const { id, buyer: somebody } = await s.talk();
    for (let n = 0; n < 10; n += 1) await s.send(somebody, id, `text ${n}`);
    await Promise.all([3, 9, 1, 7, 5, 2].map((sequence) => mark(staff, 'Read', id, sequence)));
    expect((await mark(colleague, 'Read', id, 4)).conversation).toMatchObject({
      unreadCount: 1,
      shopMarks: { readSequence: 9, deliveredSequence: 9 },
      buyerMarks: { readSequence: 0, deliveredSequence: 0 },
    });
    expect((await mark(staff, 'Read', id, 2_000_000_000)).conversation.shopMarks).toEqual({
      readSequence: 10,
      deliveredSequence: 10,
    });
    expect((await mark(somebody, 'Delivered', id, -5)).conversation.buyerMarks).toEqual({
      readSequence: 0,
      deliveredSequence: 0,
    });
  });

  it('tell how far a message is on its way', async () => {
    const { id, buyer: somebody } = await s.talk();
    for (const text of ['one', 'two', 'three']) await s.send(somebody, id, text);
    await mark(staff, 'Delivered', id, 2);
    await mark(staff, 'Read', id, 1);
    const { conversation } = await s.read<{ conversation: { messages: { nodes: { state: string }[] } } }>(
      somebody,
      'query ($id: ID!) { conversation(id: $id) { messages { nodes { state } } } }',
      { id },
    );
    expect(conversation.messages.nodes.map(({ state }) => state)).toEqual(['READ', 'DELIVERED', 'SENT']);
  });

  it('are moved by the two sides alone', async () => {
    const { id } = await s.talk();
    await expect(mark(stranger, 'Read', id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark(support, 'Read', id, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(mark(buyer, 'Delivered', 'cnv_none', 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('lists of conversations', () => {
  const names = async (as: Identity, field: string, filter = 'ALL', more = '') => {
    const document = `{ ${field}(${field === 'inbox' ? `shopId: "${shopId}", ` : ''}filter: ${filter}${more}) { nodes { id unreadCount lastMessage { text } } totalCount pageInfo { hasNextPage endCursor } } }`;
    return (
      await s.read<
        Record<
          string,
          {
            nodes: { id: string; unreadCount: number; lastMessage: { text: string } }[];
            totalCount: number;
            pageInfo: { endCursor: string; hasNextPage: boolean };
          }
        >
      >(as, document)
    )[field];
  };

  it('show what was written in, newest first, with what is unread, filtered', async () => {
    const as = asUser(newId('usr'));
    const [mug, lamp] = [await s.open(as, { productId: goods.mug }), await s.open(as, { productId: goods.lamp })];
    expect((await names(as, 'viewerConversations'))?.nodes).toEqual([]);
    await s.send(as, mug, 'about the mug');
    s.clock.advance(1_000);
    await s.send(as, lamp, 'about the lamp');
    s.clock.advance(1_000);
    await s.send(staff, mug, 'yes');
    expect(await names(as, 'viewerConversations')).toMatchObject({
      totalCount: 2,
      nodes: [
        { id: mug, unreadCount: 1, lastMessage: { text: 'yes' } },
        { id: lamp, unreadCount: 0 },
      ],
    });
    const ids = async (who: Identity, field: string, filter: string) =>
      (await names(who, field, filter))?.nodes.map(({ id }) => id) ?? [];
    expect(await ids(as, 'viewerConversations', 'UNREAD')).toEqual([mug]);
    expect(await ids(as, 'viewerConversations', 'UNANSWERED')).toEqual([lamp]);
    expect(await ids(as, 'viewerConversations', 'BLOCKED')).toEqual([]);
    expect((await ids(staff, 'inbox', 'UNANSWERED'))[0]).toBe(lamp);
    expect(await ids(staff, 'inbox', 'UNREAD')).toEqual(expect.arrayContaining([mug, lamp]));
  });

  it('go on after a cursor without repeating', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await names(staff, 'inbox', 'ALL', `, first: 2${after && `, after: "${after}"`}`);
      seen.push(...(page?.nodes.map(({ id }) => id) ?? []));
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen.length).toBeGreaterThan(4);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are a shop’s for those who answer there', async () => {
    for (const as of [packer, stranger, buyer])
      await expect(names(as, 'inbox')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const as of [robot, support, admin]) expect((await names(as, 'inbox'))?.nodes.length).toBeGreaterThan(0);
  });
});
