import { type Channel, channels } from '../channel.ts';
import { type Category, categories, isMandatory } from './categories.ts';

/** One cell of the matrix, as it is kept: `MESSAGES:EMAIL`. */
export type Cell = `${Category}:${Channel}`;

/** What a person chose, apart from the defaults. */
export type Choices = Readonly<Partial<Record<Cell, boolean>>>;

export const cellOf = (category: Category, channel: Channel): Cell => `${category}:${channel}`;

/** Mail about a shop's daily business is asked for, not given: its people have the list in the app. */
const onByDefault: Readonly<Record<Category, readonly Channel[]>> = {
  SECURITY: ['IN_APP', 'EMAIL', 'SMS'],
  PAYMENTS: ['IN_APP', 'EMAIL', 'WEB_PUSH', 'TELEGRAM'],
  ACCOUNT: ['IN_APP', 'EMAIL'],
  PURCHASES: ['IN_APP', 'EMAIL', 'WEB_PUSH', 'TELEGRAM'],
  SALES: ['IN_APP', 'WEB_PUSH', 'TELEGRAM'],
  STOCK: ['IN_APP'],
  VIDEOS: ['IN_APP', 'WEB_PUSH'],
  MESSAGES: ['IN_APP', 'EMAIL', 'WEB_PUSH', 'TELEGRAM'],
};

/** The ways that stay open in a mandatory category; an extra one (a push beside the mail) is a person's own choice. */
const kept: readonly Channel[] = ['IN_APP', 'EMAIL', 'SMS'];

/** True where a choice would change nothing: what is on by default in a mandatory category stays on. */
export const isLocked = (category: Category, channel: Channel): boolean =>
  isMandatory(category) && kept.includes(channel) && isDefault(category, channel);

/** What holds where nothing was chosen. */
export const isDefault = (category: Category, channel: Channel): boolean => onByDefault[category].includes(channel);

/** Whether messages of a category may take a channel to this person. */
export const isWanted = (choices: Choices, category: Category, channel: Channel): boolean =>
  isLocked(category, channel) || (choices[cellOf(category, channel)] ?? isDefault(category, channel));

/** The whole matrix as a person sees it. */
export const matrixOf = (choices: Choices) =>
  categories.flatMap((category) =>
    channels.map((channel) => ({
      category,
      channel,
      enabled: isWanted(choices, category, channel),
      locked: isLocked(category, channel),
    })),
  );

/** Choices with one more made; a choice of what is the default anyway is kept too, so that a later default does not change it. */
export const choose = (choices: Choices, category: Category, channel: Channel, enabled: boolean): Choices => ({
  ...choices,
  [cellOf(category, channel)]: enabled,
});
