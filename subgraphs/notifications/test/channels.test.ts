import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChannelConfig } from '../src/clients/channels/config.ts';
import type { ChannelPort, ChannelPorts, OutgoingMessage } from '../src/clients/channels/contract.ts';
import { closeChannels, createChannels } from '../src/clients/channels/index.ts';
import { writePushAddress } from '../src/clients/channels/push-address.ts';
import type { OutboundChannel } from '../src/domain/channel.ts';
import { outboundChannels } from '../src/domain/channel.ts';
import { type RunningPhone, startPhone } from './phone.ts';
import { type RelayFault, startRelay } from './relay.ts';

type Relay = Awaited<ReturnType<typeof startRelay>>;
type Trouble = 'RETRY' | 'REFUSED' | 'DEAD' | 'SILENT' | 'DROPPED';

let phone: RunningPhone;
let relay: Relay;
let ports: ChannelPorts;
const addresses = new Map<OutboundChannel, string>();
const env = () => ({ ...phone.env, VITRINA_SMTP_URL: relay.url });

beforeAll(async () => {
  [phone, relay] = await Promise.all([startPhone(), startRelay()]);
  ports = createChannels(readChannelConfig(env()));
  const subscription = await phone.control<{ endpoint: string; keys: { p256dh: string; auth: string } }>(
    'POST',
    'push/subscribe',
    { applicationServerKey: phone.env['VITRINA_VAPID_PUBLIC_KEY'] },
  );
  await phone.control('POST', 'telegram/say', { chatId: 1_001, text: '/start' });
  addresses.set('EMAIL', 'buyer@example.com');
  addresses.set('WEB_PUSH', writePushAddress({ endpoint: subscription.endpoint, ...subscription.keys }));
  addresses.set('SMS', '+79990000001');
  addresses.set('TELEGRAM', '1001');
});
beforeEach(async () => {
  relay.received.length = 0;
  await phone.control('DELETE', 'inbox');
  await phone.control('DELETE', 'faults');
});
afterAll(async () => {
  await closeChannels(ports);
  await relay.close();
  await phone.stop();
});

const portOf = (channel: OutboundChannel): ChannelPort => {
  const port = ports[channel];
  if (!port) throw new Error(`${channel} is not configured.`);
  return port;
};
const messageTo = (channel: OutboundChannel, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  address: addresses.get(channel) ?? '',
  subject: 'Заказ V-1 в пути',
  text: 'Магазин передал заказ V-1 в доставку.',
  idempotencyKey: `stp_${Math.random().toString(36).slice(2)}`,
  locale: 'ru',
  data: { kind: 'order-shipped' },
  ...more,
});
const send = (channel: OutboundChannel, more?: Partial<OutgoingMessage>, signal = AbortSignal.timeout(30_000)) =>
  portOf(channel).send(messageTo(channel, more), signal);

const providerOf = { WEB_PUSH: 'push', SMS: 'sms', TELEGRAM: 'telegram' } as const;
const mailTrouble: Record<Trouble, RelayFault> = {
  RETRY: { at: 'DATA', code: 451, text: '4.7.1 busy' },
  REFUSED: { at: 'DATA', code: 554, text: '5.7.1 looks like spam' },
  DEAD: { at: 'RCPT', code: 550, text: '5.1.1 no such mailbox' },
  SILENT: { at: 'AFTER', end: 'SILENT' },
  DROPPED: { at: 'AFTER', end: 'DROPPED' },
};
const phoneTrouble: Record<Trouble, string> = {
  RETRY: 'RATE_LIMITED',
  REFUSED: 'REFUSED',
  DEAD: 'GONE',
  SILENT: 'SILENT_AFTER',
  DROPPED: 'DROPPED_AFTER',
};
const cause = async (channel: OutboundChannel, trouble: Trouble): Promise<void> => {
  if (channel === 'EMAIL') return relay.next(mailTrouble[trouble]);
  await phone.control('POST', 'faults', {
    provider: providerOf[channel],
    kind: phoneTrouble[trouble],
    retryAfterSeconds: 17,
  });
};
const arrived = async (channel: OutboundChannel): Promise<number> =>
  channel === 'EMAIL' ? relay.received.length : (await phone.inbox(providerOf[channel])).length;

describe.each(outboundChannels)('%s', (channel) => {
  it('accepts a message and says under which id', async () => {
    expect(await send(channel)).toMatchObject({ kind: 'ACCEPTED', providerId: expect.stringMatching(/.+/) });
    expect(await arrived(channel)).toBe(1);
  });

  it('asks to try again when the provider is busy, not before the time it named', async () => {
    await cause(channel, 'RETRY');
    const outcome = await send(channel);
    expect(outcome).toMatchObject({ kind: 'RETRY', code: expect.stringMatching(/429|451 4\.7\.1/) });
    if (channel !== 'EMAIL') expect(outcome).toMatchObject({ afterSeconds: 17 });
    expect(await arrived(channel)).toBe(0);
  });

  it('tells a refused message from a dead address', async () => {
    await cause(channel, 'REFUSED');
    expect(await send(channel)).toMatchObject({ kind: 'REFUSED', addressIsDead: false });
    await cause(channel, 'DEAD');
    expect(await send(channel)).toMatchObject({ kind: 'REFUSED', addressIsDead: true });
  });

  it('does not pretend to know what became of a message whose answer was lost', async () => {
    await cause(channel, 'DROPPED');
    expect(await send(channel)).toMatchObject({ kind: 'UNKNOWN' });
    await cause(channel, 'SILENT');
    const giveUp = new AbortController();
    const silent = send(channel, {}, giveUp.signal);
    while ((await arrived(channel)) < 2) await pause(10);
    giveUp.abort();
    expect(await silent).toMatchObject({ kind: 'UNKNOWN' });
    expect(await arrived(channel)).toBe(2);
  });

  it('shows a repeat under the same key once where it says that it deduplicates', async () => {
    const { deduplicates } = portOf(channel);
    await cause(channel, 'DROPPED');
    const key = { idempotencyKey: 'stp_same_key' };
    await send(channel, key);
    expect(await send(channel, key)).toMatchObject({ kind: 'ACCEPTED' });
    expect(await arrived(channel)).toBe(deduplicates ? 1 : 2);
  });

  it('does nothing for a caller who gave up before, and nothing to what cannot be an address', async () => {
    expect(await send(channel, {}, AbortSignal.abort())).toMatchObject({ kind: 'RETRY' });
    expect(await send(channel, { address: 'nowhere' })).toMatchObject({ kind: 'REFUSED', addressIsDead: true });
    expect(await arrived(channel)).toBe(0);
  });

  it('never puts an address, a text or a secret into what is logged of an outcome', async () => {
    const outcomes = [await send(channel)];
    for (const trouble of ['RETRY', 'REFUSED', 'DEAD', 'DROPPED'] as const) {
      await cause(channel, trouble);
      outcomes.push(await send(channel));
    }
    const codes = JSON.stringify(outcomes.map((outcome) => ('code' in outcome ? outcome.code : '')));
    for (const secret of [addresses.get(channel) ?? '', 'secret', 'buyer', 'V-1', '9990000001'])
      expect(codes).not.toContain(secret);
  });
});

describe('a provider that is away', () => {
  it('is tried again later', async () => {
    const away = createChannels(
      readChannelConfig({
        ...env(),
        VITRINA_SMTP_URL: 'smtp://127.0.0.1:9',
        VITRINA_SMS_URL: 'http://127.0.0.1:9',
        VITRINA_TELEGRAM_URL: 'http://127.0.0.1:9',
      }),
    );
    for (const channel of ['EMAIL', 'SMS', 'TELEGRAM'] as const)
      expect(await away[channel]?.send(messageTo(channel), AbortSignal.timeout(30_000))).toMatchObject({
        kind: 'RETRY',
      });
    await closeChannels(away);
  });

  it('and whose key is wrong keeps messages waiting instead of losing them', async () => {
    const wrong = createChannels(
      readChannelConfig({ ...env(), VITRINA_SMS_TOKEN: 'rolled', VITRINA_TELEGRAM_TOKEN: '1:rolled' }),
    );
    for (const channel of ['SMS', 'TELEGRAM'] as const)
      expect(await wrong[channel]?.send(messageTo(channel), AbortSignal.timeout(30_000))).toMatchObject({
        kind: 'RETRY',
        code: expect.stringContaining(`${channel} 401`),
      });
    await closeChannels(wrong);
  });

  it('does not exist without its credentials', () => {
    expect(Object.keys(createChannels(readChannelConfig({ VITRINA_SMS_URL: '' })))).toEqual(['EMAIL']);
  });
});

describe('a mail', () => {
  it('carries both parts, one click to unsubscribe and the same Message-ID in every try', async () => {
    const mail = {
      idempotencyKey: 'stp_1',
      html: '<p>Заказ</p>',
      unsubscribeUrl: 'https://market.example/unsubscribe?token=t',
    };
    relay.next(mailTrouble.RETRY);
    await send('EMAIL', mail);
    expect(await send('EMAIL', mail)).toEqual({ kind: 'ACCEPTED', providerId: '<stp_1@vitrina.example>' });
    const { raw = '' } = relay.received[0] ?? {};
    expect(raw).toContain('Message-ID: <stp_1@vitrina.example>');
    expect(raw).toMatch(/List-Unsubscribe: <https:\/\/market\.example\/unsubscribe\?token=t>/);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toMatch(/multipart\/alternative/);
  });

  it('cannot grow headers out of a subject, an address or an id', async () => {
    await send('EMAIL', { subject: 'Hi\r\nBcc: all@example.com', idempotencyKey: 'a>\r\nX-Evil: 1' });
    const headers = relay.received[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(headers).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(headers).not.toContain('List-Unsubscribe');
  });

  it('goes to the one address it is for, whatever that address looks like', async () => {
    for (const address of [
      'a@example.com, b@example.com',
      'A <a@example.com>',
      'a@example.com\r\nRCPT TO:<b@example.com>',
    ])
      expect(await send('EMAIL', { address })).toMatchObject({ kind: 'REFUSED' });
    expect(relay.received).toEqual([]);
  });

  it('is signed by DKIM over the headers RFC 8058 wants signed, when there is a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const signed = createChannels(
      readChannelConfig({
        VITRINA_SMTP_URL: relay.url,
        VITRINA_DKIM_DOMAIN: 'vitrina.example',
        VITRINA_DKIM_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      }),
    );
    const message = messageTo('EMAIL', { unsubscribeUrl: 'https://market.example/u' });
    expect(await signed.EMAIL?.send(message, AbortSignal.timeout(30_000))).toMatchObject({ kind: 'ACCEPTED' });
    const signature = /DKIM-Signature:[\s\S]*?b=/.exec(relay.received[0]?.raw ?? '')?.[0].replaceAll(/\s/g, '') ?? '';
    expect(signature.toLowerCase()).toContain('list-unsubscribe:list-unsubscribe-post');
    await closeChannels(signed);
  });
});

describe('a push', () => {
  it('arrives decrypted as it was written, however long it was', async () => {
    await send('WEB_PUSH', { text: '😀'.repeat(5_000), data: { url: '/orders/1' } });
    const [shown] = await phone.inbox('push');
    expect(shown).toMatchObject({ title: 'Заказ V-1 в пути', details: { lang: 'ru', data: { url: '/orders/1' } } });
    expect(shown?.text).toMatch(/^(😀)+…$/u);
  });

  it('goes to push services and nowhere else', async () => {
    const { p256dh, auth } = JSON.parse(addresses.get('WEB_PUSH') ?? '{}') as { p256dh: string; auth: string };
    for (const endpoint of [
      'http://127.0.0.1:5432/',
      'https://fcm.googleapis.com.evil.example/x',
      'file:///etc/passwd',
    ])
      expect(await send('WEB_PUSH', { address: writePushAddress({ endpoint, p256dh, auth }) })).toEqual({
        kind: 'REFUSED',
        code: 'PUSH bad subscription',
        addressIsDead: true,
      });
  });

  it('to a browser that ended its subscription says that the address is dead', async () => {
    const { endpoint, keys } = await phone.control<{ endpoint: string; keys: { p256dh: string; auth: string } }>(
      'POST',
      'push/subscribe',
      { applicationServerKey: phone.env['VITRINA_VAPID_PUBLIC_KEY'] },
    );
    await phone.control('POST', 'push/unsubscribe', { endpoint });
    expect(await send('WEB_PUSH', { address: writePushAddress({ endpoint, ...keys }) })).toEqual({
      kind: 'REFUSED',
      code: 'PUSH 410',
      addressIsDead: true,
    });
  });
});
