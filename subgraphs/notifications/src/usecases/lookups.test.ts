import { describe, expect, it } from 'vitest';
import { condition, email, inApp, send } from '../domain/workflow/step.ts';
import { defineWorkflow } from '../domain/workflow/workflow.ts';
import type { Services } from '../services.ts';
import { contactsOf, peopleOfShops } from './contacts.ts';
import { type Asking, newsDesk } from './news.ts';

/** Other contexts that know everybody they are asked about, but those whose id ends with `gone`, and who was asked what. */
const market = ({ without }: { readonly without?: string } = {}) => {
  const asked: string[] = [];
  const known = (ids: readonly string[]) => ids.filter((id) => !id.endsWith('gone'));
  const answers: Record<string, (ids: readonly string[]) => object> = {
    identity: (ids) => ({
      userContacts: ids.map((userId) => ({ userId, email: `${userId}@example.com`, locale: 'de' })),
    }),
    seller: (ids) => ({ shopContacts: ids.map((shopId) => ({ shopId, notifyUserIds: [`usr_of_${shopId}`] })) }),
    catalog: (ids) => ({
      _entities: ids.map((id) => ({
        id,
        available: 3,
        options: [{ value: { en: 'Red', ru: 'Красный' } }, { value: { en: 'M', ru: 'M' } }],
        product: { en: `Rug ${id}`, ru: `Ковёр ${id}` },
      })),
    }),
    messaging: (ids) => ({ messageNews: ids.map((messageId) => ({ messageId })) }),
    orders: (ids) => ({
      orderContacts: ids.map((orderId) => ({ orderId, email: 'guest@example.com', country: orderId.slice(-2) })),
      orderNews: ids.map((orderId) => ({ orderId })),
    }),
  };
  interface Variables {
    readonly ids?: readonly string[];
    readonly representations?: readonly { readonly id: string }[];
  }
  const call = async (context: string, _document: unknown, { ids, representations = [] }: Variables) => {
    const about = ids ?? representations.map(({ id }) => id);
    asked.push(`${context} ${about.length}`);
    if (!answers[context] || context === without) throw new Error(`${context} is away.`);
    return answers[context](known(about));
  };
  return { services: { internal: { call } } as unknown as Services, asked };
};

describe('where recipients can be reached', () => {
  it('is one question for people and one for guests, each asked about once', async () => {
    const { services, asked } = market();
    const contacts = await contactsOf(services, ['usr_1', 'ord_RU', 'usr_1', 'ord_RU', 'usr_2', 'usr_gone']);
    expect(asked.sort()).toEqual(['identity 3', 'orders 1']);
    expect([...contacts.keys()].sort()).toEqual(['ord_RU', 'usr_1', 'usr_2']);
    expect(contacts.get('usr_1')).toEqual({ email: 'usr_1@example.com', locale: 'de' });
  });

  it('is not asked for nobody', async () => {
    const { services, asked } = market();
    expect((await contactsOf(services, [])).size).toBe(0);
    expect((await peopleOfShops(services, [])).size).toBe(0);
    const nothing = { messages: new Map(), orders: new Map(), goods: new Map() };
    expect(await newsDesk(services, [])(['message-unread', 'order-alive', 'goods-low'])).toEqual(nothing);
    expect(asked).toEqual([]);
  });

  it('tells a guest’s language by where the goods go', async () => {
    const { services } = market();
    const contacts = await contactsOf(services, ['ord_RU', 'ord_BY', 'ord_KZ', 'ord_KG', 'ord_DE', 'ord_UA']);
    expect([...contacts.values()].map(({ locale }) => locale)).toEqual(['ru', 'ru', 'ru', 'ru', 'en', 'en']);
  });

  it('asks for a shop once, however many events are about it', async () => {
    const { services, asked } = market();
    const people = await peopleOfShops(services, ['shp_1', 'shp_2', 'shp_1', 'shp_gone']);
    expect([asked, people.get('shp_1'), people.get('shp_gone')]).toEqual([['seller 3'], ['usr_of_shp_1'], undefined]);
  });
});

describe('what conditions ask of other contexts', () => {
  const chat = defineWorkflow({
    name: 'chat',
    category: 'MESSAGES',
    steps: [inApp(), condition('message-unread'), send('WEB_PUSH', 'EMAIL')],
  });
  const receipt = defineWorkflow({
    name: 'receipt',
    category: 'PURCHASES',
    steps: [email(), condition('order-alive'), email()],
  });
  const messages = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ messageId: `msg_${n}`, orderId: `ord_${n}` }));

  const stock = defineWorkflow({
    name: 'stock',
    category: 'STOCK',
    steps: [condition('goods-sold-out'), inApp()],
  });
  const both = ['message-unread', 'order-alive'] as const;

  it('is asked of each once, about everything the steps tell of, five hundred at a time', async () => {
    const { services, asked } = market();
    const newsOf = newsDesk(services, [
      { workflow: chat, position: 2, all: messages(1_001) },
      { workflow: chat, position: 2, all: messages(7) },
      { workflow: receipt, position: 2, all: [{ orderId: 'ord_1' }, { orderIds: 'ord_2,ord_gone,ord_3' }] },
    ]);
    const [news] = [await newsOf(both), await newsOf(both)];
    expect(asked.sort()).toEqual(['messaging 1', 'messaging 500', 'messaging 500', 'orders 4']);
    expect([news.messages.size, [...news.orders.keys()]]).toEqual([1_001, ['ord_2', 'ord_3', 'ord_1']]);
  });

  it('is not asked for steps that stand before the condition', async () => {
    const { services, asked } = market();
    const newsOf = newsDesk(services, [
      { workflow: receipt, position: 0, all: [{ orderId: 'ord_1' }] },
      { workflow: chat, position: 0, all: messages(3) },
    ]);
    await newsOf(both);
    expect(asked).toEqual([]);
  });

  it('keeps nobody waiting who asks nothing of a context that is away', async () => {
    const { services, asked } = market({ without: 'catalog' });
    const steps: Asking[] = [
      { workflow: stock, position: 1, all: [{ variantId: 'var_1' }] },
      { workflow: chat, position: 2, all: messages(1) },
    ];
    const newsOf = newsDesk(services, steps);
    await expect(newsOf(['goods-sold-out'])).rejects.toThrow('catalog is away');
    expect((await newsOf(['message-unread'])).messages.size).toBe(1);
    expect(asked.sort()).toEqual(['catalog 1', 'messaging 1']);
  });

  it('names goods as people call them, with the options that make the difference', async () => {
    const { services } = market();
    const all = [{ variantId: 'var_1' }, { variantId: 'var_gone' }, { variantId: 'var_2' }];
    const { goods } = await newsDesk(services, [{ workflow: stock, position: 1, all }])(['goods-sold-out']);
    expect([...goods.values()]).toEqual(
      ['var_1', 'var_2'].map((variantId) => ({
        variantId,
        available: 3,
        titles: { en: `Rug ${variantId} (Red / M)`, ru: `Ковёр ${variantId} (Красный / M)` },
      })),
    );
  });
});
