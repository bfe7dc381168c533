import { setMaxListeners } from 'node:events';
import { nowSeconds } from '../ids.ts';
import { matchesType } from '../resources/events.ts';
import type { Settings } from '../settings.ts';
import type { StripeEvent } from '../shapes/index.ts';
import type { Store } from '../store.ts';
import { PLATFORM_ACCOUNT } from '../work.ts';
import { postWebhook } from './post.ts';
import { signatureHeader } from './signature.ts';

/** One attempt, as `GET /_control/webhooks/deliveries` shows it. */
export interface DeliveryAttempt {
  eventId: string;
  type: string;
  endpointId: string;
  attempt: number;
  atMs: number;
  outcome: 'delivered' | 'refused' | 'failed' | 'dropped';
  /** The endpoint's status, or why there was none. */
  detail: string;
}

interface Job {
  eventId: string;
  endpointId: string;
  attempt: number;
  dropFirst: number;
}

const LOG_LENGTH = 2_000;
const PARALLEL = 16;

interface DeliveryOptions {
  store: Store;
  settings: Settings;
  log: (message: string) => void;
  /** Called after a 2xx, so that the books remember that nothing is owed any more. */
  onDelivered: (eventId: string, endpointId: string) => void;
}

/** Sends events to their endpoints, some at a time, and tries again with growing pauses until one answers 2xx. */
export class WebhookDelivery {
  readonly #options: DeliveryOptions;
  readonly #queue: Job[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #attempts: DeliveryAttempt[] = [];
  readonly #abort = new AbortController();
  #active = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    // Every request under way listens; their number is bounded by PARALLEL and the requests that wait for webhooks.
    setMaxListeners(0, this.#abort.signal);
  }

  /** The enabled endpoints that want this event: the owner's own, or the platform's for its connected accounts. */
  endpointsFor(event: StripeEvent): string[] {
    const wanted: string[] = [];
    const account = event.account ?? PLATFORM_ACCOUNT;
    for (const { object: endpoint, owner, hidden } of this.#options.store.all('webhook_endpoint')) {
      const isOwn = owner === account && hidden.hears !== 'connected';
      const isConnected = owner === PLATFORM_ACCOUNT && account !== owner && hidden.hears !== 'platform';
      if (endpoint.status !== 'enabled' || !(isOwn || isConnected)) continue;
      if (endpoint.enabled_events.some((pattern) => matchesType(pattern, event.type))) wanted.push(endpoint.id);
    }
    return wanted;
  }

  enqueue(eventId: string, endpointId: string, dropFirst = 0): void {
    this.#queue.push({ eventId, endpointId, attempt: 1, dropFirst });
    this.#pump();
  }

  /** Runs `act` after a pause that `close` can end. */
  later(delayMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delayMs);
    this.#timers.add(timer);
  }

  #pump(): void {
    while (this.#active < PARALLEL) {
      const job = this.#queue.shift();
      if (!job || this.#abort.signal.aborted) return;
      this.#active++;
      void this.#run(job).finally(() => {
        this.#active--;
        this.#pump();
      });
    }
  }

  async #run(job: Job): Promise<void> {
    const isDone = await this.deliver(job.eventId, job.endpointId, job.attempt, job.dropFirst >= job.attempt);
    if (isDone || this.#abort.signal.aborted) return;
    const { webhookMaxAttempts, webhookRetryInitialMs, webhookRetryMaxMs } = this.#options.settings;
    if (job.attempt >= webhookMaxAttempts) {
      this.#options.log(`stripe double: gave up on ${job.eventId} for ${job.endpointId} after ${job.attempt} attempts`);
      return;
    }
    const pause = Math.min(webhookRetryMaxMs, webhookRetryInitialMs * 2 ** (job.attempt - 1));
    this.later(pause, () => {
      this.#queue.push({ ...job, attempt: job.attempt + 1 });
      this.#pump();
    });
  }

  /** One attempt. True when there is nothing left to do: delivered, or the event or endpoint is gone. */
  async deliver(eventId: string, endpointId: string, attempt = 1, isDropped = false): Promise<boolean> {
    const { store, settings, onDelivered } = this.#options;
    const event = store.get(eventId)?.object;
    const endpoint = store.get(endpointId);
    if (event?.object !== 'event' || endpoint?.object.object !== 'webhook_endpoint') return true;
    const note = (outcome: DeliveryAttempt['outcome'], detail: string): boolean => {
      this.#attempts.push({ eventId, type: event.type, endpointId, attempt, atMs: Date.now(), outcome, detail });
      if (this.#attempts.length > LOG_LENGTH) this.#attempts.shift();
      return outcome === 'delivered';
    };
    if (isDropped) return note('dropped', 'lost on demand');
    const body = JSON.stringify(event);
    const signature = signatureHeader(body, endpoint.hidden.secret ?? '', nowSeconds());
    try {
      const { url } = endpoint.object;
      const status = await postWebhook(url, body, signature, settings.webhookTimeoutMs, this.#abort.signal);
      if (status < 200 || status > 299) return note('refused', String(status));
      onDelivered(eventId, endpointId);
      return note('delivered', String(status));
    } catch (error) {
      return note('failed', error instanceof Error ? error.message : String(error));
    }
  }

  get attempts(): readonly DeliveryAttempt[] {
    return this.#attempts;
  }

  /** True when nothing is queued, on its way or waiting for a retry. */
  get isIdle(): boolean {
    return this.#active === 0 && this.#queue.length === 0 && this.#timers.size === 0;
  }

  close(): void {
    this.#abort.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#queue.length = 0;
  }
}
