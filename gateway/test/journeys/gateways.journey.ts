import { createClient } from 'graphql-ws';
import { describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually, signIn } from './client.ts';
import { pidsAt } from './gateway-processes.ts';
import { goodsOf } from './shopping.ts';

const { gateway, topology } = inject('market');
const isDistributed = topology === 'distributed';

/** The second gateway listens on the port after the first one's. */
const second = gateway.replace(/\d+$/, (port) => String(Number(port) + 1));

const added = `subscription ($conversationId: ID!, $afterSeq: Int) {
  messageAdded(conversationId: $conversationId, afterSeq: $afterSeq) { sequence text }
}`;

/** Follows a conversation through one gateway and writes down what came, until the socket is gone. */
const follow = (origin: string, token: string, conversationId: string, afterSeq: number, seen: number[]) => {
  const client = createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { token },
  });
  const closed = new Promise<void>((resolve) => {
    client.subscribe<{ messageAdded: { sequence: number } }>(
      { query: added, variables: { conversationId, afterSeq } },
      {
        next: ({ data }) => seen.push(data?.messageAdded.sequence ?? -1),
        error: () => resolve(),
        complete: () => resolve(),
      },
    );
  });
  return { closed, stop: () => client.dispose() };
};

const resumesElsewhere = async (): Promise<void> => {
  const buyer = await signIn('buyer@vitrina.example');
  const [good] = await goodsOf(buyer, 'kovrik-i-kot');
  const { openConversation } = await buyer.ask<{ openConversation: { conversation: { id: string } } }>(
    'mutation ($input: OpenConversationInput!) { openConversation(input: $input) { conversation { id } userErrors { message } } }',
    { input: { productId: good?.productId } },
  );
  const conversationId = openConversation.conversation.id;
  const send = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const input = { conversationId, clientMessageId: crypto.randomUUID(), text: `Сообщение ${index}, есть ли ещё?` };
      const { sendMessage } = await buyer.ask<{ sendMessage: { userErrors: unknown[] } }>(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code message } } }',
        { input },
      );
      expect(sendMessage.userErrors).toEqual([]);
    }
  };
  const seen: number[] = [];
  const before = follow(second, buyer.accessToken, conversationId, 0, seen);
  await send(4);
  await eventually(
    () => Promise.resolve(seen.length),
    (count) => count >= 4,
  );
  const [victim = 0] = await pidsAt(second);
  process.kill(victim, 'SIGKILL');
  await before.closed;
  await send(3);
  const after = follow(gateway, buyer.accessToken, conversationId, seen.at(-1) ?? 0, seen);
  await send(3);
  await eventually(
    () => Promise.resolve(seen.length),
    (count) => count >= 10,
  );
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index + 1));
  await after.stop();
  await eventually(
    () => pidsAt(second),
    (pids) => pids.length === 1 && pids[0] !== victim,
    60_000,
  );
};

describe('gateways side by side', { timeout: 240_000 }, () => {
  it('are as many as were asked for, where there are processes at all', async () => {
    expect(await pidsAt(second)).toHaveLength(isDistributed ? 1 : 0);
  });

  const losses = [['resumes at another one and misses nothing', resumesElsewhere]] as const;
  it.each(isDistributed ? losses : [])('lose nothing when one is killed: who followed a conversation %s', (_, does) =>
    does(),
  );
});
