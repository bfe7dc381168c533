import type { BookedIntent } from '../stripe-double/index.ts';

/** Units of one variant. */
export interface Units {
  readonly variantId: string;
  readonly quantity: number;
}

/** One shop's part of a purchase, as orders and payments know it. Amounts are minor units. */
export interface OrderFact {
  readonly id: string;
  readonly groupId: string;
  readonly status: string;
  readonly paymentStatus: string;
  readonly totalMinor: bigint;
  readonly lines: readonly Units[];
  /** How many ledger transactions say that money for it came in. */
  readonly timesFunded: number;
  /** What these, and the returns after them, add up to in its escrow and what left it: money that stayed with us. */
  readonly fundedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** One checkout. */
export interface GroupFact {
  readonly id: string;
  readonly cartId: string | null;
  readonly phase: string;
  readonly terms: string;
  readonly totalMinor: bigint;
}

export interface SagaFact {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly state: string;
  readonly step: string | null;
  readonly lastError: string | null;
}

export interface ReservationFact {
  readonly reference: string;
  readonly state: string;
  readonly lines: readonly Units[];
}

export interface StockFact {
  readonly variantId: string;
  readonly onHand: number;
  readonly reserved: number;
}

export interface PaymentFact {
  readonly id: string;
  readonly groupId: string;
  readonly provider: string;
  readonly state: string;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** Something that waits for somebody, named well enough to be looked up. */
export interface OpenItem {
  readonly kind: 'outbox' | 'delivery' | 'parked delivery' | 'provider call' | 'refund' | 'webhook';
  readonly id: string;
}

/** Everything a judge looks at: the databases of the contexts and the provider's own books, read when all is quiet. */
export interface Evidence {
  readonly groups: readonly GroupFact[];
  readonly orders: readonly OrderFact[];
  readonly sagas: readonly SagaFact[];
  readonly reservations: readonly ReservationFact[];
  readonly restocked: readonly Units[];
  readonly stock: readonly StockFact[];
  readonly payments: readonly PaymentFact[];
  /** Ledger transactions whose postings of one currency do not add up to zero. */
  readonly unbalanced: readonly string[];
  readonly open: readonly OpenItem[];
  readonly intents: readonly BookedIntent[];
}

/** What a client was told about one checkout; absent parts were never answered. */
export interface Claim {
  readonly key: string;
  readonly cartId: string;
  readonly groupId: string | null;
  /** Last status heard. */
  readonly status: string | null;
  /** How it has to end whatever is killed; null when both ends are right. */
  readonly mustEnd: 'SETTLED' | 'CANCELLED' | null;
}

/** Units on hand by variant before the first checkout. */
export type OpeningStock = ReadonlyMap<string, number>;
