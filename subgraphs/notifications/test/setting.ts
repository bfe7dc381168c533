import { type TestContext, testContext } from '@vitrina/platform/testing';
import type { MessageNews, OrderNews } from '../src/domain/workflow/conditions.ts';
import type { Services } from '../src/services.ts';
import { notifications } from '../src/subgraph.ts';
import { startMailServer } from './mail-server.ts';

/** People and links as identity and seller would answer; tests change them to see what is looked up at send time. */
export const openSetting = async () => {
  const mail = await startMailServer();
  const people = new Map([
    ['usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'ru-RU' }],
    ['usr_owner', { userId: 'usr_owner', email: 'owner@example.com', locale: 'en' }],
  ]);
  const links = new Map([['req_1', { url: 'https://market.example/verify?token=t0p', email: 'buyer@example.com' }]]);
  const minted: string[] = [];
  const orders = new Map<string, OrderNews>();
  const messages = new Map<string, MessageNews>();
  const market: TestContext<Services> = await testContext<Services>(notifications, {
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
  return {
    market,
    mail,
    people,
    links,
    minted,
    orders,
    messages,
    close: async () => {
      await market.close();
      await mail.close();
    },
  };
};

export type Setting = Awaited<ReturnType<typeof openSetting>>;

/** The event payload that orders' events have in common. */
export const orderFacts = { orderId: 'ord_1', groupId: 'grp_1', shopId: 'shp_1', buyerId: 'usr_buyer', number: 'V-1' };
