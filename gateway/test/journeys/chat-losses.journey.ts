import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Client, eventually, signIn } from './client.ts';
import { goodsOf } from './shopping.ts';

const { gateway, postgres: server, topology } = inject('market');
const isDistributed = topology === 'distributed';
/** A second gateway, where there is one, listens on the port after the first one's. */
const second = gateway.replace(/\d+$/, (port) => String(Number(port) + 1));
const origins = isDistributed ? [gateway, second] : [gateway];

const messages = 120;
const cuts = 50;
const added =
  'subscription ($conversationId: ID!, $afterSeq: Int) { messageAdded(conversationId: $conversationId, afterSeq: $afterSeq) { sequence } }';

/** Somebody on a train: cut off at any moment, back at another gateway, asking for what follows the last one seen. */
const traveller = (token: string, conversationId: string) => {
  const seen: number[] = [];
  let socket: WebSocket | undefined;
  let turn = 0;
  let home = false;
  const travel = (): void => {
    const origin = origins[turn % origins.length] ?? gateway;
    turn += 1;
    socket = new WebSocket(`${origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const current = socket;
    const send = (message: object) => current.send(JSON.stringify(message));
    const follow = () => {
      const variables = { conversationId, afterSeq: seen.at(-1) ?? 0 };
      send({ type: 'subscribe', id: 'f', payload: { query: added, variables } });
    };
    current.on('open', () => send({ type: 'connection_init', payload: { token } }));
    current.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack') follow();
      if (type === 'next') seen.push(payload.data.messageAdded.sequence);
      if (type === 'error') setTimeout(follow, 100);
    });
    current.on('error', () => undefined);
    current.on('close', () => home || setTimeout(travel, Math.random() * 150));
  };
  travel();
  return {
    seen,
    cut: () => socket?.terminate(),
    stop: () => {
      home = true;
      socket?.terminate();
    },
  };
};

const opened = async (buyer: Client): Promise<string> => {
  const [good] = (await goodsOf(buyer, 'tyoply-dom')).slice(3);
  const { openConversation } = await buyer.ask<{ openConversation: { conversation: { id: string } } }>(
    'mutation ($input: OpenConversationInput!) { openConversation(input: $input) { conversation { id } userErrors { message } } }',
    { input: { productId: good?.productId } },
  );
  return openConversation.conversation.id;
};

/** Cuts the connections that hints travel over, as a database does that restarts. */
const loseHints = async (): Promise<void> => {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vitrina-pubsub'`;
  await sql.end();
};

describe('messages while everything is cut off', { timeout: 180_000 }, () => {
  it(`reach everybody once and in order, through ${cuts} lost sockets and lost hints`, async () => {
    const [buyer, owner] = [await signIn('buyer@vitrina.example'), await signIn('owner@vitrina.example')];
    const conversationId = await opened(buyer);
    const travellers = [buyer, buyer, owner, owner].map(({ accessToken }) => traveller(accessToken, conversationId));
    let cut = 0;
    for (let index = 0; index < messages; index += 1) {
      const author = index % 2 === 0 ? buyer : owner;
      const input = {
        conversationId,
        clientMessageId: `losses-${crypto.randomUUID()}`,
        text: `Вопрос ${index}: подойдёт?`,
      };
      const { sendMessage } = await author.ask<{ sendMessage: { userErrors: { code: string }[] } }>(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code message } } }',
        { input },
      );
      expect(sendMessage.userErrors).toEqual([]);
      for (; cut < ((index + 1) * cuts) / messages; cut += 1) travellers[cut % travellers.length]?.cut();
      if (index % 20 === 10) await loseHints();
      await pause(10);
    }
    const { conversation } = await buyer.ask<{ conversation: { lastSequence: number } }>(
      'query ($id: ID!) { conversation(id: $id) { lastSequence } }',
      { id: conversationId },
    );
    const head = conversation.lastSequence;
    expect(head).toBeGreaterThanOrEqual(messages);
    await eventually(
      () => Promise.resolve(travellers.map(({ seen }) => seen.at(-1) ?? 0)),
      (last) => last.every((sequence) => sequence >= head),
      60_000,
    );
    for (const { seen, stop } of travellers) {
      stop();
      expect(seen).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    }
  });
});
