import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultKind } from '../phone-double/contract.ts';
import { Inbox } from '../phone-double/inbox.ts';
import { createTelegramDouble } from './index.ts';

let inbox: Inbox;
let double: ReturnType<typeof createTelegramDouble>;
beforeEach(() => {
  inbox = new Inbox();
  double = createTelegramDouble(inbox, { token: '1:bot' }, undefined);
});

interface Reply {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly parameters?: { readonly retry_after: number };
}
const call = async (method: string, body: unknown, fault?: Fault, token = '1:bot') => {
  const answer = await double.call(
    {
      method: 'POST',
      path: `/bot${token}/${method}`,
      query: new URLSearchParams(),
      header: () => undefined,
      body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    },
    fault,
  );
  return { ...answer, reply: answer.body === undefined ? undefined : (JSON.parse(answer.body) as Reply) };
};
const hello = { chat_id: 7, text: 'hello' };
const updates = async (offset?: number) =>
  ((await call('getUpdates', { offset })).reply?.result ?? []) as {
    update_id: number;
    message: { text: string; chat: { id: number } };
  }[];

describe('a message of the bot', () => {
  it('reaches whoever has written to it, and nobody else', async () => {
    expect(await call('sendMessage', hello)).toMatchObject({ status: 400, reply: { ok: false } });
    await double.control('say', { chatId: 7, text: '/start' });
    expect(await call('sendMessage', hello)).toMatchObject({ status: 200, reply: { ok: true } });
    expect(await call('sendMessage', { ...hello, chat_id: '7' })).toMatchObject({ status: 200 });
    expect((await call('sendMessage', { ...hello, chat_id: 8 })).status).toBe(400);
    expect(inbox.list()).toMatchObject([{ provider: 'telegram', to: '7', text: 'hello' }, { to: '7' }]);
  });

  it('does not reach somebody who blocked it, until that person writes again', async () => {
    await double.control('say', { chatId: 7, text: '/start' });
    await double.control('block', { chatId: 7 });
    expect(await call('sendMessage', hello)).toMatchObject({ status: 403, reply: { error_code: 403 } });
    await double.control('say', { chatId: 7, text: 'sorry' });
    expect((await call('sendMessage', hello)).status).toBe(200);
  });

  it.each<[string, unknown]>([
    ['says nothing', { chat_id: 7, text: '' }],
    ['says too much', { chat_id: 7, text: 'x'.repeat(4_097) }],
    ['is for nobody', { text: 'hello' }],
    ['has a field the Bot API does not know', { ...hello, priority: 'high' }],
    ['is marked up in a way that is gone', { ...hello, parse_mode: 'Markdown' }],
    ['is not JSON', '{'],
    ['is no object', '"hello"'],
  ])('that %s is refused', async (_what, body) => {
    await double.control('say', { chatId: 7, text: '/start' });
    expect(await call('sendMessage', body)).toMatchObject({ status: 400, reply: { ok: false, error_code: 400 } });
    expect(inbox.list()).toEqual([]);
  });

  it.each<[FaultKind, number]>([
    ['RATE_LIMITED', 429],
    ['UNAVAILABLE', 503],
    ['SERVER_ERROR', 500],
    ['REFUSED', 400],
    ['TOO_LARGE', 400],
    ['GONE', 403],
  ])('goes wrong on demand: %s', async (kind, status) => {
    await double.control('say', { chatId: 7, text: '/start' });
    const answer = await call('sendMessage', hello, { kind, retryAfterSeconds: 30 });
    expect(answer).toMatchObject({ status, reply: { error_code: status } });
    expect(answer.reply?.parameters?.retry_after).toBe(kind === 'RATE_LIMITED' ? 30 : undefined);
    expect(inbox.list()).toEqual([]);
  });

  it('is shown although the bot never hears of it', async () => {
    await double.control('say', { chatId: 7, text: '/start' });
    const fault: Fault = { kind: 'DROPPED_AFTER', retryAfterSeconds: 0 };
    expect(await call('sendMessage', hello, fault)).toMatchObject({ instead: 'drop' });
    expect(inbox.list()).toHaveLength(1);
  });

  it('needs the bot’s own token, and a method there is', async () => {
    expect((await call('getMe', {}, undefined, '2:other')).status).toBe(401);
    expect((await call('getMe', {})).reply).toMatchObject({ ok: true, result: { is_bot: true } });
    expect((await call('deleteEverything', {})).status).toBe(404);
  });
});

describe('what people write', () => {
  it('waits for a bot that asks, until it says what it has seen', async () => {
    await double.control('say', { chatId: 7, text: 'a' });
    await double.control('say', { chatId: 8, text: 'b' });
    expect((await updates()).map(({ message }) => message.text)).toEqual(['a', 'b']);
    const [first, second] = await updates();
    expect((await updates((first?.update_id ?? 0) + 1)).map(({ message }) => message.chat.id)).toEqual([8]);
    expect(await updates((second?.update_id ?? 0) + 1)).toEqual([]);
  });

  it('is known again after a restart, and so is who wants to hear no more', async () => {
    await double.control('say', { chatId: 7, text: '/start' });
    await double.control('say', { chatId: 8, text: '/start' });
    await double.control('block', { chatId: 8 });
    double = createTelegramDouble(inbox, { token: '1:bot' }, JSON.parse(JSON.stringify(double.keep())));
    expect((await call('sendMessage', hello)).status).toBe(200);
    expect((await call('sendMessage', { ...hello, chat_id: 8 })).status).toBe(403);
  });

  it.each([undefined, null, 'torn', [{ id: 'seven' }], { chats: [] }])(
    'begins anew when what was kept is %j',
    (kept) => {
      expect(createTelegramDouble(inbox, { token: '1:bot' }, kept).keep()).toEqual([]);
    },
  );

  it('has to be written by somebody', async () => {
    await expect(double.control('say', { text: 'hi' })).rejects.toThrow();
    await expect(double.control('block', { chatId: 'seven' })).rejects.toThrow();
    expect(await double.control('dance', { chatId: 7 })).toBeUndefined();
  });
});

describe('a bot with a webhook', () => {
  let shop: Server;
  let url: string;
  let received: { secret: unknown; update: { message: { text: string } } }[];
  let answer: { status: number; body: string };
  beforeAll(async () => {
    shop = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      received.push({ secret: request.headers['x-telegram-bot-api-secret-token'], update: JSON.parse(body) });
      response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhooks/telegram`;
  });
  beforeEach(() => {
    received = [];
    answer = { status: 200, body: '' };
  });
  afterAll(async () => {
    shop.closeAllConnections();
    await new Promise((resolve) => shop.close(resolve));
  });

  it('is told with the secret it gave, and is not asked any more', async () => {
    await call('setWebhook', { url, secret_token: 'abc-1' });
    expect(await double.control('say', { chatId: 7, text: '/start x' })).toEqual({ webhookStatus: 200 });
    expect(received).toMatchObject([{ secret: 'abc-1', update: { message: { text: '/start x' } } }]);
    expect((await call('getUpdates', {})).status).toBe(409);
    await call('setWebhook', { url: '' });
    expect(await updates()).toEqual([]);
  });

  it('takes no webhook whose secret no header could carry', async () => {
    expect((await call('setWebhook', { url, secret_token: 'a b' })).status).toBe(400);
    expect((await call('setWebhook', {})).status).toBe(400);
  });

  it('may answer in the same breath, to whoever wrote and to nobody else', async () => {
    await call('setWebhook', { url });
    const body = { method: 'sendMessage', chat_id: 7, text: 'Welcome' };
    answer = { status: 200, body: JSON.stringify(body) };
    await double.control('say', { chatId: 7, text: '/start' });
    expect(inbox.list()).toMatchObject([{ to: '7', text: 'Welcome' }]);
    for (const other of [JSON.stringify({ ...body, chat_id: 8 }), 'not JSON', '{}', '']) {
      answer = { status: 200, body: other };
      await double.control('say', { chatId: 7, text: 'again' });
    }
    answer = { status: 500, body: JSON.stringify(body) };
    expect(await double.control('say', { chatId: 7, text: 'again' })).toEqual({ webhookStatus: 500 });
    expect(inbox.list()).toHaveLength(1);
  });

  it('that cannot be reached loses what was said, as the status tells', async () => {
    await call('setWebhook', { url: 'http://127.0.0.1:9/away' });
    expect(await double.control('say', { chatId: 7, text: 'hi' })).toEqual({ webhookStatus: null });
  });
});
