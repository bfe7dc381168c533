import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PhoneDouble, startPhoneDouble } from '../src/phone-double/index.ts';

let phone: PhoneDouble;
beforeAll(async () => {
  phone = await startPhoneDouble({ sms: { account: 'AC1', token: 's3cret' }, telegram: { token: '1:bot' } });
  await phone.control.say(7, '/start');
});
beforeEach(async () => {
  await phone.control.clearInbox();
  await phone.control.clearFaults();
});
afterAll(() => phone.close());

const authorization = `Basic ${Buffer.from('AC1:s3cret').toString('base64')}`;
const send = {
  sms: (signal?: AbortSignal, text = 'hello') =>
    fetch(`${phone.url}/2010-04-01/Accounts/AC1/Messages.json`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ To: '+79990000001', From: 'Vitrina', Body: text }),
      ...(signal && { signal }),
    }),
  telegram: (signal?: AbortSignal, text = 'hello') =>
    fetch(`${phone.url}/bot1:bot/sendMessage`, {
      method: 'POST',
      body: JSON.stringify({ chat_id: 7, text }),
      ...(signal && { signal }),
    }),
};
const shown = async (): Promise<string[]> => (await phone.control.inbox()).map(({ text }) => text);

describe('a provider that fails on demand', () => {
  it.each([
    ['sms', 'RATE_LIMITED', 429, { code: 20429 }],
    ['sms', 'UNAVAILABLE', 503, { code: 20503 }],
    ['sms', 'SERVER_ERROR', 500, { code: 20500 }],
    ['sms', 'REFUSED', 400, { code: 21408 }],
    ['sms', 'TOO_LARGE', 400, { code: 21617 }],
    ['sms', 'GONE', 400, { code: 21610 }],
    ['telegram', 'RATE_LIMITED', 429, { error_code: 429, parameters: { retry_after: 9 } }],
    ['telegram', 'UNAVAILABLE', 503, { ok: false, error_code: 503 }],
    ['telegram', 'SERVER_ERROR', 500, { ok: false, error_code: 500 }],
    ['telegram', 'REFUSED', 400, { description: "Bad Request: can't parse entities" }],
    ['telegram', 'TOO_LARGE', 400, { description: 'Bad Request: message is too long' }],
    ['telegram', 'GONE', 403, { description: 'Forbidden: bot was blocked by the user' }],
  ] as const)(
    '%s answers %s as the real one does, and nobody is shown anything',
    async (provider, kind, status, said) => {
      await phone.control.addFault({ provider, kind, retryAfterSeconds: 9 });
      const refused = await send[provider]();
      expect([refused.status, await refused.json()]).toEqual([status, expect.objectContaining(said)]);
      const later = provider === 'sms' && (kind === 'RATE_LIMITED' || kind === 'UNAVAILABLE');
      expect(refused.headers.get('retry-after')).toBe(later ? '9' : null);
      expect(await shown()).toEqual([]);
      expect((await send[provider]()).ok).toBe(true);
      expect(await shown()).toEqual(['hello']);
    },
  );

  it.each(['sms', 'telegram'] as const)('%s may take a message without the caller hearing of it', async (provider) => {
    await phone.control.addFault({ provider, kind: 'DROPPED_AFTER' });
    await expect(send[provider](undefined, 'dropped')).rejects.toThrow('fetch failed');
    await phone.control.addFault({ provider, kind: 'SILENT_AFTER' });
    const patience = new AbortController();
    const silent = send[provider](patience.signal, 'silent');
    await expect.poll(shown).toEqual(['dropped', 'silent']);
    patience.abort();
    await expect(silent).rejects.toThrow(/abort/);
  });

  it('lets so many calls pass, fails so many, and troubles no other provider', async () => {
    await phone.control.addFault({ provider: 'sms', kind: 'REFUSED', skip: 1, count: 2 });
    await phone.control.addFault({ provider: 'sms', kind: 'SERVER_ERROR' });
    const statuses = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await send.sms()).status);
    expect(statuses).toEqual([201, 400, 400, 500, 201]);
    await phone.control.addFault({ provider: 'sms', kind: 'REFUSED' });
    expect((await send.telegram()).ok).toBe(true);
    await phone.control.clearFaults();
    expect((await send.sms()).ok).toBe(true);
  });

  it('takes no fault it does not know, and says what it would take', async () => {
    const wrong = { provider: 'sms', kind: 'ON_FIRE' } as never;
    await expect(phone.control.addFault(wrong)).rejects.toThrow(/400.*kind/s);
  });
});
