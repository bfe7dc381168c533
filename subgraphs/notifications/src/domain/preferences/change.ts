import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { Channel } from '../channel.ts';
import type { Category } from './categories.ts';
import { isTimeZone } from './local-time.ts';
import { type Choices, choose, isLocked } from './matrix.ts';
import { minutesOf } from './quiet-hours.ts';

/** Preferences as they are kept. */
export interface Kept {
  readonly choices: Choices;
  readonly timeZone: string | null;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
}

export const nothingChosen: Kept = { choices: {}, timeZone: null, quietFrom: null, quietTo: null };

/** What is to change: undefined leaves, null takes away. */
export interface Change {
  readonly choices?:
    | readonly { readonly category: Category; readonly channel: Channel; readonly enabled: boolean }[]
    | null
    | undefined;
  readonly timeZone?: string | null | undefined;
  readonly quietHours?: { readonly from: string; readonly to: string } | null | undefined;
}

/** The most choices one change may make; the whole matrix has fewer. */
const mostChoices = 100;

const choicesAfter = (kept: Choices, change: Change): Result<Choices, Refusal> => {
  const made = change.choices ?? [];
  if (made.length > mostChoices)
    return refuse(plainRefusal('TOO_MANY_CHOICES', ['choices'], `Make at most ${mostChoices} choices at once.`));
  const locked = made.flatMap(({ category, channel, enabled }, index) =>
    !enabled && isLocked(category, channel)
      ? [
          plainRefusal(
            'CANNOT_BE_SWITCHED_OFF',
            ['choices', String(index)],
            'Messages about security and payments cannot be switched off here; leave this choice out.',
          ),
        ]
      : [],
  );
  const [first, ...others] = locked;
  if (first) return refuse(first, ...others);
  return ok(made.reduce((all, { category, channel, enabled }) => choose(all, category, channel, enabled), kept));
};

const hoursAfter = (
  kept: Kept,
  { quietHours, timeZone }: Change,
): Result<Pick<Kept, 'quietFrom' | 'quietTo'>, Refusal> => {
  // Without a zone nobody knows when it is night.
  if (quietHours === null || (quietHours === undefined && timeZone === null))
    return ok({ quietFrom: null, quietTo: null });
  if (quietHours === undefined) return ok({ quietFrom: kept.quietFrom, quietTo: kept.quietTo });
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)];
  if (from === undefined || to === undefined)
    return refuse(
      plainRefusal(
        'NOT_A_TIME',
        ['quietHours', from === undefined ? 'from' : 'to'],
        'Give a time of day as HH:MM, between 00:00 and 23:59.',
      ),
    );
  if (from === to)
    return refuse(
      plainRefusal('QUIET_ALL_DAY', ['quietHours'], 'Quiet hours must end; switch off channels you never want.'),
    );
  if ((timeZone === undefined ? kept.timeZone : timeZone) === null)
    return refuse(plainRefusal('TIME_ZONE_NEEDED', ['timeZone'], 'Give your time zone together with quiet hours.'));
  return ok({ quietFrom: from, quietTo: to });
};

/** Preferences after a change, or why it cannot be made. */
export const changePreferences = (kept: Kept, change: Change): Result<Kept, Refusal> => {
  const { timeZone } = change;
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    return refuse(
      plainRefusal('TIME_ZONE_UNKNOWN', ['timeZone'], 'Give an IANA name of a time zone, e.g. Europe/Moscow.'),
    );
  const choices = choicesAfter(kept.choices, change);
  if (!choices.ok) return choices;
  const hours = hoursAfter(kept, change);
  if (!hours.ok) return hours;
  return ok({ ...hours.value, choices: choices.value, timeZone: timeZone === undefined ? kept.timeZone : timeZone });
};
