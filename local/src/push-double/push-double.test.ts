import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultKind } from '../phone-double/contract.ts';
import { Inbox } from '../phone-double/inbox.ts';
import { createPushDouble } from './index.ts';

const origin = 'http://127.0.0.1:4011';
const server = createECDH('prime256v1');
server.generateKeys();
const serverKey = server.getPublicKey('base64url');
const keyFor = (pair: typeof server) => {
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d: pair.getPrivateKey('base64url') };
  return createPrivateKey({ format: 'jwk', key: jwk });
};

interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}
interface Claims {
  readonly aud?: string;
  readonly exp?: number;
  readonly sub?: string;
}
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
/** The `Authorization` of RFC 8292. */
const vapid = async (claims: Claims = {}, pair = server, k = serverKey) => {
  const { aud = origin, exp = inSeconds(3_600), sub = 'mailto:push@vitrina.example' } = claims;
  const token = await new SignJWT({ aud, exp, sub }).setProtectedHeader({ alg: 'ES256' }).sign(keyFor(pair));
  return `vapid t=${token}, k=${k}`;
};

/** One record of aes128gcm for a subscription (RFC 8291, sections 3 and 4). */
const encrypt = (text: string, { keys }: Subscription, delimiter = 2): Buffer => {
  const receiver = Buffer.from(keys.p256dh, 'base64url');
  const sender = createECDH('prime256v1');
  sender.generateKeys();
  const derive = (key: Buffer, salt: Buffer, info: Buffer, size: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, size));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, sender.getPublicKey()]);
  const material = derive(sender.computeSecret(receiver), Buffer.from(keys.auth, 'base64url'), info, 32);
  const salt = randomBytes(16);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const record = Buffer.concat([
    cipher.update(Buffer.concat([Buffer.from(text), Buffer.from([delimiter, 0, 0])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(4_096);
  return Buffer.concat([salt, size, Buffer.from([65]), sender.getPublicKey(), record]);
};

let inbox: Inbox;
let double: ReturnType<typeof createPushDouble>;
let subscription: Subscription;
beforeEach(async () => {
  inbox = new Inbox();
  double = createPushDouble(inbox, () => origin, undefined);
  subscription = (await double.control('subscribe', { applicationServerKey: serverKey })) as Subscription;
});

const payload = JSON.stringify({ title: 'Заказ', body: 'Отправлен', url: '/orders/1' });
interface Sent {
  readonly headers?: Record<string, string | undefined>;
  readonly body?: Buffer;
  readonly fault?: Fault;
  readonly method?: string;
  readonly path?: string;
}
const send = async ({ headers, body, fault, method = 'POST', path }: Sent = {}) => {
  const all: Record<string, string | undefined> = {
    ttl: '60',
    'content-encoding': 'aes128gcm',
    authorization: await vapid(),
    ...headers,
  };
  return double.call(
    {
      method,
      path: path ?? new URL(subscription.endpoint).pathname,
      query: new URLSearchParams(),
      header: (name) => all[name],
      body: body ?? encrypt(payload, subscription),
    },
    fault,
  );
};

describe('a push message', () => {
  it('that was encrypted and signed for its subscription is shown', async () => {
    const answer = await send();
    expect(answer.status).toBe(201);
    expect(answer.headers?.['location']).toMatch(/^http:\/\/127\.0\.0\.1:4011\/message\//);
    expect(inbox.list()).toMatchObject([
      { provider: 'push', title: 'Заказ', text: 'Отправлен', details: { url: '/orders/1' } },
    ]);
  });

  it('of a topic takes the place of the one before it', async () => {
    await send({ headers: { topic: 'order-1' } });
    await send({ headers: { topic: 'order-2' } });
    await send({ headers: { topic: 'order-1' } });
    expect(inbox.list().map(({ times }) => times)).toEqual([1, 2]);
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['by nobody', async () => undefined],
    ['in another scheme', async () => 'Bearer abc'],
    ['for another origin', () => vapid({ aud: 'https://push.example' })],
    ['too long ago', () => vapid({ exp: inSeconds(-60) })],
    ['for longer than a day', () => vapid({ exp: inSeconds(90_000) })],
    ['by somebody who cannot be reached', () => vapid({ sub: 'push' })],
    ['by somebody without an address', () => vapid({ sub: 'mailto:' })],
    [
      'by another server',
      async () => {
        const other = createECDH('prime256v1');
        other.generateKeys();
        return vapid({}, other, other.getPublicKey('base64url'));
      },
    ],
    [
      'by another server that shows our key',
      async () => {
        const other = createECDH('prime256v1');
        other.generateKeys();
        return vapid({}, other);
      },
    ],
    ['with a key that is no point', () => vapid({}, server, 'abc')],
  ])('signed %s is refused', async (_how, authorization) => {
    expect((await send({ headers: { authorization: await authorization() } })).status).toBe(403);
    expect(inbox.list()).toEqual([]);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['without a time to live', { ttl: undefined }],
    ['with a time to live in words', { ttl: 'soon' }],
    ['in another encoding', { 'content-encoding': 'aesgcm' }],
    ['of a topic too long', { topic: 'x'.repeat(33) }],
    ['of a topic in another script', { topic: 'заказ' }],
    ['of an urgency nobody knows', { urgency: 'now' }],
  ])('%s is refused', async (_what, headers) => {
    expect((await send({ headers })).status).toBe(400);
    expect(inbox.list()).toEqual([]);
  });

  it.each<[string, () => Buffer]>([
    ['is not encrypted at all', () => Buffer.from(payload.repeat(3))],
    ['is cut', () => encrypt(payload, subscription).subarray(0, -1)],
    [
      'was changed on its way',
      () => {
        const body = encrypt(payload, subscription);
        body[body.length - 20] = (body[body.length - 20] ?? 0) ^ 1;
        return body;
      },
    ],
    ['is not its last record', () => encrypt(payload, subscription, 1)],
    ['is no JSON inside', () => encrypt('hello', subscription)],
    ['has no title', () => encrypt('{"body":"x"}', subscription)],
  ])('that %s is refused', async (_what, body) => {
    expect((await send({ body: body() })).status).toBe(400);
    expect(inbox.list()).toEqual([]);
  });

  it('for one subscription cannot be read by another', async () => {
    const other = (await double.control('subscribe', { applicationServerKey: serverKey })) as Subscription;
    expect((await send({ body: encrypt(payload, other) })).status).toBe(400);
  });

  it('is not larger than every push service takes', async () => {
    const large = (size: number) => encrypt(JSON.stringify({ title: 't', body: 'x'.repeat(size) }), subscription);
    const overhead = large(0).length;
    expect((await send({ body: large(4_096 - overhead) })).status).toBe(201);
    expect((await send({ body: large(4_097 - overhead) })).status).toBe(413);
  });

  it.each<[FaultKind, number]>([
    ['RATE_LIMITED', 429],
    ['UNAVAILABLE', 503],
    ['SERVER_ERROR', 500],
    ['REFUSED', 400],
    ['TOO_LARGE', 413],
    ['GONE', 410],
  ])('goes wrong on demand: %s', async (kind, status) => {
    const answer = await send({ fault: { kind, retryAfterSeconds: 12 } });
    expect(answer.status).toBe(status);
    expect(answer.headers?.['retry-after']).toBe(['RATE_LIMITED', 'UNAVAILABLE'].includes(kind) ? '12' : undefined);
    expect(inbox.list()).toEqual([]);
  });

  it('is posted, to a subscription there is', async () => {
    expect((await send({ method: 'GET' })).status).toBe(405);
    expect((await send({ path: '/push/nobody' })).status).toBe(404);
    expect(await double.control('unsubscribe', { endpoint: subscription.endpoint })).toEqual({ ended: true });
    expect((await send()).status).toBe(410);
    expect(await double.control('unsubscribe', { endpoint: `${origin}/push/nobody` })).toEqual({ ended: false });
  });

  it('is still read after a restart, and one to a subscription that ended still refused', async () => {
    const kept = JSON.parse(JSON.stringify(double.keep()));
    double = createPushDouble(inbox, () => origin, kept);
    expect((await send()).status).toBe(201);
    await double.control('unsubscribe', { endpoint: subscription.endpoint });
    double = createPushDouble(inbox, () => origin, JSON.parse(JSON.stringify(double.keep())));
    expect((await send()).status).toBe(410);
    expect(createPushDouble(inbox, () => origin, [{ id: 7 }]).keep()).toEqual([]);
  });

  it('needs a subscription made under a key of the right length', async () => {
    await expect(double.control('subscribe', { applicationServerKey: 'short' })).rejects.toThrow();
    expect(await double.control('dance', {})).toBeUndefined();
  });
});
