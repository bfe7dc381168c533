import { builtInSource } from '../clients/templates/built-in.ts';
import { isMandatory } from '../domain/preferences/categories.ts';
import { factsOfKind } from '../domain/template/facts.ts';
import { workflows } from '../domain/workflows/index.ts';
import type {
  NotificationTemplateDraftResolvers,
  NotificationTemplateProblemResolvers,
  NotificationTemplateResolvers,
  NotificationTemplateVariableResolvers,
  NotificationTemplateVersionResolvers,
} from '../generated/resolvers.ts';
import { type TemplateView, templateVersionById, versionsOf } from '../queries/templates.ts';
import type { Context } from '../request.ts';
import { checkTemplate } from '../usecases/check-template.ts';
import { draftOf } from '../usecases/edit-template.ts';

const categoryOf = (kind: string) => workflows.get(kind)?.category ?? 'ACCOUNT';

const publishedOf = async ({ row }: TemplateView, { loaders }: Context) =>
  row?.publishedId ? ((await loaders.one(templateVersionById).load(row.publishedId)) ?? null) : null;

const shippedOf = ({ kind, channel, locale }: TemplateView) => builtInSource(kind, channel, locale);

export const NotificationTemplate: NotificationTemplateResolvers = {
  locale: ({ locale }) => (locale === 'ru' ? 'RU' : 'EN'),
  category: ({ kind }) => categoryOf(kind),
  canBeSwitchedOff: ({ kind }) => !isMandatory(categoryOf(kind)),
  variables: ({ kind, channel }) => [...(factsOfKind(kind, channel) ?? [])],
  published: (view, _args, context) => publishedOf(view, context),
  builtIn: shippedOf,
  current: async (view, _args, context) => (await publishedOf(view, context)) ?? shippedOf(view),
  draft: ({ row }) => (row && draftOf(row) ? row : null),
  revision: ({ row }) => row?.revision ?? 0,
  versions: (view, { first }, { services }) => versionsOf(services, view, first),
};

export const NotificationTemplateDraft: NotificationTemplateDraftResolvers = {
  content: (row) => draftOf(row) ?? { subject: '', text: '', mjml: null },
  savedById: ({ savedBy }) => savedBy ?? '',
  savedAt: ({ savedAt }) => savedAt ?? new Date(0),
  problems: async (row) => {
    const { kind, channel, locale } = row as typeof row & Pick<TemplateView, 'channel' | 'locale'>;
    const draft = draftOf(row);
    return draft ? [...(await checkTemplate({ kind, channel, locale }, draft)).problems] : [];
  },
};

export const NotificationTemplateVersion: NotificationTemplateVersionResolvers = {
  content: ({ subject, text, mjml }) => ({ subject, text, mjml }),
  publishedById: ({ publishedBy }) => publishedBy,
};

export const NotificationTemplateVariable: NotificationTemplateVariableResolvers = {
  example: ({ sample }) => JSON.stringify(sample),
};

export const NotificationTemplateProblem: NotificationTemplateProblemResolvers = {
  // A problem says its part by name; as a user error it has the path already.
  field: ({ field }) => [field].flat(),
};
