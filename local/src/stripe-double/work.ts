import { newId, nowSeconds } from './ids.ts';
import type { Settings } from './settings.ts';
import type { AnyObject, StripeEvent } from './shapes/index.ts';
import type { Transaction } from './store.ts';

/** The account whose secret key the market holds. Connected accounts are its objects. */
export const PLATFORM_ACCOUNT = 'acct_1PlatformOfDouble000000';

/** The newest version the official SDK 23.1 was generated from; events are rendered in it. */
export const API_VERSION = '2026-10-28.endive';

/** Something that happens by itself later. Kept in the journal, so a restart does not forget a payout under way. */
export interface Task {
  id: string;
  kind: 'settle_payout' | 'settle_refund';
  target: string;
  account: string;
  dueAtMs: number;
}

/** One request's or task's unit of work: everything it reads and changes, applied at once or not at all. */
export interface Work {
  readonly tx: Transaction;
  readonly account: string;
  readonly settings: Settings;
  /** Where this server is reached by a browser, for challenge pages. */
  readonly publicUrl: string;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly events: StripeEvent[];
  readonly tasks: Task[];
  readonly doneTasks: string[];
}

/** Records a fact. It is stored with the change itself and sent to webhooks after the commit. */
export function emit(work: Work, type: string, object: AnyObject | object, account = work.account): void {
  const event: StripeEvent = {
    id: newId('evt'),
    object: 'event',
    ...(account === PLATFORM_ACCOUNT ? {} : { account }),
    api_version: API_VERSION,
    created: nowSeconds(),
    data: { object },
    livemode: false,
    pending_webhooks: 0,
    request: { ...work.request },
    type,
  };
  work.events.push(event);
}

/** Plans a change for later, as a part of this unit of work: it is forgotten if the work is. */
export function schedule(work: Work, kind: Task['kind'], target: string, delayMs: number): void {
  work.tasks.push({ id: newId('task'), kind, target, account: work.account, dueAtMs: Date.now() + delayMs });
}
