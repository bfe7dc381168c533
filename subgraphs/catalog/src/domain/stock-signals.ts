/** Available units of one variant before and after a change, and when its shop wants to hear of low stock. */
export interface AvailabilityChange {
  readonly before: number;
  readonly after: number;
  /** 0 turns the low-stock signal off. */
  readonly threshold: number;
}

/** What the market has to be told about a variant's stock. */
export type StockSignal = 'out' | 'restocked' | 'low';

/**
 * At most one signal per change, and only on the way across a line: a variant that stays low, stays out or stays well
 * stocked says nothing. Coming back from nothing to a low level is `restocked`: buyers matter more than the warning.
 */
export const signalOf = ({ before, after, threshold }: AvailabilityChange): StockSignal | undefined => {
  if (before > 0 && after <= 0) return 'out';
  if (before <= 0 && after > 0) return 'restocked';
  if (before > threshold && after <= threshold && after > 0) return 'low';
  return undefined;
};
