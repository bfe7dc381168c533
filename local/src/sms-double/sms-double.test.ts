import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Exchange, Fault, FaultKind } from '../phone-double/contract.ts';
import { Inbox } from '../phone-double/inbox.ts';
import { createSmsDouble } from './index.ts';
import { signReceipt } from './signature.ts';

const account = { account: 'AC1', token: 's3cret' };
const path = '/2010-04-01/Accounts/AC1/Messages.json';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const headers = {
  authorization: basic('AC1:s3cret'),
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
};
const message = { To: '+79990000001', From: 'Vitrina', Body: 'Привет' };

let inbox: Inbox;
let double: ReturnType<typeof createSmsDouble>;
beforeEach(() => {
  inbox = new Inbox();
  double = createSmsDouble(inbox, account);
});

interface Sent {
  readonly fields?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly fault?: Fault;
  readonly exchange?: Partial<Exchange>;
}
const send = async (sent: Sent = {}) => {
  const all: Record<string, string> = { ...headers, ...sent.headers };
  const answer: Answer = await double.call(
    {
      method: 'POST',
      path,
      query: new URLSearchParams(),
      header: (name) => all[name],
      body: Buffer.from(new URLSearchParams(sent.fields ?? message).toString()),
      ...sent.exchange,
    },
    sent.fault,
  );
  const body = answer.body === undefined ? {} : (JSON.parse(answer.body) as { code?: number; sid?: string });
  // The body has a status of its own.
  return { ...body, ...answer };
};

describe('an SMS', () => {
  it('is taken, shown and named by an id that tells it is one', async () => {
    const { status, sid } = await send();
    expect(status).toBe(201);
    expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(inbox.list()).toMatchObject([
      { provider: 'sms', to: message.To, text: 'Привет', details: { from: 'Vitrina' } },
    ]);
  });

  it.each<[string, Record<string, string>, number]>([
    ['to nobody', { To: '' }, 21211],
    ['to a number without its country', { To: '89990000001' }, 21211],
    ['to a name', { To: 'Boris' }, 21211],
    ['to a number too short', { To: '+123456' }, 21211],
    ['to a number too long', { To: '+1234567890123456' }, 21211],
    ['to one that begins with nought', { To: '+0999000000' }, 21211],
    ['to the number that does not exist', { To: '+15005550001' }, 21211],
    ['from nobody', { From: '' }, 21603],
    ['that says nothing', { Body: '' }, 21602],
    ['that says too much', { Body: 'x'.repeat(1_601) }, 21617],
  ])('%s is refused by its code, and nobody sees it', async (_what, change, code) => {
    expect(await send({ fields: { ...message, ...change } })).toMatchObject({ status: 400, code });
    expect(inbox.list()).toEqual([]);
  });

  it('says as much as one may', async () => {
    expect((await send({ fields: { ...message, Body: 'x'.repeat(1_600) } })).status).toBe(201);
  });

  it.each<[string, Sent, number]>([
    ['another account’s', { headers: { authorization: basic('AC2:s3cret') } }, 401],
    ['with another secret', { headers: { authorization: basic('AC1:guess') } }, 401],
    ['of nobody', { headers: { authorization: '' } }, 401],
    ['written in JSON', { headers: { 'content-type': 'application/json' } }, 400],
    ['asked for instead of posted', { exchange: { method: 'GET' } }, 404],
    ['at another address', { exchange: { path: '/2010-04-01/Accounts/AC2/Messages.json' } }, 404],
  ])('%s is not taken', async (_what, sent, status) => {
    expect((await send(sent)).status).toBe(status);
    expect(inbox.list()).toEqual([]);
  });

  it.each<[FaultKind, number, number, string | undefined]>([
    ['RATE_LIMITED', 429, 20429, '9'],
    ['UNAVAILABLE', 503, 20503, '9'],
    ['SERVER_ERROR', 500, 20500, undefined],
    ['REFUSED', 400, 21408, undefined],
    ['TOO_LARGE', 400, 21617, undefined],
    ['GONE', 400, 21610, undefined],
  ])('goes wrong on demand: %s', async (kind, status, code, retryAfter) => {
    const answer = await send({ fault: { kind, retryAfterSeconds: 9 } });
    expect(answer).toMatchObject({ status, code });
    expect(answer.headers?.['retry-after']).toBe(retryAfter);
    expect(inbox.list()).toEqual([]);
  });

  it.each<[FaultKind, string]>([
    ['SILENT_AFTER', 'hang'],
    ['DROPPED_AFTER', 'drop'],
  ])('is shown although its sender never hears of it (%s)', async (kind, instead) => {
    expect(await send({ fault: { kind, retryAfterSeconds: 0 } })).toMatchObject({ instead });
    expect(inbox.list()).toHaveLength(1);
  });

  it('under one key is one, also when the first answer was lost', async () => {
    const once = { headers: { 'idempotency-key': 'k1' } };
    await send({ ...once, fault: { kind: 'SILENT_AFTER', retryAfterSeconds: 0 } });
    const { status, sid } = await send(once);
    expect(status).toBe(201);
    expect((await send(once)).sid).toBe(sid);
    expect(inbox.list()).toHaveLength(1);
    expect(await send({ ...once, fields: { ...message, To: '+79990000002' } })).toMatchObject({ status: 409 });
    await send({ headers: { 'idempotency-key': 'k2' } });
    await send();
    expect(inbox.list()).toHaveLength(3);
  });
});

describe('the receipt of an SMS', () => {
  let shop: Server;
  let callback: string;
  let received: { signature: string | undefined; fields: URLSearchParams }[];
  let status: number;
  beforeAll(async () => {
    shop = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      received.push({
        signature: request.headers['x-twilio-signature'] as string | undefined,
        fields: new URLSearchParams(body),
      });
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    callback = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhooks/sms?run=1`;
  });
  beforeEach(() => {
    received = [];
    status = 204;
  });
  afterAll(async () => {
    shop.closeAllConnections();
    await new Promise((resolve) => shop.close(resolve));
  });

  it('says what became of it, signed over the address and all it says', async () => {
    const { sid = '' } = await send({ fields: { ...message, StatusCallback: callback } });
    expect(await double.control('receipt', { sid, status: 'undelivered', errorCode: '30005' })).toEqual({
      status: 204,
    });
    const receipt = received.find(({ fields }) => fields.get('MessageStatus') === 'undelivered');
    expect(Object.fromEntries(receipt?.fields ?? [])).toEqual({
      MessageSid: sid,
      MessageStatus: 'undelivered',
      AccountSid: 'AC1',
      To: message.To,
      ErrorCode: '30005',
    });
    expect(receipt?.signature).toBe(signReceipt('s3cret', callback, receipt?.fields ?? new URLSearchParams()));
    expect(receipt?.signature).not.toBe(signReceipt('other', callback, receipt?.fields ?? new URLSearchParams()));
  });

  it('tells who sends it how its receiver answered, or that there is none', async () => {
    status = 503;
    const { sid = '' } = await send({ fields: { ...message, StatusCallback: callback } });
    expect(await double.control('receipt', { sid, status: 'sent' })).toEqual({ status: 503 });
    const silent = await send();
    expect(await double.control('receipt', { sid: silent.sid, status: 'sent' })).toEqual({ status: null });
    expect(await double.control('receipt', { sid: 'SM0', status: 'sent' })).toEqual({ status: null });
    const nowhere = await send({ fields: { ...message, StatusCallback: 'http://127.0.0.1:9/away' } });
    expect(await double.control('receipt', { sid: nowhere.sid, status: 'sent' })).toEqual({ status: null });
  });

  it('is the only thing that can be asked of it, and has to say of what', async () => {
    expect(await double.control('unsubscribe', {})).toBeUndefined();
    await expect(double.control('receipt', { status: 'sent' })).rejects.toThrow(/sid/);
  });
});
