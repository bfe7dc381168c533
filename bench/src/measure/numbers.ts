/** Value below which `share` (0 to 1) of the sorted values lie (nearest rank). */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;

const ascending = (values: Iterable<number>): number[] => [...values].sort((left, right) => left - right);

/** Median with the range it was found in: the noise of a figure. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median, least and greatest of some rounds. */
export const spreadOf = (values: Iterable<number>): Spread => {
  const sorted = ascending(values);
  return { median: quantile(sorted, 0.5), min: quantile(sorted, 0), max: quantile(sorted, 1) };
};

/** What a person waits: milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly count: number;
}

/** Summary of latencies in milliseconds. */
export const latencyOf = (milliseconds: Iterable<number>): Latency => {
  const sorted = ascending(milliseconds);
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    max: quantile(sorted, 1),
    count: sorted.length,
  };
};

/** A figure a person can read: 1,313 or 12.3 or 0.49. */
export const show = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });
};

/** `1,313 (1,290–1,340)`. */
export const showSpread = ({ median, min, max }: Spread): string => `${show(median)} (${show(min)}–${show(max)})`;

/** `p50 14.1 ms, p99 33.0 ms`. */
export const showLatency = ({ p50, p99, max }: Latency): string =>
  `p50 ${show(p50)} ms, p99 ${show(p99)} ms, max ${show(max)} ms`;
