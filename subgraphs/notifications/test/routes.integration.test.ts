import { createHmac } from 'node:crypto';
import type { HttpResponse } from '@vitrina/platform/subgraph';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintTelegramToken } from '../src/domain/telegram-link.ts';
import { linkDays, mintUnsubscribeToken, type Unsubscription } from '../src/domain/unsubscribe.ts';
import { signBody } from '../src/domain/webhook-signature.ts';
import type { Services } from '../src/services.ts';
import { notifications } from '../src/subgraph.ts';
import { type RunningPhone, startPhone } from './phone.ts';

const callback = 'http://127.0.0.1:4000/webhooks/sms';
const eventsSecret = 'mail-events-secret-0123456789';
let phone: RunningPhone;
let market: TestContext<Services>;
beforeAll(async () => {
  phone = await startPhone();
  market = await testContext<Services>(notifications, {
    env: {
      ...phone.env,
      VITRINA_SMS_CALLBACK_URL: callback,
      VITRINA_MAIL_EVENTS_SECRET: eventsSecret,
      VITRINA_TELEGRAM_WEBHOOK_SECRET: 'bot-secret',
    },
  });
});
afterAll(async () => {
  await market.close();
  await phone.stop();
});

interface Request {
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
const call = async (method: 'GET' | 'POST', path: string, request: Request = {}): Promise<HttpResponse> => {
  const route = notifications.routes?.find((known) => known.method === method && known.path === path);
  if (!route) throw new Error(`No route ${method} ${path}.`);
  const { query = {}, headers = {}, body = '' } = request;
  const given = { method, path, query, headers, body: Buffer.from(body) };
  return route.handle(given, { services: market.services, log: market.services.log });
};
const oneClick = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'List-Unsubscribe=One-Click',
};
const tokenFor = (what: Partial<Unsubscription> = {}): string =>
  mintUnsubscribeToken(
    market.services.secret,
    { recipientId: 'usr_buyer', category: 'PURCHASES', channel: 'EMAIL', ...what },
    market.clock.now(),
  );
const choicesOf = async (userId: string): Promise<unknown> =>
  (await market.database.sql`select choices from preference where user_id = ${userId}`)[0]?.['choices'];
const suppressed = async (): Promise<string[]> =>
  (await market.database.sql`select channel, hint, reason from suppression order by created_at, hint`).map(
    (row) => `${row['channel']} ${row['hint']} ${row['reason']}`,
  );

describe('the page behind an unsubscribe link', () => {
  it('asks, in the reader’s language, and changes nothing however often it is opened', async () => {
    const token = tokenFor({ recipientId: 'usr_reader' });
    for (let opened = 0; opened < 3; opened += 1)
      expect(await call('GET', '/unsubscribe', { query: { token } })).toMatchObject({ status: 200 });
    expect(await choicesOf('usr_reader')).toBeUndefined();
    const russian = await call('GET', '/unsubscribe', {
      query: { token },
      headers: { 'accept-language': 'de,ru;q=0.8' },
    });
    expect(russian.body).toContain('Больше не присылать сообщения о покупках по почте?');
    expect(russian.body).toContain('<form method="post"');
    expect(russian.headers?.['content-security-policy']).toMatch(
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    );
    expect(russian.body).not.toContain('<script');
  });

  it('switches off one category on one channel by one click, without cookies and without a redirect', async () => {
    const token = tokenFor();
    const done = await call('POST', '/unsubscribe', { query: { token }, ...oneClick });
    expect(done.status).toBe(200);
    expect(done.headers).not.toHaveProperty('set-cookie');
    expect(done.headers).not.toHaveProperty('location');
    expect(await choicesOf('usr_buyer')).toEqual({ 'PURCHASES:EMAIL': false });
    const again = await call('POST', '/unsubscribe', { query: { token, lang: 'ru' }, ...oneClick });
    expect(again).toMatchObject({ status: 200, body: expect.stringContaining('уже были отключены') });
  });

  it('takes the other encoding of forms too, and nothing but the one field', async () => {
    const query = { token: tokenFor({ recipientId: 'ord_guest', category: 'SALES' }) };
    const multipart = {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    };
    for (const wrong of [
      {},
      { ...oneClick, body: '' },
      { ...oneClick, headers: {} },
      { ...oneClick, body: 'a=b' },
      { ...oneClick, body: `${oneClick.body}&x=${'y'.repeat(3_000)}` },
    ])
      expect((await call('POST', '/unsubscribe', { query, ...wrong })).status).toBe(400);
    expect(await choicesOf('ord_guest')).toBeUndefined();
    expect((await call('POST', '/unsubscribe', { query, ...multipart })).status).toBe(200);
    expect(await choicesOf('ord_guest')).toEqual({ 'SALES:EMAIL': false });
  });

  it('honours no link that was forged, altered, for something mandatory, or too old', async () => {
    const token = tokenFor({ recipientId: 'usr_victim' });
    const [version, body = '', signature] = token.split('.');
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('usr_victim', 'usr_other')).toString(
      'base64url',
    );
    const forged = [
      '',
      'x',
      `${version}.${other}.${signature}`,
      `${version}.${body}.`,
      `${token}A`,
      'a'.repeat(5_000),
      `u0.${body}.${signature}`,
    ];
    const mandatory = tokenFor({ recipientId: 'usr_victim', category: 'SECURITY' });
    for (const bad of [...forged, mandatory])
      expect((await call('POST', '/unsubscribe', { query: { token: bad }, ...oneClick })).status, bad).toBe(404);
    market.clock.advance(linkDays * 86_400_000 + 1_000);
    expect((await call('GET', '/unsubscribe', { query: { token } })).status).toBe(410);
    expect((await call('POST', '/unsubscribe', { query: { token }, ...oneClick })).status).toBe(410);
    expect([await choicesOf('usr_victim'), await choicesOf('usr_other')]).toEqual([undefined, undefined]);
  });

  it('puts nothing of the link into the page but what it was made of', async () => {
    const { body = '' } = await call('GET', '/unsubscribe', { query: { token: '"><script>alert(1)</script>' } });
    expect(body).not.toContain('<script>');
  });
});

describe('what relays say of mails', () => {
  const post = (events: object, signature?: string) => {
    const body = JSON.stringify(events);
    const headers = { 'vitrina-signature': signature ?? signBody(eventsSecret, body, market.clock.now()) };
    return call('POST', '/webhooks/mail-events', { headers, body });
  };
  const event = (type: string, address: string, status: string | null = null) => ({
    type,
    messageId: '<stp_x@vitrina.example>',
    address,
    status,
  });

  it('takes addresses off the list that bounced for good or complained, and no others', async () => {
    const events = [
      event('BOUNCED', 'gone@example.com', '5.1.1'),
      event('BOUNCED', 'full@example.com', '4.2.2'),
      event('COMPLAINED', 'angry@example.com'),
      event('DELIVERED', 'fine@example.com', '2.0.0'),
      event('BOUNCED', 'gone@example.com', '5.1.1'),
    ];
    expect(await post({ events })).toMatchObject({ status: 200 });
    expect((await suppressed()).sort()).toEqual(['EMAIL a…@example.com COMPLAINT', 'EMAIL g…@example.com BOUNCE']);
  });

  it('is believed with a signature of these five minutes only', async () => {
    const body = { events: [event('COMPLAINED', 'victim@example.com')] };
    const text = JSON.stringify(body);
    const now = market.clock.now();
    for (const signature of [
      '',
      't=1,v1=00',
      signBody('another-secret-000', text, now),
      signBody(eventsSecret, `${text} `, now),
      signBody(eventsSecret, text, new Date(now.getTime() - 301_000)),
    ])
      expect((await post(body, signature)).status).toBe(400);
    expect((await suppressed()).join()).not.toContain('v…@example.com');
    for (const bad of [
      {},
      { events: [] },
      { events: [event('SINGING', 'a@example.com')] },
      { events: [event('BOUNCED', 'not an address')] },
    ])
      expect((await post(bad)).status).toBe(422);
  });
});

describe('what the SMS provider says', () => {
  const receipt = (fields: Record<string, string>, token = phone.env['VITRINA_SMS_TOKEN'] ?? '') => {
    const body = new URLSearchParams(fields);
    const sorted = [...body].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value);
    const signature = createHmac('sha1', token)
      .update(callback + sorted.join(''))
      .digest('base64');
    return call('POST', '/webhooks/sms', { headers: { 'x-twilio-signature': signature }, body: body.toString() });
  };

  it('takes a number that does not exist off the list, and not one that was switched off', async () => {
    const undelivered = { MessageSid: 'SM1', MessageStatus: 'undelivered' };
    expect((await receipt({ ...undelivered, To: '+79990000004', ErrorCode: '30003' })).status).toBe(204);
    expect((await receipt({ ...undelivered, To: '+79990000005', ErrorCode: '30005' })).status).toBe(204);
    expect((await receipt({ ...undelivered, To: '+79990000006', ErrorCode: '30005' }, 'forged')).status).toBe(403);
    expect((await suppressed()).filter((line) => line.startsWith('SMS'))).toEqual(['SMS …0005 BOUNCE']);
  });
});

describe('the bot', () => {
  const update = (text: string, secret = 'bot-secret', type = 'private') =>
    call('POST', '/webhooks/telegram', {
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({
        update_id: 1,
        message: { chat: { id: 77, type, first_name: 'Anna' }, from: { language_code: 'ru' }, text },
      }),
    });
  const chats = async () =>
    (await market.database.sql`select user_id, address from contact_point where channel = 'TELEGRAM'`).map((row) => [
      row['user_id'],
      row['address'],
    ]);

  it('links the chat of whoever presses Start on a link of their own, once the secret is right', async () => {
    const token = mintTelegramToken(market.services.secret, 'usr_buyer', market.clock.now());
    expect((await update(`/start ${token}`, 'wrong')).status).toBe(403);
    expect((await update(`/start ${token}`, 'bot-secret', 'group')).body).toBeUndefined();
    expect(await chats()).toEqual([]);
    expect(JSON.parse((await update(`/start ${token}`)).body ?? '{}')).toMatchObject({
      method: 'sendMessage',
      chat_id: 77,
      text: /Готово/,
    });
    expect(await chats()).toEqual([['usr_buyer', '77']]);
  });

  it('takes everything else without a word or with a hint, and never fails on it', async () => {
    expect(JSON.parse((await update('/start')).body ?? '{}').text).toMatch(/откройте ссылку/);
    expect(JSON.parse((await update('/start forged-token-0')).body ?? '{}').text).toMatch(/откройте ссылку/);
    for (const text of ['hello', '/start a b', '/start <script>']) expect(await update(text)).toEqual({ status: 200 });
    const headers = { 'x-telegram-bot-api-secret-token': 'bot-secret' };
    for (const body of ['', '[]', '{"update_id":1}', 'not json'])
      expect((await call('POST', '/webhooks/telegram', { headers, body })).status).toBe(200);
  });
});

describe('the delivery log', () => {
  it('shows what a provider said later about a message it took, each word once', async () => {
    const { sql } = market.database;
    const now = market.clock.now().toISOString();
    await sql`insert into workflow_run (id, workflow, recipient_id, category, params, event_id, state, created_at)
      values ('wfr_1', 'order-shipped', 'usr_buyer', 'PURCHASES', '{}', 'evt_1', 'DONE', ${now})`;
    await sql`insert into step (id, run_id, position, type, state, lane, attempts, due_at, created_at)
      values ('stp_1', 'wfr_1', 1, 'EMAIL', 'SENT', 1, 1, ${now}, ${now})`;
    await sql`insert into step_try (step_id, number, at, outcome, provider_id)
      values ('stp_1', 1, ${now}, 'ACCEPTED', '<stp_1@vitrina.example>')`;
    const event = {
      type: 'BOUNCED',
      messageId: '<stp_1@vitrina.example>',
      address: 'late@example.com',
      status: '5.2.1',
    };
    const body = JSON.stringify({ events: [event, { ...event, type: 'DELIVERED', status: null }, event] });
    const headers = { 'vitrina-signature': signBody(eventsSecret, body, market.clock.now()) };
    expect((await call('POST', '/webhooks/mail-events', { headers, body })).status).toBe(200);
    const { data } = await market.ask<{ notificationDeliveries: { nodes: { receipts: { status: string }[] }[] } }>(
      '{ notificationDeliveries { nodes { receipts { status code } } } }',
      {},
      { as: asUser('usr_admin', { scopes: ['admin'] }) },
    );
    const [{ receipts } = { receipts: [] }] = data?.notificationDeliveries.nodes ?? [];
    expect(receipts).toEqual([
      { status: 'BOUNCED', code: '5.2.1' },
      { status: 'DELIVERED', code: null },
    ]);
    expect(JSON.stringify(await sql`select * from receipt`)).not.toContain('late@');
  });

  it('does not take what a relay says for a message of another channel that has the same name there', async () => {
    const { sql } = market.database;
    const now = market.clock.now().toISOString();
    await sql`insert into workflow_run (id, workflow, recipient_id, category, params, event_id, state, created_at)
      values ('wfr_3', 'order-shipped', 'usr_buyer', 'PURCHASES', '{}', 'evt_3', 'DONE', ${now})`;
    await sql`insert into step (id, run_id, position, type, state, lane, attempts, due_at, created_at)
      values ('stp_3', 'wfr_3', 1, 'TELEGRAM', 'SENT', 1, 1, ${now}, ${now})`;
    await sql`insert into step_try (step_id, number, at, outcome, provider_id) values ('stp_3', 1, ${now}, 'ACCEPTED', '7077')`;
    const event = { type: 'BOUNCED', messageId: '7077', address: 'other@example.com', status: '4.2.2' };
    const body = JSON.stringify({ events: [event] });
    const headers = { 'vitrina-signature': signBody(eventsSecret, body, market.clock.now()) };
    expect((await call('POST', '/webhooks/mail-events', { headers, body })).status).toBe(200);
    expect(await sql`select status from receipt where step_id = 'stp_3'`).toEqual([]);
  });
});
