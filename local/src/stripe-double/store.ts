import { addTo, BalanceIndex, type BalanceSums } from './balance-index.ts';
import { resourceMissing } from './errors.ts';
import { nowSeconds } from './ids.ts';
import type { AnyObject, ObjectType, ObjectTypes } from './shapes/index.ts';

/** Facts about an object that the API never shows: which test card it is, a webhook's secret. */
export type Hidden = Readonly<Record<string, string>>;

/** An object version and the account that owns it. Versions are never changed in place: events share them. */
export interface StoredRecord {
  readonly owner: string;
  readonly seq: number;
  readonly object: AnyObject;
  readonly hidden: Hidden;
}

const KEPT_EVENTS = 20_000;

/** The books in memory: the newest version of each object, and per type the ids in creation order. */
export class Store {
  readonly #records = new Map<string, StoredRecord>();
  readonly #order = new Map<ObjectType, string[]>();
  readonly balances = new BalanceIndex();
  #seq = 0;

  nextSeq(): number {
    return ++this.#seq;
  }

  get(id: string): StoredRecord | undefined {
    return this.#records.get(id);
  }

  /** Ids of one type, oldest first, of all accounts. */
  idsOf(type: ObjectType): readonly string[] {
    return this.#order.get(type) ?? [];
  }

  *all<T extends ObjectType>(type: T): Generator<StoredRecord & { object: ObjectTypes[T] }> {
    for (const id of this.idsOf(type)) {
      const record = this.#records.get(id);
      if (record && isOf(record, type)) yield record;
    }
  }

  apply(records: Iterable<StoredRecord>, removed: Iterable<string>): void {
    for (const record of records) {
      const { id, object: type } = record.object;
      this.#seq = Math.max(this.#seq, record.seq);
      if (!this.#records.has(id)) {
        this.#listOf(type).push(id);
        if (isOf(record, 'balance_transaction')) this.balances.add(record.owner, record.object);
      }
      this.#records.set(id, record);
    }
    for (const id of removed) this.#remove(id);
    this.#forgetOldEvents();
  }

  #listOf(type: ObjectType): string[] {
    let ids = this.#order.get(type);
    if (!ids) {
      ids = [];
      this.#order.set(type, ids);
    }
    return ids;
  }

  #remove(id: string): void {
    const record = this.#records.get(id);
    if (!record) return;
    this.#records.delete(id);
    const ids = this.#listOf(record.object.object);
    const at = ids.indexOf(id);
    if (at >= 0) ids.splice(at, 1);
  }

  /** Stripe keeps events 30 days; the double keeps a number of them, so that a long bench does not fill the memory. */
  #forgetOldEvents(): void {
    const ids = this.#listOf('event');
    if (ids.length < KEPT_EVENTS * 1.1) return;
    for (const id of ids.splice(0, ids.length - KEPT_EVENTS)) this.#records.delete(id);
  }

  *records(): Generator<StoredRecord> {
    yield* this.#records.values();
  }

  clear(): void {
    this.#records.clear();
    this.#order.clear();
    this.balances.clear();
  }
}

function isOf<T extends ObjectType>(
  record: StoredRecord,
  type: T,
): record is StoredRecord & { object: ObjectTypes[T] } {
  return record.object.object === type;
}

/** Reads see this request's own writes; nothing reaches the store before the commit. */
export class Transaction {
  readonly account: string;
  readonly #store: Store;
  readonly #written = new Map<string, StoredRecord>();
  readonly #removed = new Set<string>();

  constructor(store: Store, account: string) {
    this.#store = store;
    this.account = account;
  }

  #record(id: string): StoredRecord | undefined {
    if (this.#removed.has(id)) return undefined;
    return this.#written.get(id) ?? this.#store.get(id);
  }

  /** Another account's object looks like one that does not exist. */
  find<T extends ObjectType>(type: T, id: string, account = this.account): ObjectTypes[T] | undefined {
    const record = this.#record(id);
    return record && isOf(record, type) && record.owner === account ? record.object : undefined;
  }

  require<T extends ObjectType>(type: T, id: string, param = 'id'): ObjectTypes[T] {
    const found = this.find(type, id);
    if (!found) throw resourceMissing(type, id, param);
    return found;
  }

  /** Any account's object, for joins that have checked the owner themselves. */
  anyOf(id: string): AnyObject | undefined {
    return this.#record(id)?.object;
  }

  ownerOf(id: string): string | undefined {
    return this.#record(id)?.owner;
  }

  hidden(id: string): Hidden {
    return this.#record(id)?.hidden ?? {};
  }

  put<T extends AnyObject>(object: T, change: { owner?: string; hidden?: Hidden } = {}): T {
    const before = this.#record(object.id);
    this.#written.set(object.id, {
      owner: before?.owner ?? change.owner ?? this.account,
      seq: before?.seq ?? this.#store.nextSeq(),
      object,
      hidden: { ...before?.hidden, ...change.hidden },
    });
    return object;
  }

  remove(id: string): void {
    this.#written.delete(id);
    this.#removed.add(id);
  }

  /** All objects of a type as this request sees them, oldest first. */
  *all<T extends ObjectType>(type: T): Generator<StoredRecord & { object: ObjectTypes[T] }> {
    for (const id of this.#store.idsOf(type)) {
      const record = this.#record(id);
      if (record && isOf(record, type)) yield record;
    }
    for (const [id, record] of this.#written) {
      if (!this.#store.get(id) && isOf(record, type)) yield record;
    }
  }

  balanceSums(account: string): BalanceSums {
    const sums = this.#store.balances.sums(account);
    const now = nowSeconds();
    for (const record of this.#written.values()) {
      if (record.owner !== account || !isOf(record, 'balance_transaction')) continue;
      addTo(record.object.available_on > now ? sums.pending : sums.available, record.object);
    }
    return sums;
  }

  get written(): Iterable<StoredRecord> {
    return this.#written.values();
  }

  get removed(): Iterable<string> {
    return this.#removed;
  }
}
