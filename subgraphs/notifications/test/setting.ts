import type { Runtime } from '@vitrina/platform/subgraph';
import { type TestContext, testContext } from '@vitrina/platform/testing';
import type { Config } from '../src/config.ts';
import type { MessageNews, OrderNews } from '../src/domain/workflow/conditions.ts';
import { runDueSteps, wake } from '../src/jobs/contracts.ts';
import { createServices, type Services } from '../src/services.ts';
import { notifications } from '../src/subgraph.ts';
import { type Goods, goodsAnswer } from './goods.ts';
import { startMailServer } from './mail-server.ts';

/** The services of a context in which nobody else comes along, so that a wake waits for nobody. */
export const impatient = (runtime: Runtime, config: Config): Services => ({
  ...createServices(runtime, config),
  wakeSender: () => runtime.jobs.enqueue(runDueSteps, {}, wake),
});

/** What events and people write; steps, tries and receipts go with their runs. */
const written = [
  'workflow_run',
  'digest',
  'notification',
  'feed',
  'budget',
  'preference',
  'contact_point',
  'suppression',
];

/** Makes a database new for the next test of a file: what was written, and what is still to be done about it. */
export const forgetAll = async (market: TestContext<Services>): Promise<void> => {
  await market.database.sql.unsafe(written.map((table) => `delete from ${table}`).join('; '));
  await market.runJobs();
};

const known = {
  people: [
    { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'ru-RU' },
    { userId: 'usr_owner', email: 'owner@example.com', locale: 'en' },
  ],
  links: { req_1: { url: 'https://market.example/verify?token=t0p', email: 'buyer@example.com' } },
};

/** People and links as identity and seller would answer; tests change them to see what is looked up at send time. */
export const openSetting = async () => {
  const mail = await startMailServer();
  const people = new Map(known.people.map((person) => [person.userId, person]));
  const links = new Map(Object.entries(known.links));
  const minted: string[] = [];
  const orders = new Map<string, OrderNews>();
  const messages = new Map<string, MessageNews>();
  const goods: Goods = new Map();
  const impatiently = {
    ...notifications,
    services: (runtime: Runtime, config: unknown) => impatient(runtime, config as Config),
  };
  const market: TestContext<Services> = await testContext<Services>(impatiently, {
    env: { VITRINA_SMTP_URL: mail.url },
    internal: {
      identity: {
        UserContacts: ({ ids }: { ids: string[] }) => ({ userContacts: ids.flatMap((id) => people.get(id) ?? []) }),
        MintEmailLink: ({ requestId }: { requestId: string }) => {
          minted.push(requestId);
          return { mintEmailLink: links.get(requestId) ?? null };
        },
      },
      orders: {
        OrderContacts: ({ ids }: { ids: string[] }) => ({
          orderContacts: ids.map((orderId) => ({ orderId, email: 'guest@example.com', country: 'RU' })),
        }),
        OrderNews: ({ ids }: { ids: string[] }) => ({ orderNews: ids.flatMap((id) => orders.get(id) ?? []) }),
      },
      catalog: { GoodsNews: goodsAnswer(goods) },
      messaging: {
        MessageNews: ({ ids }: { ids: string[] }) => ({ messageNews: ids.flatMap((id) => messages.get(id) ?? []) }),
      },
      seller: {
        ShopContacts: ({ ids }: { ids: string[] }) => ({
          shopContacts: ids.map((shopId) => ({ shopId, notifyUserIds: ['usr_owner'] })),
        }),
      },
    },
  });
  const begin = market.clock.now();
  return {
    market,
    mail,
    people,
    links,
    minted,
    orders,
    messages,
    goods,
    /** Makes it new for the next test, which begins at the same moment as this one. */
    clear: async () => {
      await forgetAll(market);
      market.clock.set(begin);
      mail.received.length = 0;
      minted.length = 0;
      for (const person of known.people) people.set(person.userId, person);
      for (const [id, link] of Object.entries(known.links)) links.set(id, link);
    },
    close: async () => {
      await market.close();
      await mail.close();
    },
  };
};

export type Setting = Awaited<ReturnType<typeof openSetting>>;

/** The event payload that orders' events have in common. */
export const orderFacts = { orderId: 'ord_1', groupId: 'grp_1', shopId: 'shp_1', buyerId: 'usr_buyer', number: 'V-1' };
