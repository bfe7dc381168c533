/** Text that is markup already. Only {@link html} and {@link raw} make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: nothing, text (escaped), markup, or a list of these. */
export type Part = string | number | null | undefined | false | Html | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const textOf = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeText(part);
  return typeof part === 'number' ? String(part) : part.map(textOf).join('');
};

/** Markup with values in it. Values are escaped, so a seller's words can never become tags; attributes are to be quoted. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, index) => text + (index < parts.length ? textOf(parts[index]) : '')).join(''));

/** Text that is markup because we wrote it: style sheets, nothing from outside. */
export const raw = (text: string): Html => new Html(text);

/** JSON as it may stand in a script block: nothing in it can end the block (HTML, section 4.12.1.3). */
export const jsonBlock = (value: unknown): Html =>
  new Html(
    JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'),
  );

/** Read relative to any origin, only to see whether it can be read at all. */
const anyOrigin = 'https://origin.invalid';

/**
 * An address a page may lead to; anything but http(s) and own paths gives none (`javascript:` above all). Browsers take a
 * backslash for a slash and leave out line ends and tabs, so `/\\host` would lead elsewhere as `//host` does.
 */
export const safeUrl = (url: string | null | undefined): string | undefined =>
  url && /^(https?:\/\/|\/(?![/\\]))[^\t\n\r]*$/i.test(url) && URL.canParse(url, anyOrigin) ? url : undefined;
