import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type Answer,
  type Exchange,
  type Fault,
  heardUnless,
  json,
  type Phone,
  type ProviderDouble,
} from '../phone-double/contract.ts';
import { signReceipt } from './signature.ts';

/** The account the double knows. */
export interface SmsDoubleAccount {
  readonly account: string;
  readonly token: string;
}

interface Taken {
  readonly sid: string;
  readonly digest: string;
}

const refusal = (
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, headers);

const onDemand = (fault: Fault | undefined): Answer | undefined => {
  const later = { 'retry-after': String(fault?.retryAfterSeconds) };
  switch (fault?.kind) {
    case 'RATE_LIMITED':
      return refusal(429, 20429, 'Too many requests.', later);
    case 'UNAVAILABLE':
      return refusal(503, 20503, 'Service unavailable.', later);
    case 'SERVER_ERROR':
      return refusal(500, 20500, 'Internal server error.');
    case 'REFUSED':
      return refusal(400, 21408, 'No permission to send to this region.');
    case 'TOO_LARGE':
      return refusal(400, 21617, 'The body has more than 1600 characters.');
    case 'GONE':
      return refusal(400, 21610, 'The recipient has unsubscribed.');
    default:
      return undefined;
  }
};

/** What the API says about the fields; numbers ending in 5550001 do not exist, as among Twilio's test numbers. */
const fieldFault = (fields: URLSearchParams): Answer | undefined => {
  const to = fields.get('To') ?? '';
  const body = fields.get('Body') ?? '';
  if (!/^\+[1-9]\d{6,14}$/.test(to) || to.endsWith('5550001')) return refusal(400, 21211, `'To' is not a number.`);
  if (!fields.get('From')) return refusal(400, 21603, `'From' is required.`);
  if (body === '') return refusal(400, 21602, 'The body is required.');
  if (body.length > 1_600) return refusal(400, 21617, 'The body has more than 1600 characters.');
  return undefined;
};

/** An SMS provider with Twilio's API for messages, its receipts included. */
class SmsDouble implements ProviderDouble {
  readonly name = 'sms';
  readonly #phone: Phone;
  readonly #account: SmsDoubleAccount;
  readonly #byKey = new Map<string, Taken>();
  readonly #sent = new Map<string, { readonly to: string; readonly callback: string | null }>();

  constructor(phone: Phone, account: SmsDoubleAccount) {
    this.#phone = phone;
    this.#account = account;
  }

  readonly serves = (path: string): boolean => path.startsWith('/2010-04-01/');
  readonly keep = () => undefined;

  readonly call = async ({ method, path, header, body }: Exchange, fault: Fault | undefined): Promise<Answer> => {
    const { account, token } = this.#account;
    if (method !== 'POST' || path !== `/2010-04-01/Accounts/${account}/Messages.json`)
      return refusal(404, 20404, 'The resource was not found.');
    if (header('authorization') !== `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`)
      return refusal(401, 20003, 'Authenticate.');
    if (header('content-type')?.split(';')[0] !== 'application/x-www-form-urlencoded')
      return refusal(400, 20001, 'Fields are form-encoded.');
    const fields = new URLSearchParams(body.toString('utf8'));
    const bad = fieldFault(fields) ?? onDemand(fault);
    if (bad) return bad;
    const taken = this.#take(fields, header('idempotency-key'));
    if (!taken) return refusal(409, 20409, 'The Idempotency-Key was used for another message.');
    return heardUnless(
      fault,
      json(201, { sid: taken.sid, account_sid: account, status: 'queued', to: fields.get('To'), error_code: null }),
    );
  };

  readonly control = async (action: string, input: Readonly<Record<string, unknown>>): Promise<object | undefined> => {
    if (action !== 'receipt') return undefined;
    const { sid, status, errorCode } = receiptInput.parse(input);
    return this.#receipt(sid, status, errorCode);
  };

  /** The message under this key; undefined when the key was used for another one. */
  #take(fields: URLSearchParams, key: string | undefined): Taken | undefined {
    const digest = createHash('sha256').update(fields.toString()).digest('hex');
    const before = key ? this.#byKey.get(key) : undefined;
    if (before) return before.digest === digest ? before : undefined;
    const to = fields.get('To') ?? '';
    const details = { from: fields.get('From'), idempotencyKey: key ?? null };
    const { id } = this.#phone.show({ provider: 'sms', to, title: null, text: fields.get('Body') ?? '', details });
    const taken = { sid: `SM${id.replaceAll('-', '')}`, digest };
    if (key) this.#byKey.set(key, taken);
    this.#sent.set(taken.sid, { to, callback: fields.get('StatusCallback') });
    setTimeout(() => void this.#receipt(taken.sid, 'delivered'), 50).unref();
    return taken;
  }

  /** Tells the caller what became of a message, as the provider does by itself seconds later. */
  async #receipt(sid: string, status: string, errorCode?: string): Promise<{ readonly status: number | null }> {
    const message = this.#sent.get(sid);
    if (!message?.callback) return { status: null };
    const { account, token } = this.#account;
    const fields = new URLSearchParams({ MessageSid: sid, MessageStatus: status, AccountSid: account, To: message.to });
    if (errorCode) fields.set('ErrorCode', errorCode);
    const response = await fetch(message.callback, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signReceipt(token, message.callback, fields),
      },
      body: fields.toString(),
    }).catch(() => undefined);
    return { status: response?.status ?? null };
  }
}

const receiptInput = z.object({ sid: z.string(), status: z.string(), errorCode: z.string().optional() });

/** Nothing of it outlives a restart: numbers need no registration. */
export const createSmsDouble = (phone: Phone, account: SmsDoubleAccount): ProviderDouble =>
  new SmsDouble(phone, account);
