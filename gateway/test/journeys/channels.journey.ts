import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, type Good, goodsOf } from './shopping.ts';

interface Shown {
  readonly to: string;
  readonly title: string | null;
  readonly text: string;
}
interface Mail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly headers: Readonly<Record<string, string>>;
}

let reader: Client;
let owner: Client;
let email: string;
let good: Good;

/** A person of their own: what they switch off here stays on for the demo's buyer. */
beforeAll(async () => {
  email = `channels-${randomUUID()}@example.com`;
  const { signUp } = await client().ask<{ signUp: { authentication: { accessToken: string } } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { authentication { accessToken } userErrors { code message } } }',
    { input: { email, password: 'a quiet harbour 7', displayName: 'Читатель', locale: 'ru', transport: 'BODY' } },
  );
  reader = client({ accessToken: signUp.authentication.accessToken });
  owner = await signIn('owner@vitrina.example');
  const [first] = await goodsOf(client(), 'kovrik-i-kot');
  if (!first) throw new Error('The demo shop is empty.');
  good = first;
});

const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const response = await fetch(`${inject('market').phone}/_control/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};
const shown = async (provider: string): Promise<readonly Shown[]> =>
  (await control<{ messages: Shown[] }>('GET', `inbox?provider=${provider}`)).messages;
const mails = async (): Promise<readonly Mail[]> =>
  ((await (await fetch(`${inject('market').mail}/email`)).json()) as Mail[]).filter(({ to }) =>
    to.some(({ address }) => address === email),
  );

const buy = async (): Promise<string> => {
  const cartId = await emptyCart(reader);
  await fillCart(reader, cartId, [{ variantId: good.variantId, quantity: 1 }]);
  const { group, userErrors } = await checkout(reader, {
    idempotencyKey: randomUUID(),
    cartId,
    payment: { providerToken: 'pm_card_visa' },
  });
  expect(userErrors).toEqual([]);
  return group?.orders[0]?.id ?? '';
};

/** The shop sees an order once it is confirmed, which a busy machine may do after the checkout has answered. */
const ship = (orderId: string) =>
  eventually(
    () =>
      owner.try<{ shipOrder: { userErrors: { code: string }[] } | null }>(
        'mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { userErrors { code } } }',
        { input: { idempotencyKey: randomUUID(), orderId, carrier: 'СДЭК', trackingNumber: 'RA1' } },
      ),
    ({ data, errors }) => !errors && data.shipOrder?.userErrors.length === 0,
    30_000,
  );

const untilMailed = (subject: RegExp) =>
  eventually(mails, (found) => found.some((mail) => subject.test(mail.subject)), 30_000);

describe('a person who can be reached', () => {
  it('registers a browser and a Telegram chat, each by its own proof', async () => {
    const { pushServerKey } = await client().ask<{ pushServerKey: string }>('{ pushServerKey }');
    const subscription = await control<{ endpoint: string; keys: { p256dh: string; auth: string } }>(
      'POST',
      'push/subscribe',
      { applicationServerKey: pushServerKey },
    );
    const registered = await reader.ask(
      'mutation ($input: RegisterPushSubscriptionInput!) { registerPushSubscription(input: $input) { pushSubscription { label } userErrors { code } } }',
      { input: { endpoint: subscription.endpoint, ...subscription.keys, label: 'Journey' } },
    );
    expect(registered).toEqual({
      registerPushSubscription: { pushSubscription: { label: 'Journey' }, userErrors: [] },
    });
    const { linkTelegram } = await reader.ask<{ linkTelegram: { url: string } }>('mutation { linkTelegram { url } }');
    // The link opens the bot, where the person presses Start.
    const page = await (await fetch(linkTelegram.url)).text();
    const start = /value="(\/start [\w-]+)"/.exec(page.replaceAll('&#47;', '/'))?.[1] ?? '';
    expect(await control('POST', 'telegram/say', { chatId: 4_242, text: start })).toEqual({ webhookStatus: 200 });
    const settings = '{ notificationPreferences { telegramLinked pushSubscriptions { label } } }';
    expect(await reader.ask(settings)).toEqual({
      notificationPreferences: { telegramLinked: true, pushSubscriptions: [{ label: 'Journey' }] },
    });
  });

  it('hears of an order by mail and push, and by Telegram once the browser is gone', async () => {
    const first = await buy();
    // Shipped sooner, the order would be told as shipped alone.
    await untilMailed(/^Заказ V-[\w-]+ оформлен$/);
    await ship(first);
    await untilMailed(/в пути/);
    const pushed = await eventually(
      () => shown('push'),
      (found) => found.some(({ title }) => /в пути/.test(title ?? '')),
    );
    expect(pushed.at(-1)?.text).toContain('СДЭК');
    const telegramBefore = (await shown('telegram')).length;
    await control('POST', 'faults', { provider: 'push', kind: 'GONE', count: 100 });
    await ship(await buy());
    const told = await eventually(
      () => shown('telegram'),
      (found) => found.length > telegramBefore,
    );
    expect(told.at(-1)).toMatchObject({ to: '4242', text: expect.stringContaining('СДЭК') });
    await control('DELETE', 'faults');
  });

  it('is no longer mailed about purchases after one click, but still about payments', async () => {
    const placed = (await mails()).find(({ subject }) => /оформлен/.test(subject));
    expect(placed?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const link = /^<(.+)>$/.exec(placed?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(new URL(link).origin).toBe(inject('market').gateway);
    const page = await fetch(link, { headers: { 'accept-language': 'ru' } });
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const choice = '{ notificationPreferences { choices { category channel enabled } } }';
    const isOn = async (): Promise<boolean | undefined> =>
      (
        await reader.ask<{
          notificationPreferences: { choices: { category: string; channel: string; enabled: boolean }[] };
        }>(choice)
      ).notificationPreferences.choices.find(({ category, channel }) => category === 'PURCHASES' && channel === 'EMAIL')
        ?.enabled;
    expect(await isOn()).toBe(true);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const done = await fetch(link, { method: 'POST', body, redirect: 'manual' });
    expect(done.status).toBe(200);
    expect(await isOn()).toBe(false);
    const before = await mails();
    const paidBefore = before.filter(({ subject }) => /получена/.test(subject)).length;
    await buy();
    const after = await eventually(
      mails,
      (found) => found.filter(({ subject }) => /получена/.test(subject)).length > paidBefore,
    );
    const count = (found: readonly Mail[]): number => found.filter(({ subject }) => /оформлен/.test(subject)).length;
    expect(count(after)).toBe(count(before));
  });

  it('cannot be unsubscribed by somebody who makes links up', async () => {
    const { gateway } = inject('market');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(`${gateway}/unsubscribe?token=u1.x.y`, { method: 'POST', body })).status).toBe(404);
    for (const path of ['mail-events', 'sms', 'telegram'])
      expect(
        (await fetch(`${gateway}/webhooks/${path}`, { method: 'POST', body: '{}' })).status,
      ).toBeGreaterThanOrEqual(400);
  });
});
