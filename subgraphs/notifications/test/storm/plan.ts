import { createHash } from 'node:crypto';

/** What a storm is made of; every process works it out from the same few numbers. */
export interface Storm {
  readonly events: number;
  readonly users: number;
  /** Instants at which the clock of the storm starts anew; events are spread over them evenly. */
  readonly nights: readonly number[];
  /** Minutes of each night in which events come. */
  readonly minutes: number;
}

/** Quiet for everybody, by the clock on their wall. */
export const quiet = { from: 22 * 60, to: 8 * 60 } as const;

/** Every zone there is, in turn. */
const zones = Intl.supportedValuesOf('timeZone');

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

export const userId = (index: number): string => `usr_${String(index).padStart(6, '0')}`;
export const zoneOf = (index: number): string => zones[index % zones.length] ?? 'UTC';

/** Every second person has a browser; the others get mail. */
export const hasBrowser = (index: number): boolean => index % 2 === 0;

/** One event: who hears of it, in which of the person's two conversations. */
export const eventOf = ({ users }: Storm, index: number) => {
  const user = numberOf(`user of ${index}`) % users;
  return { user, conversationId: `cnv_${user}_${index % 2}`, messageId: `msg_${index}` };
};

/** Events of one minute of one night, as [from, to). */
export const eventsOfMinute = ({ events, nights, minutes }: Storm, night: number, minute: number): [number, number] => {
  const place = night * minutes + minute;
  const all = nights.length * minutes;
  return [Math.floor((events * place) / all), Math.floor((events * (place + 1)) / all)];
};
