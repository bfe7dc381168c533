import { existsSync, readFileSync } from 'node:fs';
import type { Channel } from '../../domain/channel.ts';
import type { TemplateLocale } from '../../domain/template/contract.ts';
import { readSections } from '../../domain/template/sections.ts';

/** Where the texts that ship with the market are, one file per kind and language. */
const folder = new URL('../../../templates/', import.meta.url);

/** A template as an editor sees it. */
export interface TemplateSource {
  readonly subject: string;
  readonly text: string;
  /** The HTML part of a mail; null for a mail of text alone and for all other channels. */
  readonly mjml: string | null;
}

const read = (name: string): Readonly<Record<string, string>> =>
  readSections(readFileSync(new URL(`${name}.liquid`, folder), 'utf8'));

const heading = (subject: string): string => `<mj-text font-size="22px" line-height="30px">${subject}</mj-text>`;

/** A mail is its own part in the layout; kinds without a part of their own are subject and text. */
const mailSource = (own: Readonly<Record<string, string>>, locale: TemplateLocale): TemplateSource => {
  const layout = read(`layout.${locale}`);
  const { subject = '', text = '', email = `${heading(subject)}\n<mj-text>${text}</mj-text>` } = own;
  // Replaced by functions: "$&" in a text must not mean anything.
  const place = (source: string | undefined, content: string): string =>
    (source ?? '').replace('@subject@', () => subject).replace('@content@', () => content);
  return { subject, text: place(layout['text'], text), mjml: place(layout['mjml'], email) };
};

/** The text that ships with the market, made afresh; every kind has one in every language. */
export const builtInSource = (kind: string, channel: Channel, locale: TemplateLocale): TemplateSource => {
  const own = read(`${kind}.${locale}`);
  if (channel === 'EMAIL') return mailSource(own, locale);
  return { subject: own['subject'] ?? '', text: own['text'] ?? '', mjml: null };
};

/** File that holds the compiled HTML of a built-in mail; `write-built-ins.ts` makes it. */
export const builtInHtmlFile = (kind: string, locale: TemplateLocale): URL =>
  new URL(`compiled/${kind}.${locale}.html`, folder);

/** The compiled HTML of a built-in mail; null where the kind is never mailed. */
export const builtInHtml = (kind: string, locale: TemplateLocale): string | null => {
  const file = builtInHtmlFile(kind, locale);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};
