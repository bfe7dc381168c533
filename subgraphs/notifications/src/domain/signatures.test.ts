import { describe, expect, it } from 'vitest';
import { suppressionOf } from './receipt.ts';
import { isSecret, isSignedBody, signBody } from './webhook-signature.ts';

const secret = 'mail-events-secret-0123456789';
const now = new Date('2026-01-15T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const body = Buffer.from('{"events":[]}');

describe('a signed body', () => {
  const signature = signBody(secret, body, now);

  it('is believed for five minutes, also by a clock that is behind', () => {
    for (const seconds of [0, 299, 300, -300]) expect(isSignedBody(secret, body, signature, later(seconds))).toBe(true);
    for (const seconds of [301, -301]) expect(isSignedBody(secret, body, signature, later(seconds))).toBe(false);
  });

  it('is not believed with another moment, another body, another secret or another form', () => {
    const [time = '', value = ''] = signature.split(',');
    const forged = [
      `t=${Number(time.slice(2)) + 1},${value}`,
      `${time},v1=${'0'.repeat(64)}`,
      `${time},v1=${value.slice(3).toUpperCase()}`,
      `${signature} `,
      `${signature},v1=x`,
      value,
      '',
      undefined,
    ];
    for (const one of forged) expect(isSignedBody(secret, body, one, now), one).toBe(false);
    expect(isSignedBody(secret, Buffer.from('{"events":[ ]}'), signature, now)).toBe(false);
    expect(isSignedBody(`${secret}!`, body, signature, now)).toBe(false);
  });
});

it('a secret is the same or it is none, whatever its length', () => {
  expect(['bot-secret', 'bot-secret ', 'bot', '', undefined].map((given) => isSecret(given, 'bot-secret'))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe('what a provider says later', () => {
  const said = {
    channel: 'EMAIL',
    providerId: '<a@b>',
    status: 'BOUNCED',
    code: null,
    address: 'a@example.com',
  } as const;

  it.each([
    ['a mail that bounced for good', { code: '5.1.1' }, 'BOUNCE'],
    ['a full mailbox', { code: '4.2.2' }, undefined],
    ['a bounce without a reason', {}, undefined],
    ['a complaint, however it was sent', { status: 'COMPLAINED', channel: 'SMS' }, 'COMPLAINT'],
    ['a number that does not exist', { channel: 'SMS', code: '30005' }, 'BOUNCE'],
    ['a landline', { channel: 'SMS', code: '30006' }, 'BOUNCE'],
    ['a phone that is off', { channel: 'SMS', code: '30003' }, undefined],
    ['a push that was not shown', { channel: 'WEB_PUSH', code: '5.0.0' }, undefined],
    ['a message that arrived', { status: 'DELIVERED', code: '5.1.1' }, undefined],
  ] as const)('about %s', (_what, more, reason) => {
    expect(suppressionOf({ ...said, ...more })).toBe(reason);
  });
});
