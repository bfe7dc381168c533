import { addRange, type WatchedRange } from './watched-ranges.ts';

/** The input of the mutation `recordPlayback`, but for the names of video and session. */
export interface Batch {
  readonly sequence: number;
  readonly startupMs?: number;
  readonly watched: readonly WatchedRange[];
  readonly rebufferCount: number;
  readonly rebufferMs: number;
  readonly rendition?: string;
  readonly exitAtSeconds?: number;
  readonly errorCode?: string;
}

/** What was seen since the last batch. */
export type Observations = Omit<Batch, 'sequence'>;

/** Nothing seen. */
export const nothing: Observations = { watched: [], rebufferCount: 0, rebufferMs: 0 };

/** True when there is nothing worth a request. */
export const isEmpty = ({
  watched,
  rebufferCount,
  rebufferMs,
  startupMs,
  errorCode,
  exitAtSeconds,
}: Observations): boolean =>
  watched.length === 0 &&
  rebufferCount === 0 &&
  rebufferMs === 0 &&
  startupMs === undefined &&
  errorCode === undefined &&
  exitAtSeconds === undefined;

/** Puts what was seen later to what was seen before; bounded, because ranges are joined and counts are numbers. */
export const combine = (before: Observations, later: Partial<Observations>): Observations => ({
  ...before,
  ...later,
  watched: (later.watched ?? []).reduce(
    (ranges: readonly WatchedRange[], range) => addRange(ranges, range),
    before.watched,
  ),
  rebufferCount: before.rebufferCount + (later.rebufferCount ?? 0),
  rebufferMs: before.rebufferMs + (later.rebufferMs ?? 0),
});
