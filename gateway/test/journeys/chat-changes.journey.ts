import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { openConversation, run, talkers } from './chatting.ts';
import { type Client, eventually } from './client.ts';

interface Changed {
  readonly edit: number;
  readonly message: { readonly id: string; readonly text: string | null; readonly state: string };
}
interface Payload {
  readonly message: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const activity = `subscription ($conversationId: ID!, $afterEdit: Int) {
  conversationActivity(conversationId: $conversationId, afterEdit: $afterEdit) {
    ... on MessageChanged { edit message { id text state } }
  }
}`;

const { buyer, owner, support, goods } = await talkers();

const open = (): Promise<string> => openConversation(buyer, goods.at(-1));
const send = async (asker: Client, conversationId: string, text: string): Promise<string> => {
  const input = { conversationId, clientMessageId: randomUUID(), text };
  return (await run<Payload>(asker, 'sendMessage', input, 'message { id state }')).message?.id ?? '';
};
const editsOf = async (asker: Client, id: string): Promise<number> =>
  (await asker.ask<{ conversation: { edits: number } }>('query ($id: ID!) { conversation(id: $id) { edits } }', { id }))
    .conversation.edits;

/** A phone whose line is cut as a tunnel does it: nobody says goodbye. */
const phone = (accessToken: string, conversationId: string, afterEdit: number) => {
  const sockets: WebSocket[] = [];
  class Cuttable extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol);
      sockets.push(this);
    }
  }
  const heard: Changed[] = [];
  const subscriber = createClient({
    url: `${inject('market').gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: Cuttable,
    retryAttempts: 0,
    connectionParams: { accessToken },
  });
  const ended = new Promise<unknown>((resolve) => {
    subscriber.subscribe<{ conversationActivity: Partial<Changed> }>(
      { query: activity, variables: { conversationId, afterEdit } },
      {
        next: ({ data }) => {
          const event = data?.conversationActivity;
          if (event?.edit !== undefined) heard.push(event as Changed);
        },
        error: resolve,
        complete: () => resolve(undefined),
      },
    );
  });
  return {
    heard,
    until: (count: number) =>
      eventually(
        async () => heard.length,
        (length) => length >= count,
      ),
    cut: async () => {
      for (const socket of sockets) socket.terminate();
      await ended;
    },
    close: () => subscriber.dispose(),
  };
};

describe('what changes in a chat while a phone is in a tunnel', { timeout: 120_000 }, () => {
  it('comes first when it is back, each message as it is now, and then what changes next', async () => {
    const conversationId = await open();
    const [one, two, three] = [
      await send(buyer, conversationId, 'Есть красный?'),
      await send(buyer, conversationId, 'И синий?'),
      await send(buyer, conversationId, 'Подойдёт к столу?'),
    ];
    const before = phone(owner.accessToken, conversationId, await editsOf(owner, conversationId));
    await run(buyer, 'editMessage', { messageId: one, text: 'Есть зелёный?' }, 'message { id }');
    await before.until(1);
    const [seen] = before.heard;
    expect(seen).toMatchObject({ message: { id: one, text: 'Есть зелёный?' } });
    await before.cut();
    await run(buyer, 'editMessage', { messageId: two, text: 'И белый?' }, 'message { id }');
    await run(buyer, 'editMessage', { messageId: two, text: 'И чёрный?' }, 'message { id }');
    await run(buyer, 'deleteMessage', { messageId: three }, 'message { id }');
    const after = phone(owner.accessToken, conversationId, seen?.edit ?? 0);
    await after.until(2);
    await run(buyer, 'editMessage', { messageId: one, text: 'Есть жёлтый?' }, 'message { id }');
    await after.until(3);
    expect(after.heard.map(({ message }) => [message.id, message.text])).toEqual([
      [two, 'И чёрный?'],
      [three, null],
      [one, 'Есть жёлтый?'],
    ]);
    await after.close();
  });

  it('and a decision about a held message reach their author, and nobody else', async () => {
    const conversationId = await open();
    const from = await editsOf(buyer, conversationId);
    const [author, other] = [
      phone(buyer.accessToken, conversationId, from),
      phone(owner.accessToken, conversationId, from),
    ];
    const held = await send(buyer, conversationId, 'Мой номер 8 916 123-45-67');
    await run(
      support,
      'decideHeldMessage',
      { messageId: held, decision: 'REJECT', note: 'Без телефонов' },
      'message { id }',
    );
    await author.until(1);
    expect(author.heard[0]).toMatchObject({ message: { id: held, state: 'REJECTED' } });
    const shown = await send(buyer, conversationId, 'Когда отправите?');
    await run(buyer, 'editMessage', { messageId: shown, text: 'Когда отправите заказ?' }, 'message { id }');
    await other.until(1);
    expect(other.heard.map(({ message }) => message.id)).toEqual([shown]);
    for (const one of [author, other]) await one.close();
  });
});

describe('a message that was reported', { timeout: 60_000 }, () => {
  it('waits for support with what was written around it, and is gone for everybody once it is removed', async () => {
    const conversationId = await open();
    await send(buyer, conversationId, 'Почему так долго?');
    const rude = await send(owner, conversationId, 'Вы сами виноваты, надоели');
    await run(buyer, 'reportMessage', { messageId: rude, reason: 'ABUSE', comment: 'Грубит' }, 'message { id }');
    const list = `{ reportedMessages(last: 50) { nodes { message { id } reports { reason reporter { displayName } } context { text } } } }`;
    const { reportedMessages } = await support.ask<{
      reportedMessages: {
        nodes: { message: { id: string }; reports: { reason: string }[]; context: { text: string }[] }[];
      };
    }>(list);
    const found = reportedMessages.nodes.find(({ message }) => message.id === rude);
    expect(found?.reports[0]).toMatchObject({ reason: 'ABUSE', reporter: { displayName: expect.any(String) } });
    expect(found?.context.map(({ text }) => text)).toContain('Почему так долго?');
    expect((await buyer.try(list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await run(support, 'decideReportedMessage', { messageId: rude, decision: 'REMOVE' }, 'reportedMessage { state }');
    const { node } = await buyer.ask<{ node: { text: string | null } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { text } } }',
      { id: rude },
    );
    expect(node.text).toBeNull();
  });
});
