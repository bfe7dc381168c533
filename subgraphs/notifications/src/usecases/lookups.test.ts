import { describe, expect, it } from 'vitest';
import { condition, email, inApp, send } from '../domain/workflow/step.ts';
import { defineWorkflow } from '../domain/workflow/workflow.ts';
import type { Services } from '../services.ts';
import { contactsOf, peopleOfShops } from './contacts.ts';
import { newsFor } from './news.ts';

/** Other contexts that know everybody they are asked about, but those whose id ends with `gone`, and who was asked what. */
const market = () => {
  const asked: string[] = [];
  const known = (ids: readonly string[]) => ids.filter((id) => !id.endsWith('gone'));
  const answers: Record<string, (ids: readonly string[]) => object> = {
    identity: (ids) => ({
      userContacts: ids.map((userId) => ({ userId, email: `${userId}@example.com`, locale: 'de' })),
    }),
    seller: (ids) => ({ shopContacts: ids.map((shopId) => ({ shopId, notifyUserIds: [`usr_of_${shopId}`] })) }),
    messaging: (ids) => ({ messageNews: ids.map((messageId) => ({ messageId })) }),
    orders: (ids) => ({
      orderContacts: ids.map((orderId) => ({ orderId, email: 'guest@example.com', country: orderId.slice(-2) })),
      orderNews: ids.map((orderId) => ({ orderId })),
    }),
  };
  const call = async (context: string, _document: unknown, { ids }: { readonly ids: readonly string[] }) => {
    asked.push(`${context} ${ids.length}`);
    return answers[context]?.(known(ids));
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
    expect(await newsFor(services, [])).toEqual({ messages: new Map(), orders: new Map() });
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

  it('is asked of each once, about everything the steps tell of, five hundred at a time', async () => {
    const { services, asked } = market();
    const news = await newsFor(services, [
      { workflow: chat, position: 2, all: messages(1_001) },
      { workflow: chat, position: 2, all: messages(7) },
      { workflow: receipt, position: 2, all: [{ orderId: 'ord_1' }, { orderIds: 'ord_2,ord_gone,ord_3' }] },
    ]);
    expect(asked.sort()).toEqual(['messaging 1', 'messaging 500', 'messaging 500', 'orders 4']);
    expect([news.messages.size, [...news.orders.keys()]]).toEqual([1_001, ['ord_2', 'ord_3', 'ord_1']]);
  });

  it('is not asked for steps that stand before the condition', async () => {
    const { services, asked } = market();
    await newsFor(services, [
      { workflow: receipt, position: 0, all: [{ orderId: 'ord_1' }] },
      { workflow: chat, position: 0, all: messages(3) },
    ]);
    expect(asked).toEqual([]);
  });
});
