import type { Charge, PaymentIntent, Payout, Refund, Transfer } from './shapes/index.ts';
import type { Store } from './store.ts';

/** An intent as a judge needs it: how often money was really asked for, and how much moved. */
export interface BookedIntent {
  id: string;
  account: string;
  amount: number;
  currency: string;
  status: PaymentIntent['status'];
  metadata: Record<string, string>;
  transferGroup: string | null;
  created: number;
  /** Approved charges. More than one is a double charge. */
  timesCharged: number;
  timesDeclined: number;
  capturedMinor: number;
  refundedMinor: number;
  chargeIds: string[];
}

/** Everything that moved in one currency, in its minor unit. */
export interface CurrencyTotals {
  chargedTimes: number;
  capturedMinor: number;
  /** Held on cards and neither captured nor released. */
  heldMinor: number;
  refundedMinor: number;
  transferredMinor: number;
  reversedMinor: number;
  paidOutMinor: number;
}

type Owned<T> = T & { account: string };

/** The whole truth, for a judge that trusts neither the shop nor the answers it got. */
export interface Books {
  intents: BookedIntent[];
  charges: Owned<
    Pick<
      Charge,
      | 'id'
      | 'amount'
      | 'amount_captured'
      | 'amount_refunded'
      | 'captured'
      | 'currency'
      | 'metadata'
      | 'payment_intent'
      | 'refunded'
      | 'status'
    >
  >[];
  refunds: Owned<Pick<Refund, 'id' | 'amount' | 'charge' | 'currency' | 'metadata' | 'payment_intent' | 'status'>>[];
  transfers: Owned<
    Pick<
      Transfer,
      | 'id'
      | 'amount'
      | 'amount_reversed'
      | 'currency'
      | 'destination'
      | 'metadata'
      | 'source_transaction'
      | 'transfer_group'
    >
  >[];
  payouts: Owned<Pick<Payout, 'id' | 'amount' | 'currency' | 'metadata' | 'status'>>[];
  totals: Record<string, CurrencyTotals>;
  /** Present when `groupBy` named a metadata key: the same figures per value of that key. */
  groups?: Record<string, { intents: number; chargedTimes: number; capturedMinor: number; refundedMinor: number }>;
}

function emptyTotals(): CurrencyTotals {
  return {
    chargedTimes: 0,
    capturedMinor: 0,
    heldMinor: 0,
    refundedMinor: 0,
    transferredMinor: 0,
    reversedMinor: 0,
    paidOutMinor: 0,
  };
}

class Tally {
  readonly totals: Record<string, CurrencyTotals> = {};

  of(currency: string): CurrencyTotals {
    this.totals[currency] ??= emptyTotals();
    return this.totals[currency];
  }
}

function bookIntents(store: Store): Map<string, BookedIntent> {
  const intents = new Map<string, BookedIntent>();
  for (const { object, owner } of store.all('payment_intent')) {
    intents.set(object.id, {
      id: object.id,
      account: owner,
      amount: object.amount,
      currency: object.currency,
      status: object.status,
      metadata: object.metadata,
      transferGroup: object.transfer_group,
      created: object.created,
      timesCharged: 0,
      timesDeclined: 0,
      capturedMinor: 0,
      refundedMinor: 0,
      chargeIds: [],
    });
  }
  return intents;
}

function bookCharges(store: Store, intents: Map<string, BookedIntent>, tally: Tally): Books['charges'] {
  const charges: Books['charges'] = [];
  for (const { object, owner } of store.all('charge')) {
    // `py_…` is the receiving side of a transfer, not money taken from a card.
    if (object.source_transfer) continue;
    const {
      id,
      amount,
      amount_captured,
      amount_refunded,
      captured,
      currency,
      metadata,
      payment_intent,
      refunded,
      status,
    } = object;
    charges.push({
      account: owner,
      id,
      amount,
      amount_captured,
      amount_refunded,
      captured,
      currency,
      metadata,
      payment_intent,
      refunded,
      status,
    });
    const totals = tally.of(currency);
    const intent = intents.get(payment_intent ?? '');
    intent?.chargeIds.push(id);
    if (status === 'failed') {
      if (intent) intent.timesDeclined++;
      continue;
    }
    totals.chargedTimes++;
    totals.capturedMinor += amount_captured;
    if (!captured && !refunded) totals.heldMinor += amount;
    if (intent) {
      intent.timesCharged++;
      intent.capturedMinor += amount_captured;
    }
  }
  return charges;
}

function bookRefunds(store: Store, intents: Map<string, BookedIntent>, tally: Tally): Books['refunds'] {
  const refunds: Books['refunds'] = [];
  for (const { object, owner } of store.all('refund')) {
    // `pyr_…` is the receiving side of a transfer reversal.
    if (object.id.startsWith('pyr_')) continue;
    const { id, amount, charge, currency, metadata, payment_intent, status } = object;
    refunds.push({ account: owner, id, amount, charge, currency, metadata, payment_intent, status });
    if (status === 'failed') continue;
    tally.of(currency).refundedMinor += amount;
    const intent = intents.get(payment_intent ?? '');
    if (intent) intent.refundedMinor += amount;
  }
  return refunds;
}

function bookTransfers(store: Store, tally: Tally): Books['transfers'] {
  return [...store.all('transfer')].map(({ object, owner }) => {
    const { id, amount, amount_reversed, currency, destination, metadata, source_transaction, transfer_group } = object;
    tally.of(currency).transferredMinor += amount;
    tally.of(currency).reversedMinor += amount_reversed;
    return {
      account: owner,
      id,
      amount,
      amount_reversed,
      currency,
      destination,
      metadata,
      source_transaction,
      transfer_group,
    };
  });
}

function bookPayouts(store: Store, tally: Tally): Books['payouts'] {
  return [...store.all('payout')].map(({ object, owner }) => {
    const { id, amount, currency, metadata, status } = object;
    if (status === 'paid') tally.of(currency).paidOutMinor += amount;
    return { account: owner, id, amount, currency, metadata, status };
  });
}

function groupByMetadata(intents: Iterable<BookedIntent>, key: string): NonNullable<Books['groups']> {
  const groups = new Map<string, NonNullable<Books['groups']>[string]>();
  for (const intent of intents) {
    const name = intent.metadata[key];
    if (name === undefined) continue;
    const group = groups.get(name) ?? { intents: 0, chargedTimes: 0, capturedMinor: 0, refundedMinor: 0 };
    group.intents++;
    group.chargedTimes += intent.timesCharged;
    group.capturedMinor += intent.capturedMinor;
    group.refundedMinor += intent.refundedMinor;
    groups.set(name, group);
  }
  return Object.fromEntries(groups);
}

/**
 * What really happened, counted from the charges and not from what anybody was told. `groupBy` names a metadata key
 * (say `order_id`), since a double charge usually hides in two intents of one order.
 */
export function readBooks(store: Store, groupBy?: string): Books {
  const tally = new Tally();
  const intents = bookIntents(store);
  const charges = bookCharges(store, intents, tally);
  const refunds = bookRefunds(store, intents, tally);
  const transfers = bookTransfers(store, tally);
  const payouts = bookPayouts(store, tally);
  const groups = groupBy ? groupByMetadata(intents.values(), groupBy) : undefined;
  return {
    intents: [...intents.values()],
    charges,
    refunds,
    transfers,
    payouts,
    totals: tally.totals,
    ...(groups ? { groups } : {}),
  };
}
