import { offsetMs, timeOfDayMs, transitionBetween } from './local-time.ts';

/** Hours in which nothing but mandatory messages reaches a person, by the clock on their wall. */
export interface QuietHours {
  /** IANA name, e.g. `Europe/Moscow`. */
  readonly zone: string;
  /** Minutes after midnight; the span holds its first minute and not its last: [from, to). */
  readonly from: number;
  /** May lie before `from`: the span then goes over midnight. Never equal to it. */
  readonly to: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Whether the clock on the person's wall shows a time within their quiet hours. */
export const isQuiet = ({ zone, from, to }: QuietHours, instant: Date): boolean => {
  const time = timeOfDayMs(zone, instant.getTime());
  const [start, end] = [from * minuteMs, to * minuteMs];
  return start < end ? time >= start && time < end : time >= start || time < end;
};

/**
 * The first instant, now or later, that is not within quiet hours. Where clocks go forward over the end of the span it
 * is the moment they do; where they go back into the span, the span goes on. A zone changes its offset at most once
 * within the steps taken here (no zone has two changes within a day), so each step ends at the span's end or at a change.
 */
export const quietUntil = (hours: QuietHours, now: Date): Date => {
  let instant = now.getTime();
  while (isQuiet(hours, new Date(instant))) {
    const wait = (hours.to * minuteMs - timeOfDayMs(hours.zone, instant) + dayMs) % dayMs;
    const end = instant + wait;
    instant =
      offsetMs(hours.zone, instant) === offsetMs(hours.zone, end) ? end : transitionBetween(hours.zone, instant, end);
  }
  return new Date(instant);
};

/** Reads `22:30` as minutes after midnight; undefined for anything else. */
export const minutesOf = (clockTime: string): number | undefined => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clockTime);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
};

/** Writes minutes after midnight as `22:30`. */
export const clockTimeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
