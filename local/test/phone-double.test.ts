import { createECDH } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Inbox } from '../src/phone-double/inbox.ts';
import { type PhoneDouble, startPhoneDouble } from '../src/phone-double/index.ts';
import { decryptPush } from '../src/push-double/decrypt.ts';
import { signReceipt } from '../src/sms-double/signature.ts';

const options = { sms: { account: 'AC1', token: 's3cret' }, telegram: { token: '1:bot' } };
let phone: PhoneDouble;
beforeAll(async () => {
  phone = await startPhoneDouble(options);
});
beforeEach(async () => {
  await phone.control.clearInbox();
  await phone.control.clearFaults();
});
afterAll(() => phone.close());

const sms = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${phone.url}/2010-04-01/Accounts/AC1/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('AC1:s3cret').toString('base64')}`, ...headers },
    body: new URLSearchParams(fields),
  });
const message = { To: '+79990000001', From: 'Vitrina', Body: 'Привет' };
const bot = (method: string, body: object) =>
  fetch(`${phone.url}/bot1:bot/${method}`, { method: 'POST', body: JSON.stringify(body) });

describe('the push double', () => {
  it('reads the example message of RFC 8291, section 5', () => {
    const keys = createECDH('prime256v1');
    keys.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'));
    const auth = Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url');
    const body = Buffer.from(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
      'base64url',
    );
    expect(decryptPush(body, { keys, auth })).toBe('When I grow up, I want to be a watermelon');
    body[body.length - 1] = (body[body.length - 1] ?? 0) ^ 1;
    expect(() => decryptPush(body, { keys, auth })).toThrow();
  });

  it('takes nothing that is not signed for its subscription, and nothing for one that ended', async () => {
    const key = createECDH('prime256v1').generateKeys('base64url');
    const { endpoint } = await phone.control.subscribe(key);
    expect((await fetch(endpoint, { method: 'POST' })).status).toBe(403);
    expect(
      (await fetch(endpoint, { method: 'POST', headers: { authorization: `vapid t=a.b.c, k=${key}` } })).status,
    ).toBe(403);
    await phone.control.unsubscribe(endpoint);
    expect((await fetch(endpoint, { method: 'POST' })).status).toBe(410);
    expect((await fetch(`${phone.url}/push/unknown`, { method: 'POST' })).status).toBe(404);
  });
});

describe('the SMS double', () => {
  it('asks for the account’s secret and for fields that make a message', async () => {
    expect((await sms(message, { authorization: 'Basic bm86bm8=' })).status).toBe(401);
    const codes = await Promise.all(
      [
        { ...message, To: '89990000001' },
        { ...message, Body: '' },
        { ...message, Body: 'x'.repeat(1_601) },
      ].map(async (fields) => ((await (await sms(fields)).json()) as { code: number }).code),
    );
    expect(codes).toEqual([21211, 21602, 21617]);
    expect(await phone.control.inbox()).toEqual([]);
  });

  it('shows a message once per idempotency key, and refuses the key for another one', async () => {
    const [first, second] = [
      await sms(message, { 'idempotency-key': 'k1' }),
      await sms(message, { 'idempotency-key': 'k1' }),
    ];
    const sids = [await first.json(), await second.json()] as { sid: string }[];
    expect(sids[0]?.sid).toBe(sids[1]?.sid);
    expect((await sms({ ...message, Body: 'other' }, { 'idempotency-key': 'k1' })).status).toBe(409);
    expect(await phone.control.inbox('sms')).toMatchObject([{ to: message.To, text: 'Привет' }]);
  });

  it('signs receipts as Twilio documents it', () => {
    // The example of Twilio's page on webhook security.
    const fields = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    });
    expect(signReceipt('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', fields)).toBe(
      'GvWf1cFY/Q7PnoempGyD5oXAezc=',
    );
  });
});

describe('the Telegram double', () => {
  it('knows its bot and the people who pressed Start, until they block it', async () => {
    expect((await fetch(`${phone.url}/bot9:no/getMe`)).status).toBe(401);
    const text = { chat_id: 7, text: 'hello' };
    expect(await (await bot('sendMessage', text)).json()).toMatchObject({
      error_code: 400,
      description: /chat not found/,
    });
    await phone.control.say(7, '/start abc');
    expect(await (await bot('sendMessage', text)).json()).toMatchObject({ ok: true });
    await phone.control.block(7);
    expect((await bot('sendMessage', text)).status).toBe(403);
  });

  it('gives updates to a bot that asks, each once', async () => {
    await phone.control.say(8, 'hi');
    const { result } = (await (await bot('getUpdates', {})).json()) as {
      result: { update_id: number; message: { text: string } }[];
    };
    expect(result.at(-1)?.message.text).toBe('hi');
    const next = await bot('getUpdates', { offset: (result.at(-1)?.update_id ?? 0) + 1 });
    expect(await next.json()).toEqual({ ok: true, result: [] });
  });
});

describe('the phone', () => {
  it('shows what arrived without letting a message do anything', async () => {
    await sms({ ...message, Body: '<script>alert(1)</script>' });
    const response = await fetch(phone.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain('alert(1)');
    expect(html).not.toContain('<script');
  });

  it('is steered by tests and not by other pages', async () => {
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' };
    expect((await fetch(`${phone.url}/_control/faults`, foreign)).status).toBe(403);
    expect((await fetch(`${phone.url}/_page/say`, foreign)).status).toBe(403);
    expect((await fetch(`${phone.url}/_control/faults`, { method: 'POST', body: '{"provider":"fax"}' })).status).toBe(
      400,
    );
  });

  it('keeps subscriptions and chats over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phone-'));
    const file = join(folder, 'phone.json');
    const before = await startPhoneDouble({ ...options, file });
    const { endpoint } = await before.control.subscribe(createECDH('prime256v1').generateKeys('base64url'));
    await before.control.say(9, '/start');
    await before.close();
    const after = await startPhoneDouble({ ...options, file });
    expect((await fetch(`${after.url}${new URL(endpoint).pathname}`, { method: 'POST' })).status).toBe(403);
    const sent = await fetch(`${after.url}/bot1:bot/sendMessage`, { method: 'POST', body: '{"chat_id":9,"text":"x"}' });
    expect(sent.status).toBe(200);
    await after.close();
    await rm(folder, { recursive: true });
  });

  it('says when it cannot keep them, and keeps all of them with the next that it can', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phone-'));
    const file = join(folder, 'away', 'phone.json');
    const before = await startPhoneDouble({ ...options, file });
    await expect(before.control.say(9, '/start')).rejects.toThrow('500');
    await mkdir(join(folder, 'away'));
    await before.control.say(10, '/start');
    await before.close();
    const after = await startPhoneDouble({ ...options, file });
    for (const chat_id of [9, 10]) {
      const sent = await fetch(`${after.url}/bot1:bot/sendMessage`, {
        method: 'POST',
        body: JSON.stringify({ chat_id, text: 'x' }),
      });
      expect(sent.status).toBe(200);
    }
    await after.close();
    await rm(folder, { recursive: true });
  });

  it('shows a repeat in the place of what it repeats, among the thousand messages it keeps', () => {
    const inbox = new Inbox();
    const show = (topic: string, text = topic) =>
      inbox.show({ provider: 'push', to: 'browser', title: null, text, details: {} }, topic);
    for (let nth = 0; nth < 1_000; nth += 1) show(String(nth));
    expect(show('1', 'again').times).toBe(2);
    expect(inbox.list()).toHaveLength(1_000);
    show('new');
    expect(inbox.list().filter(({ text }) => ['0', '1', 'again'].includes(text))).toMatchObject([{ text: 'again' }]);
    expect([show('0').times, show('1').times]).toEqual([1, 3]);
  });
});
