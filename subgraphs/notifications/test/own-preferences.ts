import type { Engine } from './engine-setting.ts';

/** A person's settings as their page reads them. */
export interface Preferences {
  version: number;
  choices: { category: string; channel: string; enabled: boolean; locked: boolean }[];
  timeZone: string | null;
  quietHours: { from: string; to: string } | null;
  phone: { hint: string; confirmed: boolean } | null;
  telegramLinked: boolean;
  pushSubscriptions: { id: string; label: string }[];
}

const fields =
  'version timeZone quietHours { from to } choices { category channel enabled locked } phone { hint confirmed } telegramLinked pushSubscriptions { id label }';

/** Reads and changes a person's settings through an engine that is asked for when it happens. */
export const ownPreferences = (current: () => Engine) => {
  const preferencesOf = async (userId?: string) =>
    (
      await current().answer<{ notificationPreferences: Preferences }>(
        `{ notificationPreferences { ${fields} } }`,
        {},
        userId,
      )
    ).notificationPreferences;
  const update = async (input: Record<string, unknown>, userId?: string) =>
    (
      await current().answer<{
        updateNotificationPreferences: {
          preferences: Preferences | null;
          userErrors: { code: string; field: string[] }[];
        };
      }>(
        `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) {
        preferences { ${fields} } userErrors { code field } } }`,
        { input },
        userId,
      )
    ).updateNotificationPreferences;
  return { preferencesOf, update };
};
