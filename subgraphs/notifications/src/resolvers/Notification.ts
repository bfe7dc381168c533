import { requireUser } from '@vitrina/platform/auth';
import type { Facts, Rendered } from '../domain/template/contract.ts';
import { templateKinds } from '../domain/template/facts.ts';
import type { NotificationResolvers } from '../generated/resolvers.ts';
import { notificationById } from '../queries/notifications.ts';
import type { NotificationRow } from '../queries/rows.ts';
import type { Context } from '../request.ts';

/** Texts of rows within their request: title and text of one message are one rendering. */
const written = new WeakMap<NotificationRow, Map<string, Promise<Pick<Rendered, 'subject' | 'text'>>>>();

/** A message whose kind was retired since still says that there was something. */
const write = ({ services }: Context, { kind, params }: NotificationRow, locale: string) =>
  templateKinds.includes(kind)
    ? services.render(kind, 'IN_APP', locale, params as Facts)
    : Promise.resolve({ subject: kind, text: '' });

const textOf = (row: NotificationRow, locale: string | null | undefined, context: Context) => {
  const wanted = locale ?? context.meta.locale;
  const texts = written.get(row) ?? new Map<string, Promise<Pick<Rendered, 'subject' | 'text'>>>();
  written.set(row, texts);
  const known = texts.get(wanted) ?? write(context, row, wanted);
  texts.set(wanted, known);
  return known;
};

export const Notification: NotificationResolvers = {
  __resolveReference: async ({ id }, context) => {
    const row = await context.loaders.one(notificationById).load(id);
    // Somebody else's is as if it did not exist.
    return row && row.userId === requireUser(context.actor).userId ? row : null;
  },
  category: (row) => row.category as never,
  title: async (row, { locale }, context) => (await textOf(row, locale, context)).subject,
  text: async (row, { locale }, context) => (await textOf(row, locale, context)).text,
};
