import type { z } from 'zod';
import type { Books } from '../books.ts';
import type { FaultRule, FaultRuleInput } from '../faults.ts';
import type { Settings } from '../settings.ts';
import type { Account, BalanceTransaction, Dispute, PaymentIntent, Payout, SetupIntent } from '../shapes/index.ts';
import type { DeliveryAttempt } from '../webhooks/delivery.ts';
import type { WebhookModeInput, WebhookRule } from '../webhooks/modes.ts';
import type { accountChangeSchema, disputeSchema, topUpSchema } from './routes.ts';

/** Drives a running double from any process: faults, webhook modes, the issuer's and the bank's side, and the books. */
export interface StripeDoubleControl {
  /** True when the server answers. */
  health(): Promise<boolean>;
  /** What really happened. `groupBy` names a metadata key to add the figures up by, e.g. `order_id`. */
  books(groupBy?: string): Promise<Books>;
  /** Makes the next matching requests go wrong. */
  addFault(rule: FaultRuleInput): Promise<FaultRule>;
  faults(): Promise<FaultRule[]>;
  clearFaults(): Promise<void>;
  /** Makes the next matching events arrive in an unusual way. */
  addWebhookMode(rule: WebhookModeInput): Promise<WebhookRule>;
  clearWebhookModes(): Promise<void>;
  /** The last 2,000 delivery attempts, oldest first. */
  deliveries(): Promise<DeliveryAttempt[]>;
  /** Waits until no webhook and no scheduled change is outstanding; false after the time given. */
  whenIdle(timeoutMs?: number): Promise<boolean>;
  /** Sends an event again to every endpoint that hears it. */
  resendEvent(eventId: string, times?: number): Promise<void>;
  /** Ends a 3-D Secure challenge without the page. */
  authenticate(intentId: string, outcome: 'approve' | 'fail'): Promise<PaymentIntent | SetupIntent>;
  openDispute(dispute: z.input<typeof disputeSchema>): Promise<Dispute>;
  resolveDispute(disputeId: string, status: 'won' | 'lost'): Promise<Dispute>;
  settlePayout(
    payoutId: string,
    outcome: { status: 'paid' } | { status: 'failed'; failure_code?: string },
  ): Promise<Payout>;
  /** Plays Stripe's verification: capabilities and flags of a connected account change, with `account.updated`. */
  changeAccount(accountId: string, change: z.input<typeof accountChangeSchema>): Promise<Account>;
  /** Adds money to a balance, the platform's unless an account is named. */
  topUp(topUp: z.input<typeof topUpSchema>): Promise<BalanceTransaction>;
  settings(change?: Partial<Settings>): Promise<Settings>;
  /** Empties the books. The configured webhook stays. */
  reset(): Promise<void>;
}

/** A control client for the double at `url` (`http://127.0.0.1:12111`). */
export function connectStripeDoubleControl(url: string): StripeDoubleControl {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/_control/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`Stripe double: ${method} /_control/${path} answered ${response.status}: ${text}`);
    // Both sides are this folder; the types of the routes are the contract.
    return JSON.parse(text) as T;
  }
  const get = <T>(path: string) => call<T>('GET', path);
  const post = <T>(path: string, body: object = {}) => call<T>('POST', path, body);
  return {
    health: async () => (await get<{ ok: boolean }>('health')).ok,
    books: (groupBy) => get(groupBy ? `books?groupBy=${encodeURIComponent(groupBy)}` : 'books'),
    addFault: (rule) => post('faults', rule),
    faults: () => get('faults'),
    clearFaults: async () => void (await call('DELETE', 'faults')),
    addWebhookMode: (rule) => post('webhooks/modes', rule),
    clearWebhookModes: async () => void (await call('DELETE', 'webhooks/modes')),
    deliveries: () => get('webhooks/deliveries'),
    whenIdle: async (timeoutMs = 25_000) => (await get<{ idle: boolean }>(`webhooks/idle?timeoutMs=${timeoutMs}`)).idle,
    resendEvent: async (eventId, times = 1) => void (await post(`events/${eventId}/resend`, { times })),
    authenticate: (intentId, outcome) => post(`authentications/${intentId}`, { outcome }),
    openDispute: (dispute) => post('disputes', dispute),
    resolveDispute: (disputeId, status) => post(`disputes/${disputeId}`, { status }),
    settlePayout: (payoutId, outcome) => post(`payouts/${payoutId}`, outcome),
    changeAccount: (accountId, change) => post(`accounts/${accountId}`, change),
    topUp: (topUp) => post('top_ups', topUp),
    settings: (change) => (change ? post('settings', change) : get('settings')),
    reset: async () => void (await post('reset')),
  };
}
