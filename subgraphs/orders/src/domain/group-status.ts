import type { OrderStatus } from './order-state.ts';

/** How far the purchase itself has come; CONFIRMED until capture and stock are settled too. */
export type GroupPhase = 'PROCESSING' | 'REQUIRES_ACTION' | 'CONFIRMED' | 'SETTLED' | 'CANCELLED';

export type GroupStatus =
  | 'PROCESSING'
  | 'REQUIRES_ACTION'
  | 'CONFIRMED'
  | 'PARTLY_SHIPPED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CANCELLED';

const sent: readonly OrderStatus[] = ['SHIPPED', 'DELIVERED', 'COMPLETED'];
const arrived: readonly OrderStatus[] = ['DELIVERED', 'COMPLETED'];

/** The group's status, derived: cancelled orders do not count unless all are. */
export const groupStatus = (phase: GroupPhase, orders: readonly OrderStatus[]): GroupStatus => {
  if (phase === 'PROCESSING' || phase === 'REQUIRES_ACTION') return phase;
  const alive = orders.filter((status) => status !== 'CANCELLED');
  if (phase === 'CANCELLED' || alive.length === 0) return 'CANCELLED';
  const all = (kinds: readonly OrderStatus[]): boolean => alive.every((status) => kinds.includes(status));
  if (all(['COMPLETED'])) return 'COMPLETED';
  if (all(arrived)) return 'DELIVERED';
  if (all(sent)) return 'SHIPPED';
  return alive.some((status) => sent.includes(status)) ? 'PARTLY_SHIPPED' : 'CONFIRMED';
};
