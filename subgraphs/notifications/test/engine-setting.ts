import { manualClock } from '@vitrina/platform/clock';
import { createRateLimiter } from '@vitrina/platform/rate-limit';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { messageSent } from '@vitrina/schema/events';
import type { ChannelPort, ChannelPorts, OutgoingMessage, SendOutcome } from '../src/clients/channels/contract.ts';
import { type OutboundChannel, outboundChannels } from '../src/domain/channel.ts';
import type { MessageNews, OrderNews } from '../src/domain/workflow/conditions.ts';
import type { Services } from '../src/services.ts';
import { putBrowser, putTelegramChat } from '../src/store/contact-points.ts';
import { notifications } from '../src/subgraph.ts';
import { type Goods, goodsAnswer } from './goods.ts';
import { forgetAll, impatient } from './setting.ts';

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
  const goods: Goods = new Map();
  /** What happens while somebody's address is looked up, once. */
  const meanwhile: (() => Promise<void>)[] = [];
  const internal = {
    identity: {
      UserContacts: async ({ ids }: { ids: string[] }) => {
        calls.contacts.push(ids);
        await meanwhile.shift()?.();
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
    catalog: { GoodsNews: goodsAnswer(goods) },
    messaging: {
      MessageNews: ({ ids }: { ids: string[] }) => {
        calls.news.push(ids);
        return { messageNews: ids.flatMap((id) => messages.get(id) ?? []) };
      },
    },
  };
  return { calls, messages, orders, goods, meanwhile, internal };
};

const accepted = (key: string): SendOutcome => ({ kind: 'ACCEPTED', providerId: `p-${key}` });

/** Providers that keep what they get and answer as a test tells them; those of Telegram would not notice a repeat. */
const openProviders = (now: () => Date) => {
  const handed: Handed[] = [];
  /** Errors are thrown: a channel's own fault, of which no provider knows. */
  const answers: (SendOutcome | Error)[] = [];
  const port = (channel: OutboundChannel): ChannelPort => ({
    deduplicates: channel !== 'TELEGRAM',
    send: async (message) => {
      handed.push({ ...message, channel, at: now() });
      const answer = answers.shift() ?? accepted(message.idempotencyKey);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    close: async () => {},
  });
  const channels: ChannelPorts = Object.fromEntries(outboundChannels.map((channel) => [channel, port(channel)]));
  return { handed, answers, channels };
};

/**
 * The context among providers that do as they are told and a market that answers as other contexts would. One is opened
 * for a file; `clear` makes it new for the next test.
 */
export const openEngine = async () => {
  const clock = manualClock();
  const begin = clock.now();
  const { handed, answers, channels } = openProviders(() => clock.now());
  const { internal, ...around } = contextsAround();
  const market: TestContext<Services> = await testContext<Services>(
    {
      ...notifications,
      services: (runtime, config) => ({ ...impatient(runtime, config as never), channels }),
    },
    { env: { VITRINA_TELEGRAM_BOT: 'vitrina_bot' }, internal, clock },
  );
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
    /** Forgets what happened, what limits were spent on included: the next test begins at the same moment as this one. */
    clear: async () => {
      await market.runJobs();
      Object.assign(market.services, { rateLimiter: createRateLimiter({ kind: 'memory' }) });
      await forgetAll(market);
      clock.set(begin);
      spoken = 0;
      for (const kept of [handed, answers, around.meanwhile, ...Object.values(around.calls)]) kept.length = 0;
      around.messages.clear();
      around.orders.clear();
      around.goods.clear();
    },
    /** Lets time pass and does what is due then. */
    pass: async (seconds: number) => {
      clock.advance(seconds * 1_000);
      await work();
    },
    addBrowser: (userId: string, name = userId) =>
      putBrowser(
        market.database.orm,
        { userId, endpoint: `https://push/${name}`, address: `browser of ${name}`, label: name },
        clock.now(),
      ),
    addTelegram: (userId: string) =>
      putTelegramChat(
        market.database.orm,
        { userId, madeAt: clock.now(), chatId: `chat-${userId}`, label: 'chat' },
        clock.now(),
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
        lostTries: number;
        reason: string | null;
        tries: { outcome: string; code: string | null; providerId: string | null; nextTryAt: string | null }[];
      }[];
    }[];
  };
}

/** What an operator sees of one person's runs, newest first. */
export const runsOf = async (engine: Engine, recipientId: string, kind?: string) =>
  (
    await engine.answer<Runs>(
      `query ($recipientId: ID, $kind: String) { notificationRuns(recipientId: $recipientId, kind: $kind, first: 100) { nodes {
        kind state digest { events open } steps { id type state attempts lostTries reason tries { outcome code providerId nextTryAt } } } } }`,
      { recipientId, kind },
      'usr_admin',
    )
  ).notificationRuns.nodes;
