import { encodeCursor } from '@vitrina/platform/pagination';
import { asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, mutate, type SellerTest, sellerTest } from './fixtures.ts';

const admin = asUser('usr_admin', { scopes: ['admin'] });

let context: SellerTest;
beforeAll(async () => {
  context = await sellerTest();
});
afterAll(() => context.close());

describe.each(['', '\u0000', 'shp_\u0000', '\ud800', "shp_' or '1'='1", '../../etc/passwd', '💥'.repeat(2_000)])(
  'the odd id %j',
  (id) => {
    it('finds nothing when read', async () => {
      const answer = await context.ask(
        'query ($id: ID!, $slug: String!, $r: [_Any!]!) { shop(id: $id) { id } shopBySlug(slug: $slug) { id } _entities(representations: $r) { ... on Shop { id } } }',
        { id, slug: id, r: [{ __typename: 'Shop', id }] },
      );
      expect(answer).toEqual({ data: { shop: null, shopBySlug: null, _entities: [null] } });
    });

    it('is no shop for an admin’s changes', async () => {
      const codes = async (field: string, rest: Record<string, unknown> = {}) =>
        codesOf(await mutate(context, field, { shopId: id, ...rest }, '__typename', admin));
      expect(await codes('closeShop')).toEqual(['SHOP_NOT_FOUND']);
      expect(await codes('updateShop', { expectedVersion: 1 })).toEqual(['SHOP_NOT_FOUND']);
      expect(await codes('setShopCommission')).toEqual(['SHOP_NOT_FOUND']);
      expect(await codes('removeShopStaff', { staffId: id })).toEqual(['SHOP_NOT_FOUND']);
      expect(await codes('removeDeliveryMethod', { code: id })).toEqual(['DELIVERY_METHOD_NOT_FOUND']);
      expect(await codes('revokeApiClient', { clientId: id })).toEqual(['API_CLIENT_NOT_FOUND']);
    });

    it('is left out of what other contexts ask', async () => {
      const asked = await context.ask(
        'query ($ids: [ID!]!) { checkoutShops(ids: $ids) { shopId } }',
        { ids: [id] },
        { as: asService('orders') },
      );
      expect(asked.data).toEqual({ checkoutShops: [] });
      const contacts = await context.ask(
        'query ($ids: [ID!]!) { shopContacts(ids: $ids) { shopId } }',
        { ids: [id] },
        { as: asService('notifications') },
      );
      expect(contacts.data).toEqual({ shopContacts: [] });
      const goods = {
        shopId: id,
        country: 'US',
        region: id,
        postalCode: id,
        currency: 'USD',
        goodsMinor: '1',
        units: 1,
      };
      const quotes = await context.ask(
        'query ($inputs: [QuoteDeliveryInput!]!) { quoteDeliveries(inputs: $inputs) { methodId } }',
        { inputs: [goods] },
        { as: asService('orders') },
      );
      expect(quotes.data).toEqual({ quoteDeliveries: [[]] });
    });

    it('is a place in the list like any other when it comes as a cursor', async () => {
      const answer = await context.ask('query ($after: String) { shops(after: $after) { nodes { id } } }', {
        after: encodeCursor([id]),
      });
      expect(answer.data).toEqual({ shops: { nodes: [] } });
    });
  },
);

describe('a cursor that is none', () => {
  it('is refused by name, or stands at no shop', async () => {
    const list = (after: string) =>
      context.ask('query ($after: String) { shops(after: $after) { nodes { id } } }', { after });
    for (const after of ['', 'x', encodeCursor([]), encodeCursor(['a', 'b'])]) {
      expect((await list(after)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['after'] });
    }
    expect((await list(encodeCursor([7]))).data).toEqual({ shops: { nodes: [] } });
  });
});
