import type { Channel } from '../channel.ts';
import type { TemplateLocale } from './contract.ts';

/** Which text of the market: what it is about, where it appears, in which language. */
export interface TemplatePlace {
  readonly kind: string;
  readonly channel: Channel;
  readonly locale: TemplateLocale;
}

/** The language a reader gets for a BCP 47 tag. */
export const templateLocaleOf = (locale: string): TemplateLocale =>
  locale.toLowerCase().split('-')[0] === 'ru' ? 'ru' : 'en';

/** Characters a finished message may have; mails above 102 KB are cut by Gmail, more than that is a mistake. */
export const maxCharacters = { subject: 200, text: 20_000, html: 100_000 } as const;
