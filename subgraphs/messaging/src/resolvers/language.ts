import type { SpamLanguage } from '../domain/spam/contract.ts';
import type { Context } from '../request.ts';

/** The language in which an author is told what is wrong with a text. */
export const languageOf = ({ meta }: Context): SpamLanguage =>
  meta.locale.toLowerCase().startsWith('ru') ? 'ru' : 'en';
