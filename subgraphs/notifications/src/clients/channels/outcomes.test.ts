import { describe, expect, it } from 'vitest';
import { isPushEndpoint } from '../../domain/push-endpoint.ts';
import { isSignedReceipt } from '../../domain/webhook-signature.ts';
import { retryAfterSeconds } from './provider-call.ts';
import { shorten } from './shorten.ts';
import { smtpOutcome } from './smtp-outcome.ts';

describe('a reply of a mail server', () => {
  const reply = (response: string, handedOver = true) =>
    smtpOutcome({ code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response }, handedOver);

  it.each([
    ['451 4.7.1 try later', 'RETRY', undefined],
    ['421 too many connections', 'RETRY', undefined],
    ['550 5.1.1 no such user', 'REFUSED', true],
    ['550-5.1.1 no such user', 'REFUSED', true],
    ['556 5.1.10 the domain takes no mail', 'REFUSED', true],
    ['550 5.7.1 blocked by policy', 'REFUSED', false],
    ['550 mailbox unavailable', 'REFUSED', false],
    ['552 5.2.2 mailbox full', 'REFUSED', false],
    ['554 5.6.0 about 5.1.1 in its text', 'REFUSED', false],
  ])('%s is %s', (response, kind, addressIsDead) => {
    expect(reply(response)).toMatchObject({ kind, ...(addressIsDead !== undefined && { addressIsDead }) });
  });

  it('that never came is unknown only once the content was handed over', () => {
    expect(smtpOutcome({ code: 'ETIMEDOUT' }, false).kind).toBe('RETRY');
    expect(smtpOutcome({ code: 'ETIMEDOUT' }, true).kind).toBe('UNKNOWN');
    expect(smtpOutcome({ code: 'EAUTH', responseCode: 535 }, false).kind).toBe('RETRY');
  });
});

it('Retry-After is a number, a date, or nothing one can use', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const seconds = (value: string | undefined) => retryAfterSeconds(value, now);
  expect([seconds('17'), seconds('Sun, 22 Nov 2026 12:01:00 GMT'), seconds('999999999')]).toEqual([17, 60, 86_400]);
  expect([seconds('Sun, 22 Nov 2026 11:00:00 GMT'), seconds('soon'), seconds(undefined)]).toEqual([
    0,
    undefined,
    undefined,
  ]);
});

it('texts are cut between characters as people count them', () => {
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('👨‍👩‍👧👨‍👩‍👧', 25)).toBe('👨‍👩‍👧…');
  expect(Buffer.byteLength(shorten('й'.repeat(100), 50))).toBeLessThanOrEqual(50);
});

it('push goes to known services over TLS, and to hosts the operator named', () => {
  const known = [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
  ];
  const others = [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:4011/push/x',
    'not an address',
  ];
  expect(known.map((url) => isPushEndpoint(url, []))).toEqual(known.map(() => true));
  expect(others.map((url) => isPushEndpoint(url, []))).toEqual(others.map(() => false));
  expect(isPushEndpoint('http://127.0.0.1:4011/push/x', ['127.0.0.1:4011'])).toBe(true);
});

it('receipts are signed as in the example of Twilio’s documentation', () => {
  const fields = new URLSearchParams({
    To: '+18005551212',
    From: '+14158675310',
    Digits: '1234',
    Caller: '+14158675310',
    CallSid: 'CA1234567890ABCDE',
  });
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  expect(isSignedReceipt('12345', url, fields, 'GvWf1cFY/Q7PnoempGyD5oXAezc=')).toBe(true);
  expect(isSignedReceipt('12346', url, fields, 'GvWf1cFY/Q7PnoempGyD5oXAezc=')).toBe(false);
  fields.set('Digits', '1235');
  expect(isSignedReceipt('12345', url, fields, 'GvWf1cFY/Q7PnoempGyD5oXAezc=')).toBe(false);
});
