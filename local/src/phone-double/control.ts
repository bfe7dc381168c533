import type { InboxEntry, ProviderName } from './contract.ts';
import type { FaultRuleInput } from './faults.ts';

/** What a browser has after it subscribed, as `PushSubscription.toJSON()` gives it. */
export interface PushSubscriptionJson {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Drives a running phone from any process. */
export interface PhoneControl {
  inbox(provider?: ProviderName): Promise<readonly InboxEntry[]>;
  clearInbox(): Promise<void>;
  addFault(rule: FaultRuleInput): Promise<void>;
  clearFaults(): Promise<void>;
  /** A browser subscribes under a VAPID public key. */
  subscribe(applicationServerKey: string): Promise<PushSubscriptionJson>;
  /** The browser ends the subscription: from now on it answers 410. */
  unsubscribe(endpoint: string): Promise<void>;
  /** A person writes to the bot; the answer is the status of the bot's webhook. */
  say(chatId: number, text: string): Promise<{ readonly webhookStatus: number | null }>;
  block(chatId: number): Promise<void>;
  /** Sends a receipt for an SMS; the answer is the status of the receiver. */
  receipt(sid: string, status: string, errorCode?: string): Promise<{ readonly status: number | null }>;
}

/** A control client for the phone at `url`. */
export const connectPhoneControl = (url: string): PhoneControl => {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/_control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok)
      throw new Error(`Phone double: ${method} ${path} answered ${response.status}: ${await response.text()}`);
    // Both sides are this folder; the types of the routes are the contract.
    return (await response.json()) as T;
  };
  return {
    inbox: async (provider) =>
      (await call<{ messages: InboxEntry[] }>('GET', provider ? `inbox?provider=${provider}` : 'inbox')).messages,
    clearInbox: async () => void (await call('DELETE', 'inbox')),
    addFault: async (rule) => void (await call('POST', 'faults', rule)),
    clearFaults: async () => void (await call('DELETE', 'faults')),
    subscribe: (applicationServerKey) => call('POST', 'push/subscribe', { applicationServerKey }),
    unsubscribe: async (endpoint) => void (await call('POST', 'push/unsubscribe', { endpoint })),
    say: (chatId, text) => call('POST', 'telegram/say', { chatId, text }),
    block: async (chatId) => void (await call('POST', 'telegram/block', { chatId })),
    receipt: (sid, status, errorCode) => call('POST', 'sms/receipt', { sid, status, ...(errorCode && { errorCode }) }),
  };
};
