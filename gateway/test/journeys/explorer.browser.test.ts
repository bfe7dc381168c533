import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../../platform/src/testing/browser.ts';
import { client, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, goodsOf, rubleShops } from './shopping.ts';

let browser: Browser;
let page: Page;
const elsewhere: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  const { origin, host } = new URL(inject('market').gateway);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin && url.host !== host)
      elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${inject('market').gateway}/explorer/`);
});
afterAll(async () => {
  await browser?.close();
});

const choose = async (name: string): Promise<void> => {
  await page.getByLabel('Sample operations').selectOption({ label: name });
};
const run = async (): Promise<void> => {
  await page.getByRole('button', { name: /Execute query/ }).click();
};
/** What the pane of answers shows, in the spaces a monospaced editor writes. */
const shown = async (pattern: RegExp): Promise<void> => {
  const pane = page.locator('.graphiql-response, .result-window').first();
  await expect
    .poll(async () => ((await pane.textContent()) ?? '').replace(/\u00a0/g, ' '), { timeout: 30_000 })
    .toMatch(pattern);
};

describe('the explorer in a browser', () => {
  it('signs in with a demo account by one choice and runs a registered operation as that person', async () => {
    await page
      .getByLabel('Sign in as a demo account')
      .selectOption({ label: await accountOf('buyer@vitrina.example') });
    await expect
      .poll(() => page.getByRole('status').first().textContent(), { timeout: 30_000 })
      .toMatch(/^signed in as/);
    await choose('storefront: NotificationPreferences');
    await run();
    await shown(/notificationPreferences/);
  });

  it('shows the events of a subscription as they come', async () => {
    await choose('storefront: NotificationAdded');
    await run();
    await page.getByRole('button', { name: /Stop/ }).waitFor();
    const buyer = await signIn('buyer@vitrina.example');
    const [good] = await goodsOf(client(), rubleShops[0]);
    const cartId = await emptyCart(buyer);
    await fillCart(buyer, cartId, [{ variantId: good?.variantId ?? '', quantity: 1 }]);
    const payment = { providerToken: 'pm_card_visa' };
    expect((await checkout(buyer, { idempotencyKey: randomUUID(), cartId, payment })).userErrors).toEqual([]);
    await shown(/notificationAdded/);
    await page.getByRole('button', { name: /Stop/ }).click();
  });

  it('asked nothing of any other origin, and no script failed', () => {
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** How the list calls an account. */
const accountOf = async (email: string): Promise<string> => {
  const settings = await fetch(`${inject('market').gateway}/explorer/settings.json`);
  const { accounts } = (await settings.json()) as { accounts: { label: string; email: string }[] };
  return accounts.find((account) => account.email === email)?.label ?? '';
};
