import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goods, openRealGoods, type RealGoods, titlesOf } from './real-goods.ts';

describe('guiding searches', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  describe('merchandising', () => {
    const setRule = `mutation Set($input: SetSearchRuleInput!) { setSearchRule(input: $input) { rule { id query } userErrors { code field } } }`;
    const rule = async (input: Record<string, unknown>) =>
      (await real.asAdmin(setRule, { input })).data?.['setSearchRule'] as never as {
        rule: { id: string } | null;
        userErrors: { code: string; field: string[] }[];
      };
    const chair = goods.find(({ titles }) => /кресло/i.test(titles[0]?.text ?? ''))?.productId as string;

    it('pins, hides and boosts, only for its query and only while it lasts', async () => {
      const mats = (await real.ask('коврик')).nodes.map(({ product }) => product.id);
      const soon = new Date(real.context.clock.now().getTime() + 60_000).toISOString();
      await rule({ query: ' КОВРИК ', productId: chair, action: 'PIN', position: 2 });
      await rule({ query: 'коврик', productId: mats[0], action: 'HIDE', endsAt: soon });
      await rule({ query: 'коврик', productId: mats[9], action: 'BOOST' });
      const { nodes, totalCount } = await real.ask('коврик');
      expect(nodes.slice(0, 2).map(({ product, promoted }) => [product.id, promoted])).toEqual([
        [mats[9], true],
        [chair, true],
      ]);
      expect(nodes.map(({ product }) => product.id)).not.toContain(mats[0]);
      expect((await real.ask('коврик mini')).nodes.map(({ product }) => product.id)).not.toContain(chair);
      real.context.clock.advance(61_000);
      expect((await real.ask('коврик')).totalCount).toBe(totalCount + 1);
    });

    it('is refused where it makes no sense, with the remedy’s place', async () => {
      const codes = async (input: Record<string, unknown>) => (await rule(input)).userErrors.map(({ code }) => code);
      expect(await codes({ query: 'x', productId: 'prd_none', action: 'HIDE' })).toEqual(['UNKNOWN_PRODUCT']);
      expect(await codes({ query: 'x', productId: chair, action: 'PIN', position: 0 })).toEqual([
        'POSITION_OUT_OF_RANGE',
      ]);
      expect(await codes({ query: 'x', productId: chair, action: 'BOOST', position: 1 })).toEqual([
        'POSITION_NOT_ALLOWED',
      ]);
      expect(
        await codes({
          query: 'x',
          productId: chair,
          action: 'PIN',
          startsAt: '2026-02-02T00:00:00Z',
          endsAt: '2026-02-01T00:00:00Z',
        }),
      ).toEqual(['PERIOD_EMPTY']);
    });

    it('is listed, replaced and removed', async () => {
      const set = await rule({ query: 'список', productId: chair, action: 'HIDE' });
      const again = await rule({ query: 'список', productId: chair, action: 'PIN' });
      expect(again.rule?.id).toBe(set.rule?.id);
      const list = '{ searchRules(query: "Список") { nodes { id action position product { id } } } }';
      expect((await real.asAdmin(list)).data).toEqual({
        searchRules: { nodes: [{ id: set.rule?.id, action: 'PIN', position: 1, product: { id: chair } }] },
      });
      const remove = 'mutation R($id: ID!) { removeSearchRule(input: { id: $id }) { removedId } }';
      for (let times = 0; times < 2; times += 1)
        expect((await real.asAdmin(remove, { id: set.rule?.id })).data).toEqual({
          removeSearchRule: { removedId: set.rule?.id },
        });
      expect((await real.asAdmin(list)).data).toEqual({ searchRules: { nodes: [] } });
    });

    it('is for admins', async () => {
      for (const field of [
        'searchRules { nodes { id } }',
        'synonyms { words }',
        'zeroResultQueries { query }',
        'searchIndex { documents }',
      ]) {
        expect((await real.context.ask(`{ ${field} }`)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
        const { errors } = await real.context.ask(`{ ${field} }`, {}, { as: asUser('usr_1') });
        expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    });
  });

  describe('synonyms', () => {
    const set = async (groups: string[][]) =>
      (
        await real.asAdmin(
          'mutation S($groups: [SynonymGroupInput!]!) { setSynonyms(input: { groups: $groups }) { groups { words } userErrors { code field } } }',
          {
            groups: groups.map((words) => ({ words })),
          },
        )
      ).data?.['setSynonyms'] as never as { userErrors: { code: string; field: string[] }[] };

    it('widen a query by words and phrases in any form, from the next search on', async () => {
      expect((await real.ask('подстилка')).totalCount).toBe(0);
      await set([
        ['подстилка', 'коврик'],
        ['утренний напиток', 'кофеварка', 'espresso machine'],
      ]);
      expect((await real.ask('подстилки')).totalCount).toBeGreaterThan(20);
      expect(titlesOf(await real.ask('утренний напиток')).join()).toMatch(/espresso/i);
      await set([]);
      expect((await real.ask('подстилка')).totalCount).toBe(0);
    });

    it('are refused with the place of what is wrong', async () => {
      expect((await set([['один']])).userErrors).toEqual([{ code: 'GROUP_SIZE', field: ['groups', '0', 'words'] }]);
      expect(
        (
          await set([
            ['a', 'b'],
            ['a', 'раз два три четыре'],
          ])
        ).userErrors,
      ).toEqual([{ code: 'PHRASE_LENGTH', field: ['groups', '1', 'words', '1'] }]);
    });
  });

  it('remembers what found nothing', async () => {
    for (let times = 0; times < 3; times += 1) await real.ask('Самокат Надувной');
    await real.context.services.queryCounter.flush();
    const { data } = await real.asAdmin('{ zeroResultQueries(first: 50) { query count } }');
    expect(((data?.['zeroResultQueries'] ?? []) as { query: string }[]).map(({ query }) => query)).toContain(
      'самокат надувной',
    );
  });
});
