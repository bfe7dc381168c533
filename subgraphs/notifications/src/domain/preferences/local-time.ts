const minuteMs = 60_000;

/** Formatters are dear to make and cheap to keep; there are some four hundred zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
};

/** Whether the platform knows a zone by this IANA name; offsets such as `+03:00` are not zones and have no summer. */
export const isTimeZone = (zone: string): boolean => {
  if (zone.length > 64 || /^[+-]/.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds (a whole number of seconds). */
export const offsetMs = (zone: string, instant: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  return asUtc - Math.floor(instant / 1_000) * 1_000;
};

/** Milliseconds since midnight by the zone's clocks. */
export const timeOfDayMs = (zone: string, instant: number): number => {
  const dayMs = 24 * 60 * minuteMs;
  return (((instant + offsetMs(zone, instant)) % dayMs) + dayMs) % dayMs;
};

/** The first instant after `before` at which the zone has the offset it has at `after`, to the second. */
export const transitionBetween = (zone: string, before: number, after: number): number => {
  const target = offsetMs(zone, after);
  let [low, high] = [Math.floor(before / 1_000), Math.ceil(after / 1_000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle * 1_000) === target) high = middle;
    else low = middle;
  }
  return high * 1_000;
};
