import { describe, expect, it } from 'vitest';
import { isTimeZone, offsetMs } from './local-time.ts';
import { clockTimeOf, isQuiet, minutesOf, type QuietHours, quietUntil } from './quiet-hours.ts';

const hourMs = 3_600_000;
const at = (iso: string) => new Date(iso);
const untilOf = (hours: QuietHours, iso: string) => quietUntil(hours, at(iso)).toISOString();

describe('quiet hours', () => {
  const berlin: QuietHours = { zone: 'Europe/Berlin', from: 22 * 60, to: 8 * 60 };

  it('go over midnight, hold their first minute and not their last', () => {
    expect(untilOf(berlin, '2026-01-10T20:59:59.999Z')).toBe('2026-01-10T20:59:59.999Z');
    expect(untilOf(berlin, '2026-01-10T21:00:00Z')).toBe('2026-01-11T07:00:00.000Z');
    expect(untilOf(berlin, '2026-01-11T06:59:59.999Z')).toBe('2026-01-11T07:00:00.000Z');
    expect(untilOf(berlin, '2026-01-11T07:00:00Z')).toBe('2026-01-11T07:00:00.000Z');
  });

  it('are an hour shorter when clocks go forward in them, an hour longer when they go back', () => {
    expect(untilOf(berlin, '2026-03-28T21:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(untilOf(berlin, '2026-10-24T20:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('that end at a time that does not exist end when clocks jump over it', () => {
    expect(untilOf({ ...berlin, to: 2 * 60 + 30 }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('that clocks go back into begin again, and last until their end comes for good', () => {
    const early = { ...berlin, to: 2 * 60 + 30 };
    expect(isQuiet(early, at('2026-10-25T00:45:00Z'))).toBe(false);
    expect(untilOf(early, '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(untilOf({ ...berlin, from: 2 * 60, to: 3 * 60 }, '2026-10-25T00:10:00Z')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('are read and written as clocks show them', () => {
    expect(['00:00', '23:59', '24:00', '7:00', '07:60', ''].map(minutesOf)).toEqual([
      0,
      1439,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(clockTimeOf(7 * 60 + 5)).toBe('07:05');
  });

  it('know zones by name alone', () => {
    expect(['Europe/Moscow', 'utc', '+03:00', 'Mars/Olympus', '', '\u0000'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

/** Offsets of a year found by looking at every hour: what the property below is judged by. */
const offsetsOf = (zone: string, from: number, to: number) => {
  const changes: { readonly at: number; readonly offset: number }[] = [];
  let offset = Number.NaN;
  const look = (instant: number) => {
    const now = offsetMs(zone, instant);
    if (now !== offset) changes.push({ at: instant, offset: now });
    offset = now;
  };
  for (let day = from; day < to; day += 24 * hourMs) {
    if (offsetMs(zone, day + 24 * hourMs) === offset) continue;
    for (let instant = day; instant < day + 24 * hourMs; instant += hourMs / 4) look(instant);
  }
  return changes;
};

describe('over a year of every zone there is', () => {
  const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 3)];
  const spans = [
    [22 * 60, 8 * 60],
    [60, 150],
    [150, 120],
  ] as const;
  const zones = Intl.supportedValuesOf('timeZone');

  it('nothing goes out in quiet hours, and nothing waits past their end', () => {
    let [judged, changesSeen] = [0, 0];
    for (const zone of zones) {
      const changes = offsetsOf(zone, from, to);
      changesSeen += changes.length - 1;
      const minuteAt = (instant: number): number => {
        let offset = 0;
        for (const change of changes) if (change.at <= instant) offset = change.offset;
        return (((instant + offset) / 60_000) % 1440) + (instant + offset < 0 ? 1440 : 0);
      };
      const around = changes
        .slice(1)
        .flatMap(({ at: change }) =>
          Array.from({ length: 33 }, (_, index) => change + (index - 26) * hourMs + index * 60_000),
        );
      const ordinary = Array.from({ length: 24 }, (_, index) => from + index * 15 * 24 * hourMs + index * hourMs);
      for (const [start, end] of spans) {
        const quietAt = (instant: number): boolean => {
          const minute = minuteAt(instant);
          return start < end ? minute >= start && minute < end : minute >= start || minute < end;
        };
        for (const instant of [...around, ...ordinary]) {
          let expected = instant;
          const quarter = hourMs / 4;
          while (quietAt(expected)) expected = Math.floor(expected / quarter) * quarter + quarter;
          const actual = quietUntil({ zone, from: start, to: end }, new Date(instant)).getTime();
          judged += 1;
          if (actual !== expected)
            expect.fail(
              `${zone} ${start}–${end}: ${new Date(instant).toISOString()} waits until ${new Date(actual).toISOString()}, not ${new Date(expected).toISOString()}`,
            );
        }
      }
    }
    expect(zones.length).toBeGreaterThan(400);
    expect(changesSeen).toBeGreaterThan(200);
    expect(judged).toBeGreaterThan(50_000);
  }, 120_000);
});
