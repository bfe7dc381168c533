import { createECDH } from 'node:crypto';
import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkTelegramChat } from '../src/usecases/telegram.ts';
import { type Engine, openEngine } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';
import { ownPreferences, type Preferences } from './own-preferences.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship } = orderEvents(() => engine);
const { preferencesOf } = ownPreferences(() => engine);

describe('a phone', () => {
  const set = async (phone: string, userId?: string) =>
    (
      await engine.answer<{ setNotificationPhone: { phone: Preferences['phone']; userErrors: { code: string }[] } }>(
        'mutation ($phone: String!) { setNotificationPhone(input: { phone: $phone }) { phone { hint confirmed } userErrors { code } } }',
        { phone },
        userId,
      )
    ).setNotificationPhone;
  const confirm = async (code: string, userId?: string) =>
    (
      await engine.answer<{
        confirmNotificationPhone: { phone: Preferences['phone']; userErrors: { code: string }[] };
      }>(
        'mutation ($code: String!) { confirmNotificationPhone(input: { code: $code }) { phone { hint confirmed } userErrors { code } } }',
        { code },
        userId,
      )
    ).confirmNotificationPhone;
  const codeSent = async () => {
    await engine.work();
    return /\d{6}/.exec(engine.handed.at(-1)?.text ?? '')?.[0] ?? '';
  };
  const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

  it('is proved by the code sent to it, which is kept nowhere', async () => {
    expect(await set('+7 (912) 345-67-89')).toEqual({ phone: { hint: '…6789', confirmed: false }, userErrors: [] });
    const code = await codeSent();
    expect(engine.handed).toMatchObject([{ channel: 'SMS', address: '+79123456789' }]);
    expect(JSON.stringify(await engine.market.database.sql`select * from contact_point, workflow_run`)).not.toContain(
      code,
    );
    expect((await confirm(code, 'usr_other')).userErrors).toEqual([{ code: 'NO_CODE_ASKED' }]);
    expect((await confirm(wrong(code))).userErrors).toEqual([{ code: 'WRONG_CODE' }]);
    expect(await confirm(code)).toEqual({ phone: { hint: '…6789', confirmed: true }, userErrors: [] });
    expect((await confirm(code)).userErrors).toEqual([{ code: 'NO_CODE_ASKED' }]);
    expect((await preferencesOf()).phone).toEqual({ hint: '…6789', confirmed: true });
  });

  it('cannot be guessed: five wrong codes, given side by side too, end it; ten minutes do as well', async () => {
    await set('+79123456789');
    const code = await codeSent();
    const guesses = await Promise.all(Array.from({ length: 8 }, () => confirm(wrong(code))));
    const count = (wanted: string) => guesses.filter(({ userErrors }) => userErrors[0]?.code === wanted).length;
    expect([count('WRONG_CODE'), count('TOO_MANY_WRONG_CODES')]).toEqual([5, 3]);
    expect((await confirm(code)).userErrors).toEqual([{ code: 'TOO_MANY_WRONG_CODES' }]);
    engine.market.clock.advance(1_000);
    await set('+79123456789');
    const next = await codeSent();
    engine.market.clock.advance(11 * 60_000);
    expect((await confirm(next)).userErrors).toEqual([{ code: 'CODE_EXPIRED' }]);
  });

  it('must be a number, and gets few codes an hour whoever asks', async () => {
    expect((await set('12345')).userErrors).toEqual([{ code: 'NOT_A_PHONE' }]);
    for (const userId of ['usr_a', 'usr_b', 'usr_c'])
      expect((await set('+79123456789', userId)).userErrors).toEqual([]);
    expect((await set('+79123456789', 'usr_d')).userErrors).toEqual([{ code: 'TOO_MANY_CODES' }]);
  });

  it('can be forgotten', async () => {
    await set('+79123456789');
    const forget = 'mutation { removeNotificationPhone { removed } }';
    expect(await engine.answer(forget)).toEqual({ removeNotificationPhone: { removed: true } });
    expect(await engine.answer(forget)).toEqual({ removeNotificationPhone: { removed: false } });
    expect((await preferencesOf()).phone).toBeNull();
  });
});

describe('a Telegram chat', () => {
  it('is linked by a link that works once and not for long', async () => {
    const link = async () =>
      (await engine.answer<{ linkTelegram: { url: string } }>('mutation { linkTelegram { url userErrors { code } } }'))
        .linkTelegram.url;
    const token = new URL(await link()).searchParams.get('start') ?? '';
    expect(token).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    const chat = { token, chatId: '77', label: '@boris' };
    expect(await linkTelegramChat(engine.market.services, { ...chat, token: `${token.slice(0, -1)}0` })).toBe(
      token.endsWith('0'),
    );
    engine.market.clock.advance(1_000);
    expect(await linkTelegramChat(engine.market.services, chat)).toBe(true);
    expect(await linkTelegramChat(engine.market.services, { ...chat, chatId: '78' })).toBe(false);
    expect((await preferencesOf()).telegramLinked).toBe(true);
    const late = new URL(await link()).searchParams.get('start') ?? '';
    engine.market.clock.advance(16 * 60_000);
    expect(await linkTelegramChat(engine.market.services, { ...chat, token: late })).toBe(false);
    expect(await engine.answer('mutation { unlinkTelegram { unlinked } }')).toEqual({
      unlinkTelegram: { unlinked: true },
    });
  });
});

describe('a browser', () => {
  const made = createECDH('prime256v1');
  made.generateKeys();
  const keys = { p256dh: made.getPublicKey('base64url'), auth: 'A'.repeat(22) };
  const register = async (endpoint: string, userId?: string, more: Partial<typeof keys> = {}) =>
    (
      await engine.answer<{
        registerPushSubscription: { pushSubscription: { id: string } | null; userErrors: { code: string }[] };
      }>(
        'mutation ($input: RegisterPushSubscriptionInput!) { registerPushSubscription(input: $input) { pushSubscription { id label } userErrors { code } } }',
        { input: { endpoint, ...keys, ...more, label: 'Firefox' } },
        userId,
      )
    ).registerPushSubscription;
  const mozilla = (name: string) => `https://updates.push.services.mozilla.com/wpush/v2/${name}`;

  it('is registered at a push service and nowhere else, once, for whoever used it last', async () => {
    for (const endpoint of ['http://169.254.169.254/latest', 'https://market.example/x', 'javascript:alert(1)'])
      expect((await register(endpoint)).userErrors).toEqual([{ code: 'NOT_A_PUSH_SERVICE' }]);
    // Nothing can be encrypted for a key that is no point of the curve, so no browser has one.
    for (const p256dh of ['B'.repeat(87), 'A'.repeat(87), keys.p256dh.slice(1)])
      expect((await register(mozilla('a'), 'usr_buyer', { p256dh })).userErrors).toEqual([
        { code: 'NOT_A_PUSH_SERVICE' },
      ]);
    const first = await register(mozilla('a'));
    expect((await register(mozilla('a'))).pushSubscription?.id).toBe(first.pushSubscription?.id);
    expect((await preferencesOf()).pushSubscriptions).toHaveLength(1);
    await register(mozilla('a'), 'usr_other');
    expect((await preferencesOf()).pushSubscriptions).toEqual([]);
  });

  it('is removed by its own person alone; the oldest of more than ten make room', async () => {
    const { pushSubscription } = await register(mozilla('first'));
    const remove = async (userId: string) =>
      (
        await engine.answer<{ removePushSubscription: { removed: boolean; userErrors: { code: string }[] } }>(
          'mutation ($id: ID!) { removePushSubscription(input: { pushSubscriptionId: $id }) { removed userErrors { code } } }',
          { id: pushSubscription?.id },
          userId,
        )
      ).removePushSubscription;
    expect(await remove('usr_other')).toEqual({ removed: false, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await remove('usr_buyer')).toEqual({ removed: true, userErrors: [] });
    for (let index = 0; index < 12; index += 1) {
      engine.market.clock.advance(1_000);
      await register(mozilla(`b${index}`));
    }
    expect((await preferencesOf()).pushSubscriptions).toHaveLength(10);
  });
});

describe('a suppressed address', () => {
  it('gets nothing until an operator takes it off the list, which keeps no addresses', async () => {
    engine.answers.push({ kind: 'REFUSED', code: 'SMTP 550 5.1.1', addressIsDead: true });
    await ship('ord_1');
    await engine.work();
    await ship('ord_2');
    await engine.work();
    expect(engine.handed).toHaveLength(1);
    const list = await engine.answer('{ suppressedAddresses { nodes { channel hint reason } } }', {}, 'usr_admin');
    expect(list).toEqual({
      suppressedAddresses: { nodes: [{ channel: 'EMAIL', hint: 'u…@example.com', reason: 'DEAD' }] },
    });
    expect(JSON.stringify(await engine.market.database.sql`select * from suppression`)).not.toContain('usr_buyer@');
    const unsuppress = (address: string) =>
      engine.answer(
        'mutation ($address: String!) { unsuppressAddress(input: { channel: EMAIL, address: $address }) { unsuppressed userErrors { code } } }',
        { address },
        'usr_admin',
      );
    expect(await unsuppress('other@example.com')).toEqual({
      unsuppressAddress: { unsuppressed: false, userErrors: [{ code: 'NOT_SUPPRESSED' }] },
    });
    expect(await unsuppress(' USR_buyer@example.com')).toEqual({
      unsuppressAddress: { unsuppressed: true, userErrors: [] },
    });
    await ship('ord_3');
    await engine.work();
    expect(engine.handed).toHaveLength(2);
  });

  it('and the log of runs are the business of those who run the market alone', async () => {
    for (const query of [
      '{ suppressedAddresses { nodes { hint } } }',
      '{ notificationRuns { nodes { id } } }',
      'mutation { replayNotificationDeliveries(input: {}) { replayedCount } }',
      'mutation { unsuppressAddress(input: { channel: EMAIL, address: "a@b.c" }) { unsuppressed } }',
    ])
      expect((await engine.market.ask(query, {}, { as: asUser('usr_buyer') })).errors?.[0]?.extensions?.['code']).toBe(
        'FORBIDDEN',
      );
  });
});
