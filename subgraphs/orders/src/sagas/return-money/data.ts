import type { SagaScope } from '@vitrina/platform/saga';
import type { Ports } from '../../ports.ts';

/** What the saga remembers; its subject is the refund that failed. */
export type ReturnData = {
  readonly groupId: string;
  readonly orderId: string;
  /** Minor units, as text: it survives JSON. */
  readonly amountMinor: string;
};

export type ReturnScope = SagaScope<Ports, ReturnData>;

export const returnMoneySagaName = 'orders.return-money';
