export type SalesPeriod = 'TODAY' | 'LAST_7_DAYS' | 'LAST_30_DAYS' | 'LAST_90_DAYS';

const daysIn: Record<SalesPeriod, number> = { TODAY: 1, LAST_7_DAYS: 7, LAST_30_DAYS: 30, LAST_90_DAYS: 90 };

/** The day of an instant in UTC, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** First day of a period that ends today. */
export const firstDayOf = (period: SalesPeriod, now: Date): string =>
  dayOf(new Date(now.getTime() - (daysIn[period] - 1) * 86_400_000));

/** A day's count in one currency. */
export interface DayCount {
  readonly day: string;
  readonly currency: string;
  readonly orderCount: number;
  readonly revenueMinor: bigint;
}

/** Counts added up: orders in all, and revenue by currency in alphabetic order. */
export const addUp = (
  counts: readonly DayCount[],
): { readonly orderCount: number; readonly revenueMinor: ReadonlyMap<string, bigint> } => {
  const byCurrency = new Map<string, bigint>();
  for (const { currency, revenueMinor } of counts)
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + revenueMinor);
  return {
    orderCount: counts.reduce((sum, { orderCount }) => sum + orderCount, 0),
    revenueMinor: new Map([...byCurrency].sort(([left], [right]) => (left < right ? -1 : 1))),
  };
};
