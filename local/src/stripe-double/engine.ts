import type { IdempotencyKeys, StoredAnswer } from './idempotency.ts';
import type { Journal } from './journal.ts';
import { markPaid } from './resources/payouts.ts';
import { settleRefund } from './resources/refunds.ts';
import type { Settings } from './settings.ts';
import type { StripeEvent } from './shapes/index.ts';
import { type Store, type StoredRecord, Transaction } from './store.ts';
import type { WebhookDelivery } from './webhooks/delivery.ts';
import type { Outgoing, WebhookDispatch } from './webhooks/dispatch.ts';
import { PLATFORM_ACCOUNT, type Task, type Work } from './work.ts';

/** One line of the journal: everything one unit of work changed. Short names, since there are many. */
export interface JournalEntry {
  w?: StoredRecord[];
  r?: string[];
  a?: StoredAnswer;
  t?: Task[];
  x?: string[];
  /** An event reached an endpoint. */
  d?: [eventId: string, endpointId: string];
}

/** Stands in the journal for an event's object when the same version is on the same line already. */
interface SameLine {
  $w: number;
}

/** Events carry the whole object; written in full, they would make the journal twice as long. */
function withoutCopies(records: StoredRecord[]): StoredRecord[] {
  const places = new Map<object, number>(records.map((record, index) => [record.object, index]));
  return records.map((record) => {
    if (record.object.object !== 'event') return record;
    const place = places.get(record.object.data.object);
    if (place === undefined) return record;
    const reference: SameLine = { $w: place };
    return { ...record, object: { ...record.object, data: { object: reference } } };
  });
}

function withCopies(records: StoredRecord[]): StoredRecord[] {
  return records.map((record) => {
    if (record.object.object !== 'event' || !('$w' in record.object.data.object)) return record;
    const { $w: place } = record.object.data.object as SameLine;
    const original = records[place];
    if (!original) throw new Error(`The journal names a record ${place} that its line does not have`);
    return { ...record, object: { ...record.object, data: { object: original.object } } };
  });
}

interface EngineParts {
  store: Store;
  keys: IdempotencyKeys;
  journal: Journal | undefined;
  delivery: WebhookDelivery;
  dispatch: WebhookDispatch;
  settings: Settings;
  publicUrl: () => string;
  log: (message: string) => void;
}

/** Begins and commits units of work, and runs what happens by itself later. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #tasks = new Map<string, Task>();
  #isClosed = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  begin(account: string, request: Work['request'] = { id: null, idempotency_key: null }): Work {
    const { store, settings, publicUrl } = this.#parts;
    return {
      tx: new Transaction(store, account),
      account,
      settings,
      publicUrl: publicUrl(),
      request,
      events: [],
      tasks: [],
      doneTasks: [],
    };
  }

  #storeEvents(work: Work): Outgoing[] {
    return work.events.map((event) => {
      const endpoints = this.#parts.delivery.endpointsFor(event);
      const stored: StripeEvent = { ...event, pending_webhooks: endpoints.length };
      work.tx.put(stored, { owner: event.account ?? PLATFORM_ACCOUNT, hidden: { owedTo: endpoints.join(' ') } });
      return this.#parts.dispatch.plan(stored, endpoints);
    });
  }

  /**
   * Applies a unit of work and the answer stored for its idempotency key as one line of the journal, then waits for
   * the disk. What has not been answered may be lost by a crash; what has been answered may not.
   */
  async commit(work: Work, answer?: StoredAnswer): Promise<Outgoing[]> {
    const { store, keys, journal } = this.#parts;
    const outgoing = this.#storeEvents(work);
    const written = [...work.tx.written];
    const removed = [...work.tx.removed];
    if (written.length > 0 || removed.length > 0 || answer || work.doneTasks.length > 0) {
      const entry: JournalEntry = { w: withoutCopies(written) };
      if (removed.length > 0) entry.r = removed;
      if (answer) entry.a = answer;
      if (work.tasks.length > 0) entry.t = work.tasks;
      if (work.doneTasks.length > 0) entry.x = work.doneTasks;
      journal?.append(entry);
    }
    store.apply(written, removed);
    if (answer) keys.keep(answer);
    for (const id of work.doneTasks) this.#tasks.delete(id);
    for (const task of work.tasks) this.#startTask(task);
    // Also a read waits: what it saw must not be undone by a crash.
    await journal?.flushed();
    return outgoing;
  }

  /** Resolves when all that was committed so far is on the disk. */
  async flushed(): Promise<void> {
    await this.#parts.journal?.flushed();
  }

  /** Runs a change that no API request asked for: a challenge page, the control API, a task. */
  async run<T>(account: string, change: (work: Work) => T): Promise<T> {
    const work = this.begin(account);
    const result = change(work);
    const outgoing = await this.commit(work);
    await this.#parts.dispatch.beforeResponse(outgoing);
    this.#parts.dispatch.afterResponse(outgoing);
    return result;
  }

  #startTask(task: Task): void {
    this.#tasks.set(task.id, task);
    if (this.#isClosed) return;
    const timer = setTimeout(() => void this.#runTask(task), Math.max(0, task.dueAtMs - Date.now()));
    this.#timers.set(task.id, timer);
  }

  async #runTask(task: Task): Promise<void> {
    this.#timers.delete(task.id);
    try {
      await this.run(task.account, (work) => {
        work.doneTasks.push(task.id);
        if (task.kind === 'settle_refund') settleRefund(work, task.target);
        else if (work.tx.find('payout', task.target)) markPaid(work, task.target);
      });
    } catch (error) {
      this.#parts.log(`stripe double: ${task.kind} of ${task.target} failed: ${String(error)}`);
    }
  }

  /** An endpoint took an event: it is owed once less. Written without waiting, since a repetition does no harm. */
  delivered(eventId: string, endpointId: string): void {
    this.#settle(eventId, endpointId);
    this.#parts.journal?.append({ d: [eventId, endpointId] } satisfies JournalEntry);
    this.#parts.journal?.flushed().catch((error) => this.#parts.log(String(error)));
  }

  #settle(eventId: string, endpointId: string): void {
    const record = this.#parts.store.get(eventId);
    if (record?.object.object !== 'event') return;
    const owed = (record.hidden.owedTo ?? '').split(' ').filter((id) => id !== '' && id !== endpointId);
    const object = { ...record.object, pending_webhooks: owed.length };
    this.#parts.store.apply([{ ...record, object, hidden: { ...record.hidden, owedTo: owed.join(' ') } }], []);
  }

  /** Brings the books back to what the journal says. */
  replay(entries: readonly unknown[]): void {
    for (const raw of entries) {
      // The journal is written by this class alone; its lines are trusted.
      const entry = raw as JournalEntry;
      this.#parts.store.apply(withCopies(entry.w ?? []), entry.r ?? []);
      if (entry.a) this.#parts.keys.keep(entry.a);
      for (const task of entry.t ?? []) this.#tasks.set(task.id, task);
      for (const id of entry.x ?? []) this.#tasks.delete(id);
      if (entry.d) this.#settle(...entry.d);
    }
  }

  /** The books as a fresh journal. */
  *snapshot(): Generator<JournalEntry> {
    for (const record of this.#parts.store.records()) yield { w: [record] };
    for (const answer of this.#parts.keys.all()) yield { a: answer };
    if (this.#tasks.size > 0) yield { t: [...this.#tasks.values()] };
  }

  /** After a restart: unfinished tasks and events not yet taken by their endpoints go on. */
  resume(): void {
    for (const task of this.#tasks.values()) this.#startTask(task);
    for (const { object, hidden } of this.#parts.store.all('event')) {
      for (const endpoint of (hidden.owedTo ?? '').split(' ')) {
        if (endpoint !== '') this.#parts.delivery.enqueue(object.id, endpoint);
      }
    }
  }

  get hasTasks(): boolean {
    return this.#tasks.size > 0;
  }

  /** Forgets every object, key and task. Used by tests between cases. */
  async reset(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#tasks.clear();
    this.#parts.store.clear();
    this.#parts.keys.clear();
    await this.#parts.journal?.compact([]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await this.#parts.journal?.close();
  }
}
