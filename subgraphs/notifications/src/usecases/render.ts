import { languageOf, type Params } from '../domain/message.ts';
import { writeMessage } from '../domain/message-kinds.ts';
import type { RenderTemplate } from '../domain/template/contract.ts';

/** Writes messages from the texts that ship with the market. */
export const createRender = (): RenderTemplate => async (kind, _channel, locale, facts) => {
  const language = languageOf(locale);
  const { title, text } = writeMessage(kind, facts as Params, language);
  return { subject: title, text, locale: language, versionId: null };
};
