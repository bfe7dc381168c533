import type { ChannelConfig } from './config.ts';
import type { ChannelPort, SendOutcome } from './contract.ts';
import { createProviderHttp, jsonOf, type ProviderAnswer, retryAfterSeconds } from './provider-call.ts';
import { shorten } from './shorten.ts';

/** What the port needs to know of its account. */
export interface SmsAccount {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  readonly from: string;
}

/** Twilio's codes for numbers nothing will ever arrive at: no such number, not a mobile one, its owner said STOP. */
const deadNumber = new Set([21211, 21217, 21610, 21614]);

const e164 = /^\+[1-9]\d{6,14}$/;

const outcomeOf = (answer: ProviderAnswer, now: Date): SendOutcome => {
  const { status, header } = answer;
  const { sid, code } = jsonOf(answer);
  if (status === 201 && typeof sid === 'string') return { kind: 'ACCEPTED', providerId: sid };
  const said = `SMS ${status}${typeof code === 'number' ? ` ${code}` : ''}`;
  if (status === 429 || status === 503)
    return { kind: 'RETRY', code: said, afterSeconds: retryAfterSeconds(header('retry-after'), now) };
  // A key that is being rolled or an account without money is ours to repair; the message can wait for it.
  if (status === 401 || status === 402) return { kind: 'RETRY', code: said };
  if (status >= 400 && status < 500)
    return { kind: 'REFUSED', code: said, addressIsDead: typeof code === 'number' && deadNumber.has(code) };
  // Behind a 500 or a gateway's 502 the message may be on its way; so may it be behind a success nobody can read.
  return { kind: 'UNKNOWN', code: said };
};

/**
 * SMS through a provider that speaks Twilio's REST API for messages: `POST /2010-04-01/Accounts/{account}/Messages.json`,
 * form-encoded, basic authentication, receipts to `StatusCallback` signed by `X-Twilio-Signature`. The vendor's SDK is left
 * out: it brings its own HTTP client and a hundred APIs for this one call. `Idempotency-Key` is sent for providers that
 * honour it; only the operator knows whether theirs does (`VITRINA_SMS_DEDUPLICATES`).
 */
export const createSmsChannel = (
  config: ChannelConfig,
  { url, account, token, from }: SmsAccount,
  now: () => Date,
): ChannelPort => {
  const http = createProviderHttp();
  const target = new URL(`/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`, url).href;
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  return {
    deduplicates: config.VITRINA_SMS_DEDUPLICATES,
    send: async (message, signal) => {
      if (!e164.test(message.address)) return { kind: 'REFUSED', code: 'SMS bad number', addressIsDead: true };
      const form = new URLSearchParams({ To: message.address, From: from, Body: shorten(message.text, 1_600) });
      if (config.VITRINA_SMS_CALLBACK_URL) form.set('StatusCallback', config.VITRINA_SMS_CALLBACK_URL);
      const headers = {
        authorization,
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': message.idempotencyKey,
      };
      const called = await http.post({ url: target, headers, body: form.toString() }, signal);
      return 'outcome' in called ? called.outcome : outcomeOf(called.answer, now());
    },
    close: () => http.close(),
  };
};
