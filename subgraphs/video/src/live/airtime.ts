import { livePrefixOf } from '../domain/object-keys.ts';
import type { LiveStreamRow } from '../store/live.table.ts';

/** Where segments lie, and whether everybody is shown them. */
export interface Place {
  /** Folder in the public bucket, which nobody finds who is not told of it. */
  readonly prefix: string;
  readonly onAir: boolean;
}

type Stream = Pick<LiveStreamRow, 'id' | 'objectToken' | 'state'>;

/** Knows whether a show is on the air, and which segments belong to it: what was before is the shop's own. */
export interface Airtime {
  isOn(): boolean;
  /** Where the show is now. */
  place(): Place;
  /** Called with the stream as it stands. */
  see(row: Stream): void;
  /** Called with the time stamp (ms) of every picture and sound a connection of the publisher brings, when it comes in. */
  hear(connection: string, timestampMs: number): void;
  /** Where a segment belongs that begins so many seconds into its connection; once one was on the air, all after it are. */
  placeOf(connection: string, atSeconds: number): Place;
}

interface Heard {
  readonly connection: string;
  readonly firstMs: number;
  readonly sinceMs: number;
  lastMs: number;
}

/** A publisher may send this much at once that it had kept. */
const burstMs = 5_000;

/** How far a connection is. Time stamps that jump tell nothing: it cannot be much further than it is old. */
const secondsOf = ({ firstMs, lastMs, sinceMs }: Heard, nowMs: number): number =>
  Math.min(lastMs - firstMs, nowMs - sinceMs + burstMs) / 1_000;

/**
 * A stream gets another folder when it goes on the air, so a segment of the preview cannot be found by the name of one of the
 * show. A segment belongs to the show when it begins behind everything that had come in when this worker knew that it was on:
 * counted in the publisher's own time, since ffmpeg may be seconds behind. `now`: milliseconds of a clock that only rises.
 */
export const createAirtime = (row: Stream, now: () => number = () => performance.now()): Airtime => {
  const onAirAt = (stream: Stream): Place => ({ prefix: livePrefixOf(stream), onAir: true });
  const preview: Place = { prefix: livePrefixOf(row), onAir: false };
  let heard: Heard | undefined;
  let show = row.state === 'LIVE' ? onAirAt(row) : undefined;
  /** What came in before the show, as long as no segment of the show was seen. */
  let before: { readonly connection: string; readonly seconds: number } | undefined;
  return {
    isOn: () => show !== undefined,
    place: () => show ?? preview,
    see: (stream) => {
      if (stream.state !== 'LIVE' || show) return;
      show = onAirAt(stream);
      before = heard && { connection: heard.connection, seconds: secondsOf(heard, now()) };
    },
    hear: (connection, timestampMs) => {
      if (heard?.connection === connection) heard.lastMs = Math.max(heard.lastMs, timestampMs);
      else heard = { connection, firstMs: timestampMs, lastMs: timestampMs, sinceMs: now() };
    },
    placeOf: (connection, atSeconds) => {
      if (!show) return preview;
      if (before && before.connection === connection && atSeconds < before.seconds) return preview;
      before = undefined;
      return show;
    },
  };
};
