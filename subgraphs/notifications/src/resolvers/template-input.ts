import type { TemplateLocale } from '../domain/template/contract.ts';
import type { TemplatePlace } from '../domain/template/place.ts';
import type { NotificationTemplateLocale } from '../generated/resolvers.ts';

type Given = Omit<TemplatePlace, 'locale'> & { readonly locale: NotificationTemplateLocale };

export const localeOf = (locale: NotificationTemplateLocale): TemplateLocale => (locale === 'RU' ? 'ru' : 'en');

/** The place an input or a field's arguments name. */
export const placeOf = ({ kind, channel, locale }: Given): TemplatePlace => ({
  kind,
  channel,
  locale: localeOf(locale),
});
