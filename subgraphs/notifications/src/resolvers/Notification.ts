import { requireUser } from '@vitrina/platform/auth';
import { languageOf, type Params } from '../domain/message.ts';
import { writeMessage } from '../domain/message-kinds.ts';
import type { NotificationResolvers } from '../generated/resolvers.ts';
import { notificationById } from '../queries/notifications.ts';
import type { NotificationRow } from '../queries/rows.ts';

const textOf = (row: NotificationRow, locale: string) =>
  writeMessage(row.kind, row.params as Params, languageOf(locale));

export const Notification: NotificationResolvers = {
  __resolveReference: async ({ id }, context) => {
    const row = await context.loaders.one(notificationById).load(id);
    // Somebody else's is as if it did not exist.
    return row && row.userId === requireUser(context.actor).userId ? row : null;
  },
  category: (row) => row.category as never,
  title: (row, { locale }, { meta }) => textOf(row, locale ?? meta.locale).title,
  text: (row, { locale }, { meta }) => textOf(row, locale ?? meta.locale).text,
};
