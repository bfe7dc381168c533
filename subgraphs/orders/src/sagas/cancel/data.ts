import type { SagaScope } from '@vitrina/platform/saga';
import type { Ports } from '../../ports.ts';

/** What the saga remembers; its subject is the order. */
export type CancelData = {
  readonly groupId: string;
  /** Whether there is anything to give back: goods and money moved only when the purchase was settled. */
  readonly settled?: boolean;
  readonly refundState?: string;
};

export type CancelScope = SagaScope<Ports, CancelData>;

export const cancelSagaName = 'orders.cancel';
