import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { signIn } from './client.ts';
import { commandsOf, openTerminal, type Terminal } from './readme-walk.ts';

interface FirstGood {
  readonly shopBySlug: {
    readonly id: string;
    readonly products: {
      readonly nodes: readonly [{ readonly variants: { readonly nodes: readonly [{ readonly id: string }] } }];
    };
  };
}

/** The walk is for a fresh market; in this one, others have bought what it buys. */
const restock = async (slug: string): Promise<void> => {
  const owner = await signIn('owner@vitrina.example');
  const { shopBySlug: shop } = await owner.ask<FirstGood>(
    'query ($slug: String!) { shopBySlug(slug: $slug) { id products(first: 1) { nodes { variants(first: 1) { nodes { id } } } } } }',
    { slug },
  );
  const lines = [{ variantId: shop.products.nodes[0].variants.nodes[0].id, onHand: 50 }];
  const { setStock } = await owner.ask<{ setStock: { userErrors: unknown[] } }>(
    'mutation ($input: SetStockInput!) { setStock(input: $input) { userErrors { code message } } }',
    { input: { shopId: shop.id, lines } },
  );
  expect(setStock.userErrors).toEqual([]);
};

let terminal: Terminal;
beforeAll(async () => {
  for (const slug of ['kovrik-i-kot', 'knizhny-prichal']) await restock(slug);
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

/** Opens the bank's page of a checkout and presses Approve. */
const approve = async (challenge: string): Promise<void> => {
  const page = await (await fetch(challenge)).text();
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '';
  const button = /name="([^"]+)"[^>]*value="([^"]+)"[^>]*>\s*Approve/i.exec(page);
  await fetch(new URL(action.replaceAll('&amp;', '&'), challenge), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: button ? `${button[1]}=${button[2]}` : '',
  });
};

/** What a person does besides pasting: ids they fill in, and Ctrl-C once a subscription has shown something. */
const filledIn = (command: string): string =>
  command
    .replace('<the group id>', '$GROUP')
    .replace('<the conversation id>', `'"$CHAT"'`)
    .replace(/^(npm run -s ask -- (?:OrderStatusChanged|MessageAdded) .*)$/, '$1 --count 1');

it('the README’s walk works, pasted line by line', async () => {
  const told = new Map<string, string[]>();
  for (const command of commandsOf('A walk')) {
    const { code, text } = await terminal.type(filledIn(command));
    expect([code, command, text]).toEqual([0, command, text]);
    const operation = /ask -- (\w+)/.exec(command)?.[1] ?? command;
    told.set(operation, [...(told.get(operation) ?? []), text]);
    if (/^GROUP=/.test(command)) {
      const redirectUrl = /"redirectUrl": "([^"]+)"/.exec(told.get('Checkout')?.[0] ?? '')?.[1];
      expect(redirectUrl, told.get('Checkout')?.[0]).toContain('http');
      await approve(redirectUrl ?? '');
    }
  }
  expect(told.get('Search')?.map((text) => /коврик/i.test(text))).toEqual([true, true, true]);
  expect(told.get('Checkout')?.[0]).toContain('REQUIRES_ACTION');
  expect(told.get('OrderStatusChanged')?.[0]).toMatch(/"shop"|"title"/);
  expect(told.get('PublishVideoLanding')?.map((text) => /"userErrors": \[\]/.test(text))).toEqual([false, true]);
  expect((await fetch(`${inject('market').gateway}/l/our-mats`)).status).toBe(200);
  expect(told.get('ConversationMessages')?.[0]).toContain('READ');
}, 600_000);
