import { matrixOf } from '../domain/preferences/matrix.ts';
import { clockTimeOf } from '../domain/preferences/quiet-hours.ts';
import type { NotificationPreferencesResolvers } from '../generated/resolvers.ts';
import { pointsOfPerson } from '../queries/preferences.ts';

export const NotificationPreferences: NotificationPreferencesResolvers = {
  version: ({ row }) => row?.version ?? 0,
  choices: ({ row }) => matrixOf(row?.choices ?? {}),
  timeZone: ({ row }) => row?.timeZone,
  quietHours: ({ row }) =>
    row && row.quietFrom !== null && row.quietTo !== null
      ? { from: clockTimeOf(row.quietFrom), to: clockTimeOf(row.quietTo) }
      : null,
  pushSubscriptions: async ({ userId }, _args, { loaders }) =>
    (await loaders.many(pointsOfPerson).load(userId)).filter(({ channel }) => channel === 'WEB_PUSH'),
  phone: async ({ userId }, _args, { loaders }) =>
    (await loaders.many(pointsOfPerson).load(userId)).find(({ channel }) => channel === 'SMS'),
  telegramLinked: async ({ userId }, _args, { loaders }) =>
    (await loaders.many(pointsOfPerson).load(userId)).some(({ channel }) => channel === 'TELEGRAM'),
};
