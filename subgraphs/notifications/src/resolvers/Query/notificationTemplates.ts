import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listTemplates } from '../../queries/templates.ts';
import { localeOf } from '../template-input.ts';

export const notificationTemplates: QueryResolvers['notificationTemplates'] = (
  _root,
  { kind, channel, locale },
  { services },
) =>
  listTemplates(services, {
    kind: kind ?? undefined,
    channel: channel ?? undefined,
    locale: locale ? localeOf(locale) : undefined,
  });
