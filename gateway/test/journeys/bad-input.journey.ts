import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, client, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, type Good, goodsOf, rubleShops } from './shopping.ts';

const everyText = JSON.parse(
  readFileSync(new URL('../fixtures/naughty-strings/blns.half.json', import.meta.url), 'utf8'),
) as string[];
// Between processes only the way is another one: every fourth text takes it.
const naughty = everyText.filter((_, index) => inject('market').topology === 'embedded' || index % 4 === 0);

let buyer: Client;
let owner: Client;
let goods: Good[];
beforeAll(async () => {
  buyer = await signIn('buyer@vitrina.example');
  owner = await signIn('owner@vitrina.example');
  goods = await goodsOf(client(), rubleShops[0]);
});

const newCart = (): Promise<string> => emptyCart(buyer);
const codesOf = (answer: { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] }): unknown[] =>
  (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);

describe('hostile text', () => {
  it('is an answer or a clear refusal in every field it can be typed into, never a failure of ours', async () => {
    const address = (text: string) => ({ name: text, line1: text, city: text, postalCode: text, country: 'RU' });
    const fields: [string, (text: string) => Record<string, unknown>][] = [
      [
        'query ($text: String!) { search(query: $text, first: 2) { totalCount } suggest(prefix: $text) { __typename } }',
        (text) => ({ text }),
      ],
      [
        'query ($text: String!) { searchCategories(query: $text) { __typename } shopBySlug(slug: $text) { id } categoryBySlug(slug: $text) { id } }',
        (text) => ({ text }),
      ],
      [
        'query ($text: ID!) { node(id: $text) { id } product(id: $text) { id } order(id: $text) { id } shop(id: $text) { id } user(id: $text) { id } }',
        (text) => ({ text }),
      ],
      [
        'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName } userErrors { code } } }',
        (text) => ({ input: { displayName: text } }),
      ],
      [
        'mutation ($input: AddAddressInput!) { addAddress(input: $input) { userErrors { code field message } } }',
        (text) => ({ input: { address: address(text) } }),
      ],
      [
        'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
        (text) => ({ input: { email: text, password: text } }),
      ],
    ];
    const failures: string[] = [];
    for (const [document, variables] of fields) {
      const texts = document.includes('signIn') ? naughty.slice(0, 5) : naughty;
      for (const text of texts) {
        const answer = await buyer.try(document, variables(text));
        if (codesOf(answer).includes('INTERNAL_SERVER_ERROR') || answer.status >= 500)
          failures.push(
            `${document.slice(0, 60)} <- ${JSON.stringify(text).slice(0, 60)}: ${JSON.stringify(answer.errors).slice(0, 200)}`,
          );
      }
    }
    await buyer.ask('mutation { updateProfile(input: { displayName: "Boris Buyer" }) { userErrors { code } } }');
    expect(failures).toEqual([]);
  }, 300_000);
});

describe('a checkout refuses, by name and with a remedy,', () => {
  it('quantities that are negative, nothing, or beyond all measure', async () => {
    const cartId = await newCart();
    for (const quantity of [0, -1, 1_000, 2_147_483_647]) {
      const { addToCart } = await buyer.ask<{ addToCart: { userErrors: { code: string; field: string[] }[] } }>(
        'mutation ($input: AddToCartInput!) { addToCart(input: $input) { userErrors { code field } } }',
        {
          input: { cartId, variantId: goods[0]?.variantId, quantity },
        },
      );
      expect(addToCart.userErrors[0]).toMatchObject({ code: 'INVALID_QUANTITY', field: ['quantity'] });
    }
  });

  it('a price that changed since the buyer saw it, with both prices', async () => {
    const chosen = goods[4];
    if (!chosen) throw new Error('The demo shop is empty.');
    const cartId = await newCart();
    await fillCart(buyer, cartId, [{ variantId: chosen.variantId, quantity: 1 }]);
    const raised = String(BigInt(chosen.priceMinor) + 500n);
    await setPrice(chosen, raised);
    const refused = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    expect(refused.userErrors[0]).toMatchObject({
      __typename: 'PriceChanged',
      was: { amountMinor: chosen.priceMinor },
      now: { amountMinor: raised },
    });
    await buyer.ask(
      'mutation ($input: AcceptCartPricesInput!) { acceptCartPrices(input: $input) { userErrors { code } } }',
      { input: { cartId } },
    );
    const accepted = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    expect(accepted.userErrors).toEqual([]);
  });

  it('more than there is', async () => {
    const chosen = goods[5];
    if (!chosen) throw new Error('The demo shop is empty.');
    const cartId = await newCart();
    await fillCart(buyer, cartId, [{ variantId: chosen.variantId, quantity: 1 }]);
    await owner.ask('mutation ($input: SetStockInput!) { setStock(input: $input) { userErrors { code } } }', {
      input: { shopId: chosen.shopId, lines: [{ variantId: chosen.variantId, onHand: 0 }] },
    });
    const refused = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    expect(refused.userErrors[0]).toMatchObject({ code: 'OUT_OF_STOCK' });
  });

  it('a cart with nothing in it', async () => {
    const { createCart } = await client().ask<{ createCart: { cart: { id: string }; secret: string } }>(
      'mutation { createCart { cart { id } secret } }',
    );
    const guest = client({ cartSecret: createCart.secret });
    const input = {
      idempotencyKey: randomUUID(),
      cartId: createCart.cart.id,
      payment: { providerToken: 'pm_card_visa' },
    };
    const refused = await checkout(guest, { ...input, contactEmail: 'guest@example.com' });
    expect(refused.userErrors[0]?.code).toMatch(/EMPTY/);
  });

  it('a card number, before anything is planned, logged or stored', async () => {
    const answer = await buyer.try('mutation ($input: CheckoutInput!) { checkout(input: $input) { status } }', {
      input: { idempotencyKey: randomUUID(), cartId: 'crt_x', payment: { providerToken: '4242 4242 4242 4242' } },
    });
    expect(codesOf(answer)).toEqual([expect.stringMatching(/CARD/)]);
    expect(JSON.stringify(answer.errors)).not.toContain('4242');
  });
});

/** Sets one good's price as its shop would, leaving all else as it is. */
const setPrice = async (good: Good, priceMinor: string): Promise<void> => {
  const { product } = await owner.ask<{
    product: { externalId: string; title: string; category: { id: string }; variants: { nodes: { sku: string }[] } };
  }>(
    'query ($id: ID!) { product(id: $id) { externalId title(locale: "ru") category { id } variants(first: 1) { nodes { sku } } } }',
    { id: good.productId },
  );
  const { productSet } = await owner.ask<{ productSet: { userErrors: unknown[] } }>(
    'mutation ($input: ProductSetInput!) { productSet(input: $input) { userErrors { code field message } } }',
    {
      input: {
        shopId: good.shopId,
        product: {
          externalId: product.externalId,
          titles: [{ locale: 'ru', text: product.title }],
          status: 'ACTIVE',
          categoryId: product.category.id,
          currency: 'RUB',
          variants: product.variants.nodes.map(({ sku }) => ({ sku, priceMinor })),
        },
      },
    },
  );
  expect(productSet.userErrors).toEqual([]);
};
