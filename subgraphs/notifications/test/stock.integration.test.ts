import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { putOnSale, tellStock } from './goods.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const low = (name: string, available: number, size?: string) =>
  tellStock(engine.market, putOnSale(engine.goods, name, available, size), available);
const soldOut = (name: string) => tellStock(engine.market, putOnSale(engine.goods, name, 0), 0);
const wantMail = (userId: string) =>
  engine.answer(
    'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }',
    { input: { expectedVersion: 0, choices: [{ category: 'STOCK', channel: 'EMAIL', enabled: true }] } },
    userId,
  );
interface Listed {
  notifications: { nodes: { kind: string; title: string; text: string; subjectId: string | null }[] };
}
const listOf = async (locale: string, userId = 'usr_owner') =>
  (
    await engine.answer<Listed>(
      'query ($locale: Locale) { notifications { nodes { kind title(locale: $locale) text(locale: $locale) subjectId } } }',
      { locale },
      userId,
    )
  ).notifications.nodes;
const hour = 3_601;

describe('a shop whose goods run low', () => {
  it('is told once which they are and what is left of them then, in the app and by mail', async () => {
    await wantMail('usr_owner');
    await low('lamp', 4);
    await low('shirt', 3, 'M');
    await low('lamp', 4);
    putOnSale(engine.goods, 'lamp', 2);
    await engine.pass(hour);
    const lines = ['lamp: 2 left', 'shirt (M): 3 left'];
    const [mail, ...others] = engine.handed;
    expect([mail?.subject, mail?.text.split('\n').slice(1, 3), others]).toEqual([
      '2 of your goods are running low',
      lines,
      [],
    ]);
    for (const text of lines) expect(mail?.html?.replaceAll(/<\/?b>/g, '')).toContain(text);
    expect(await listOf('en')).toEqual([
      {
        kind: 'stock-low',
        title: '2 of your goods are running low',
        text: ['2 of your goods are running low.', ...lines].join('\n'),
        subjectId: null,
      },
    ]);
    expect((await listOf('ru'))[0]?.text).toBe(
      ['Заканчивается 2 товара.', 'Товар lamp: осталось 2', 'Товар shirt (р. M): осталось 3'].join('\n'),
    );
  });

  it('reads of ten, and how many more there are', async () => {
    for (let index = 0; index < 12; index += 1) await low(`good${index}`, index + 1);
    await engine.pass(hour);
    const [told] = await listOf('en');
    expect(told?.text.split('\n').slice(-2)).toEqual(['good9: 10 left', 'and 2 more']);
    expect((await listOf('ru'))[0]?.text).toMatch(/\nи ещё 2$/);
  });

  it('can open the one that is left, when the others are sold out or gone by then', async () => {
    await low('lamp', 4);
    await low('shirt', 3);
    await low('vase', 2);
    putOnSale(engine.goods, 'lamp', 0);
    engine.goods.delete('var_vase');
    await engine.pass(hour);
    expect(await listOf('en')).toMatchObject([
      { title: 'Stock is running low', text: 'shirt: only 3 left.', subjectId: 'var_shirt' },
    ]);
  });

  it('hears nothing when nothing of it is so any more, nor while catalog cannot be asked', async () => {
    await soldOut('lamp');
    putOnSale(engine.goods, 'lamp', 50);
    await engine.pass(601);
    expect(await listOf('en')).toEqual([]);
    expect((await runsOf(engine, 'usr_owner')).flatMap(({ steps }) => steps)).toContainEqual(
      expect.objectContaining({ type: 'IN_APP', state: 'SKIPPED', reason: 'CONDITION goods-sold-out' }),
    );
    await soldOut('vase');
    const call = vi.spyOn(engine.market.services.internal, 'call').mockRejectedValueOnce(new Error('away'));
    await engine.pass(601);
    call.mockRestore();
    expect(await listOf('en')).toEqual([]);
    await engine.pass(60);
    expect(await listOf('en')).toMatchObject([{ title: 'Sold out', subjectId: 'var_vase' }]);
  });
});

describe('people who are told at most so often', () => {
  it('are asked for in one transaction, however many they are and of whatever shop', async () => {
    for (const userId of ['usr_owner', 'usr_clerk']) await wantMail(userId);
    const variantId = putOnSale(engine.goods, 'lamp', 2);
    for (const shopId of ['shp_1', 'shp_2', 'shp_3']) await tellStock(engine.market, variantId, 2, shopId);
    const { database } = engine.market.services;
    const transactions = vi.spyOn(database, 'transaction');
    await engine.pass(hour);
    const times = transactions.mock.calls.length;
    transactions.mockRestore();
    const spent = await database.sql<{ key: string }[]>`select key from budget where key like 'stock%' order by key`;
    expect(spent.map(({ key }) => key)).toEqual(['stock-low|usr_clerk', 'stock-low|usr_owner']);
    // One for six wishes, one for six lines in the app.
    expect(times).toBe(2);
  });

  it('hear of a fifth crowd within a day in the app alone', async () => {
    await wantMail('usr_owner');
    for (let round = 0; round < 5; round += 1) {
      await low(`good${round}`, 2);
      await engine.pass(hour);
    }
    expect(engine.handed).toHaveLength(4);
    expect(await listOf('en')).toHaveLength(5);
  });
});
