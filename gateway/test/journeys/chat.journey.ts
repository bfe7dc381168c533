import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Client, client, eventually, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, type Good, goodsOf } from './shopping.ts';

interface Seen {
  readonly sequence: number;
  readonly side: string;
  readonly text: string | null;
  readonly state: string;
  readonly card: { readonly id: string; readonly status?: string } | null;
}

const added = `subscription ($conversationId: ID!, $afterSeq: Int) {
  messageAdded(conversationId: $conversationId, afterSeq: $afterSeq) {
    sequence side text state card { ... on Order { id status } ... on Product { id title } }
  }
}`;
const activity = `subscription ($conversationId: ID!) {
  conversationActivity(conversationId: $conversationId) {
    __typename
    ... on ConversationTyping { side }
    ... on ConversationPresence { side online }
    ... on ConversationMarksMoved { side marks { readSequence } }
    ... on MessageChanged { message { id text revision } }
  }
}`;

let buyer: Client & { accessToken: string };
let owner: Client & { accessToken: string };
let goods: Good[];

beforeAll(async () => {
  buyer = await signIn('buyer@vitrina.example');
  owner = await signIn('owner@vitrina.example');
  goods = await goodsOf(client(), 'kovrik-i-kot');
});

const run = async <P>(asker: Client, mutation: string, input: object, fields: string): Promise<P> => {
  const type = `${mutation.startsWith('mark') ? 'MarkConversation' : mutation.replace(/^unblock/, 'block').replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { code message } } }`;
  return (await asker.ask<Record<string, P>>(document, { input }))[mutation] as P;
};

const open = async (asker: Client, about: object): Promise<string> => {
  const opened = await run<{ conversation: { id: string } }>(asker, 'openConversation', about, 'conversation { id }');
  return opened.conversation.id;
};

const send = (asker: Client, conversationId: string, text: string, more: object = {}) =>
  run<{ message: Seen & { id: string }; replayed: boolean; userErrors: { code: string }[] }>(
    asker,
    'sendMessage',
    { conversationId, clientMessageId: randomUUID(), text, ...more },
    'replayed message { id sequence state }',
  );

/** A socket that can be cut as a tunnel cuts it: the connection is gone and nobody said goodbye. */
const follow = (accessToken: string, conversationId: string, afterSeq: number, seen: Seen[]) => {
  const sockets: WebSocket[] = [];
  class Cuttable extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol);
      sockets.push(this);
    }
  }
  const { gateway } = inject('market');
  const subscriber = createClient({
    url: `${gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: Cuttable,
    retryAttempts: 0,
    connectionParams: { accessToken },
  });
  const ended = new Promise<unknown>((resolve) => {
    subscriber.subscribe<{ messageAdded: Seen }>(
      { query: added, variables: { conversationId, afterSeq } },
      {
        next: ({ data, errors }) => {
          if (data?.messageAdded) seen.push(data.messageAdded);
          if (errors) resolve(errors);
        },
        error: resolve,
        complete: () => resolve(undefined),
      },
    );
  });
  return {
    ended,
    cut: async () => {
      for (const socket of sockets) socket.terminate();
      await ended;
    },
    close: () => subscriber.dispose(),
  };
};

/** Buys one unit and gives the shop's order. */
const buy = async (): Promise<string> => {
  const cartId = await emptyCart(buyer);
  await fillCart(buyer, cartId, [{ variantId: goods[0]?.variantId ?? '', quantity: 1 }]);
  const placed = await checkout(buyer, {
    idempotencyKey: randomUUID(),
    cartId,
    payment: { providerToken: 'pm_card_visa' },
  });
  const order = placed.group?.orders[0]?.id ?? '';
  await eventually(
    async () =>
      (await buyer.ask<{ order: { status: string } }>('query ($id: ID!) { order(id: $id) { status } }', { id: order }))
        .order.status,
    (status) => status === 'PAID',
    60_000,
  );
  return order;
};

describe('a chat between a buyer and a shop', { timeout: 240_000 }, () => {
  it('is about an order, whose card shows how the order stands at that moment', async () => {
    const orderId = await buy();
    const conversationId = await open(buyer, { orderId });
    expect(await open(owner, { orderId })).toBe(conversationId);
    const seen: Seen[] = [];
    const staff = follow(owner.accessToken, conversationId, 0, seen);
    await send(buyer, conversationId, 'Когда отправите заказ?', { card: { orderId } });
    await eventually(
      async () => seen.length,
      (count) => count === 1,
    );
    expect(seen[0]).toMatchObject({ sequence: 1, side: 'BUYER', state: 'SENT', card: { id: orderId, status: 'PAID' } });

    await owner.ask('mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { userErrors { code } } }', {
      input: { idempotencyKey: randomUUID(), orderId, carrier: 'Почта России', trackingNumber: 'RA644000001RU' },
    });
    await send(owner, conversationId, 'Уже в пути.', { card: { orderId } });
    await eventually(
      async () => seen.length,
      (count) => count === 2,
    );
    expect(seen[1]).toMatchObject({ sequence: 2, side: 'SHOP', card: { id: orderId, status: 'SHIPPED' } });
    // The first message's card is not a copy either.
    const { conversation } = await buyer.ask<{ conversation: { messages: { nodes: Seen[] } } }>(
      'query ($id: ID!) { conversation(id: $id) { messages(last: 10) { nodes { sequence card { ... on Order { id status } } } } } }',
      { id: conversationId },
    );
    expect(conversation.messages.nodes.map(({ card }) => card?.status)).toEqual(['SHIPPED', 'SHIPPED']);
    await staff.close();
  });

  it('loses, repeats and reorders nothing when a line is cut again and again while both write', async () => {
    const conversationId = await open(buyer, { productId: goods[1]?.productId });
    const [rounds, perRound] = [10, 3];
    const seen: Seen[] = [];
    const line = () => follow(buyer.accessToken, conversationId, seen.at(-1)?.sequence ?? 0, seen);
    const write = async (round: number): Promise<void> => {
      for (let n = round * perRound; n < (round + 1) * perRound; n += 1)
        await send(n % 2 ? buyer : owner, conversationId, `Сообщение номер ${n}`);
    };
    for (let round = 0; round < rounds; round += 1) {
      const before = seen.length;
      const writing = write(round);
      const phone = line();
      await eventually(
        async () => seen.length,
        (count) => count > before,
      );
      await phone.cut();
      await writing;
    }
    const phone = line();
    await eventually(
      async () => seen.length,
      (count) => count >= rounds * perRound,
    );
    await phone.close();
    expect(seen.map(({ sequence }) => sequence)).toEqual(Array.from({ length: rounds * perRound }, (_, n) => n + 1));
  });

  it('shows typing, presence and marks, and answers a retry with the first message', async () => {
    const conversationId = await open(buyer, { productId: goods[2]?.productId });
    const heard: { __typename: string; side?: string; marks?: { readSequence: number } }[] = [];
    const ear = buyer.subscribe<{ conversationActivity: (typeof heard)[number] }>(activity, { conversationId });
    void (async () => {
      for (;;) heard.push((await ear.next()).conversationActivity);
    })().catch(() => undefined);
    const clientMessageId = randomUUID();
    const input = { clientMessageId };
    const first = await send(buyer, conversationId, 'Есть в синем?', input);
    const again = await send(buyer, conversationId, 'Есть в синем?', input);
    expect([first.replayed, again.replayed, again.message.id]).toEqual([false, true, first.message.id]);

    const other = owner.subscribe(activity, { conversationId });
    void other.next().catch(() => undefined);
    await eventually(
      async () => heard,
      (events) => events.some(({ __typename }) => __typename === 'ConversationPresence'),
    );
    await run(owner, 'sendTyping', { conversationId }, 'conversation { id }');
    await run(owner, 'markConversationRead', { conversationId, sequence: 1 }, 'conversation { id }');
    await run(buyer, 'editMessage', { messageId: first.message.id, text: 'Есть в красном?' }, 'message { id }');
    for (const kind of ['ConversationTyping', 'ConversationMarksMoved', 'MessageChanged'])
      await eventually(
        async () => heard,
        (events) => events.some(({ __typename }) => __typename === kind),
      );
    expect(heard.find(({ marks }) => marks)).toMatchObject({ side: 'SHOP', marks: { readSequence: 1 } });
    const { node } = await buyer.ask<{ node: Seen }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { state text } } }',
      { id: first.message.id },
    );
    expect(node).toEqual({ state: 'READ', text: 'Есть в красном?' });
    await ear.close();
    await other.close();
  });

  it('fills the shop’s inbox, which follows live', async () => {
    const conversationId = await open(buyer, { productId: goods[3]?.productId });
    const shopId = goods[3]?.shopId;
    const changes = owner.subscribe<{
      conversationChanged: { id: string; unreadCount: number; buyer: { displayName: string } };
    }>('subscription ($shopId: ID) { conversationChanged(shopId: $shopId) { id unreadCount buyer { displayName } } }', {
      shopId,
    });
    let told: { id: string; unreadCount: number; buyer: { displayName: string } } | undefined;
    const waiting = (async () => {
      told = (await changes.next()).conversationChanged;
    })();
    // A list is told of what happens from when it is live on, which nobody is told: so something happens until it is.
    for (let n = 1; n <= 20 && !told; n += 1) {
      await send(buyer, conversationId, `Можно вернуть через ${n} недель?`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await waiting;
    expect(told).toMatchObject({ id: conversationId, buyer: { displayName: expect.any(String) } });
    expect(told?.unreadCount).toBeGreaterThan(0);
    const { inbox } = await owner.ask<{ inbox: { nodes: { id: string }[] } }>(
      'query ($shopId: ID!) { inbox(shopId: $shopId, filter: UNREAD, first: 5) { nodes { id lastMessage { text } } } }',
      { shopId },
    );
    expect(inbox.nodes[0]?.id).toBe(conversationId);
    await changes.close();
  });

  it('ends for a blocked buyer while it runs', async () => {
    const conversationId = await open(buyer, { productId: goods[4]?.productId });
    const seen: Seen[] = [];
    const stream = follow(buyer.accessToken, conversationId, 0, seen);
    await send(owner, conversationId, 'Чем помочь?');
    await eventually(
      async () => seen.length,
      (count) => count > 0,
    );
    const began = performance.now();
    await run(owner, 'blockConversation', { conversationId }, 'conversation { id }');
    try {
      expect(JSON.stringify(await stream.ended)).toContain('FORBIDDEN');
      expect(performance.now() - began).toBeLessThan(10_000);
      expect((await send(buyer, conversationId, 'Почему?')).userErrors).toMatchObject([{ code: 'BLOCKED' }]);
    } finally {
      await run(owner, 'unblockConversation', { conversationId }, 'conversation { id }');
      await stream.close();
    }
  });

  it('is nobody else’s: not by its id, not as an entity, not live', async () => {
    const conversationId = await open(buyer, { productId: goods[1]?.productId });
    const read = 'query ($id: ID!) { conversation(id: $id) { id } node(id: $id) { id } }';
    const stranger = await signIn('finance@vitrina.example');
    for (const asker of [client(), stranger])
      expect(await asker.ask(read, { id: conversationId })).toEqual({ conversation: null, node: null });
  });
});
