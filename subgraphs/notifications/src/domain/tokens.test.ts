import { describe, expect, it } from 'vitest';
import { addressHash, addressHint } from './address.ts';
import { phoneCodeOf, phoneOf } from './phone.ts';
import { mintTelegramToken, readTelegramToken } from './telegram-link.ts';
import { linkDays, mintUnsubscribeToken, readUnsubscribeToken } from './unsubscribe.ts';

const secret = 'a secret of at least thirty-two characters';
const now = new Date('2026-01-15T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

describe('a link to unsubscribe', () => {
  const what = { recipientId: 'usr_01abc', category: 'MESSAGES', channel: 'EMAIL' } as const;
  const token = mintUnsubscribeToken(secret, what, now);

  it('says what it switches off, for half a year', () => {
    expect(readUnsubscribeToken(secret, token, later((linkDays * 86_400 - 1) * 1_000))).toEqual({
      ok: true,
      value: what,
    });
    expect(readUnsubscribeToken(secret, token, later(linkDays * 86_400_000))).toEqual({
      ok: false,
      refusals: ['EXPIRED'],
    });
  });

  it('is worth nothing when a single character of it was changed, or another secret made it', () => {
    for (let place = 0; place < token.length; place += 1) {
      const forged = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
      // The last character of base64url may hold bits that do not count.
      if (place < token.length - 1)
        expect(readUnsubscribeToken(secret, forged, now)).toEqual({ ok: false, refusals: ['FORGED'] });
    }
    const other = mintUnsubscribeToken(`${secret}!`, what, now);
    for (const forged of [other, '', '.', 'u1..', `${token}.x`, 'x'.repeat(5_000), 'u1.\u0000.\u0000'])
      expect(readUnsubscribeToken(secret, forged, now)).toEqual({ ok: false, refusals: ['FORGED'] });
  });
});

describe('a code for a phone', () => {
  it('is six digits, the same for one asking and another for the next', () => {
    const codes = Array.from({ length: 200 }, (_, index) => phoneCodeOf(secret, 'ctp_1', '+79123456789', later(index)));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(195);
    expect(phoneCodeOf(secret, 'ctp_1', '+79123456789', later(7))).toBe(codes[7]);
    expect(phoneCodeOf(secret, 'ctp_2', '+79123456789', later(7))).not.toBe(codes[7]);
  });

  it('goes to numbers as the world writes them', () => {
    expect(
      ['+7 (912) 345-67-89', '+1.202.555.0123', '89123456789', '+7912', '+7912345678901234', ''].map(phoneOf),
    ).toEqual(['+79123456789', '+12025550123', undefined, undefined, undefined, undefined]);
  });
});

describe('a link to the bot', () => {
  it('fits into what Telegram allows, names its person, and is forged by nobody', () => {
    const token = mintTelegramToken(secret, 'usr_01k3v8qz7ye4xr5n2m9d6h0wtb', now);
    expect(token).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(readTelegramToken(secret, token, later(60_000))).toEqual({
      userId: 'usr_01k3v8qz7ye4xr5n2m9d6h0wtb',
      madeAt: now,
    });
    expect(readTelegramToken(secret, token, later(16 * 60_000))).toBeUndefined();
    expect(readTelegramToken(secret, token.replace('01k3', '01k4'), now)).toBeUndefined();
    expect(readTelegramToken(`${secret}!`, token, now)).toBeUndefined();
    expect(readTelegramToken(secret, '', now)).toBeUndefined();
  });
});

describe('what stands for an address', () => {
  it('is the same however a mailbox is written, and hints at it alone', () => {
    expect(addressHash('EMAIL', ' Anna@Example.com ')).toBe(addressHash('EMAIL', 'anna@example.com'));
    expect(addressHash('SMS', '+79123456789')).not.toBe(addressHash('TELEGRAM', '+79123456789'));
    expect(addressHint('EMAIL', 'Anna@Example.com')).toBe('a…@example.com');
    expect(addressHint('SMS', '+79123456789')).toBe('…6789');
  });
});
