import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { messageSent } from '@vitrina/schema/events';
import type { ChannelPort, ChannelPorts, OutgoingMessage, SendOutcome } from '../src/clients/channels/contract.ts';
import type { OutboundChannel } from '../src/domain/channel.ts';
import type { MessageNews, OrderNews } from '../src/domain/workflow/conditions.ts';
import { createServices, type Services } from '../src/services.ts';
import { putBrowser, putTelegramChat } from '../src/store/contact-points.ts';
import { notifications } from '../src/subgraph.ts';

/** One message a provider was given. */
export interface Handed extends OutgoingMessage {
  readonly channel: OutboundChannel;
  readonly at: Date;
}

/** What the contexts around would answer; tests change the maps, and read who was asked. */
const contextsAround = () => {
  const calls: Record<'contacts' | 'news', string[][]> = { contacts: [], news: [] };
  const messages = new Map<string, MessageNews>();
  const orders = new Map<string, OrderNews>();
  const internal = {
    identity: {
      UserContacts: ({ ids }: { ids: string[] }) => {
        calls.contacts.push(ids);
        return { userContacts: ids.map((userId) => ({ userId, email: `${userId}@example.com`, locale: 'en' })) };
      },
    },
    orders: {
      OrderContacts: ({ ids }: { ids: string[] }) => ({
        orderContacts: ids.map((orderId) => ({ orderId, email: 'guest@example.com', country: 'RU' })),
      }),
      OrderNews: ({ ids }: { ids: string[] }) => ({ orderNews: ids.flatMap((id) => orders.get(id) ?? []) }),
    },
    seller: {
      ShopContacts: ({ ids }: { ids: string[] }) => ({
        shopContacts: ids.map((shopId) => ({ shopId, notifyUserIds: ['usr_owner', 'usr_clerk'] })),
      }),
    },
    messaging: {
      MessageNews: ({ ids }: { ids: string[] }) => {
        calls.news.push(ids);
        return { messageNews: ids.flatMap((id) => messages.get(id) ?? []) };
      },
    },
  };
  return { calls, messages, orders, internal };
};

const accepted = (key: string): SendOutcome => ({ kind: 'ACCEPTED', providerId: `p-${key}` });

/** Providers that keep what they get and answer as a test tells them; the market around them is as other contexts would answer. */
export const openEngine = async (names: readonly OutboundChannel[] = ['EMAIL', 'WEB_PUSH', 'SMS', 'TELEGRAM']) => {
  const handed: Handed[] = [];
  const answers: SendOutcome[] = [];
  const { internal, ...around } = contextsAround();
  let now = () => new Date();
  const port = (channel: OutboundChannel): ChannelPort => ({
    deduplicates: channel !== 'TELEGRAM',
    send: async (message) => {
      handed.push({ ...message, channel, at: now() });
      return answers.shift() ?? accepted(message.idempotencyKey);
    },
    close: async () => {},
  });
  const channels = Object.fromEntries(names.map((name) => [name, port(name)])) as ChannelPorts;
  const market: TestContext<Services> = await testContext<Services>(
    { ...notifications, services: (runtime, config) => ({ ...createServices(runtime, config as never), channels }) },
    { env: { VITRINA_TELEGRAM_BOT: 'vitrina_bot' }, internal },
  );
  now = () => market.clock.now();
  const work = async () => {
    await market.runSweep('due-deliveries');
    await market.runJobs();
  };
  let spoken = 0;
  return {
    market,
    handed,
    answers,
    ...around,
    work,
    /** Lets time pass and does what is due then. */
    pass: async (seconds: number) => {
      market.clock.advance(seconds * 1_000);
      await work();
    },
    addBrowser: (userId: string, name = userId) =>
      putBrowser(
        market.database.orm,
        { userId, endpoint: `https://push/${name}`, address: `browser of ${name}`, label: name },
        market.clock.now(),
      ),
    addTelegram: (userId: string) =>
      putTelegramChat(
        market.database.orm,
        { userId, madeAt: market.clock.now(), chatId: `chat-${userId}`, label: 'chat' },
        market.clock.now(),
      ),
    /** The shop writes to a buyer, who has not read it. */
    write: async (conversationId: string, buyerId = 'usr_buyer') => {
      spoken += 1;
      const messageId = `msg_${spoken}`;
      const facts = { messageId, conversationId, shopId: 'shp_1', buyerId, authorId: 'usr_owner' };
      around.messages.set(messageId, {
        messageId,
        authorName: null,
        excerpt: `text ${spoken}`,
        readByOtherSide: false,
        deleted: false,
      });
      await market.deliver(messageSent, {
        aggregateId: conversationId,
        aggregateVersion: spoken,
        payload: { ...facts, side: 'SHOP', productId: 'prd_1', orderId: null, sequence: spoken },
      });
      return messageId;
    },
    answer: async <T>(query: string, variables: Record<string, unknown> = {}, userId = 'usr_buyer'): Promise<T> => {
      const { data, errors } = await market.ask<T & Record<string, unknown>>(query, variables, {
        as: asUser(userId, userId === 'usr_admin' ? { scopes: ['admin'] } : {}),
      });
      if (!data) throw new Error(JSON.stringify(errors));
      return data;
    },
    close: () => market.close(),
  };
};

export type Engine = Awaited<ReturnType<typeof openEngine>>;

interface Runs {
  notificationRuns: {
    nodes: {
      kind: string;
      state: string;
      digest: { events: number; open: boolean } | null;
      steps: {
        id: string;
        type: string;
        state: string;
        attempts: number;
        reason: string | null;
        tries: { outcome: string; code: string | null; providerId: string | null }[];
      }[];
    }[];
  };
}

/** What an operator sees of one person's runs, newest first. */
export const runsOf = async (engine: Engine, recipientId: string, kind?: string) =>
  (
    await engine.answer<Runs>(
      `query ($recipientId: ID, $kind: String) { notificationRuns(recipientId: $recipientId, kind: $kind, first: 100) { nodes {
        kind state digest { events open } steps { id type state attempts reason tries { outcome code providerId } } } } }`,
      { recipientId, kind },
      'usr_admin',
    )
  ).notificationRuns.nodes;
