import type { HttpRequest, HttpResponse } from '@vitrina/platform/subgraph';
import { type TemplateLocale, templateLocales } from '../domain/template/contract.ts';
import { type UnsubscribeWords, unsubscribeWords } from '../domain/unsubscribe-words.ts';

/** As the gateway's account pages: nothing inline, nothing foreign, in nobody's frame; the link is told to nobody. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  vary: 'Accept-Language',
} as const;

const isLocale = (text: string | undefined): text is TemplateLocale => templateLocales.some((known) => known === text);

/** `?lang`, else the first language of the browser that we write, else English. */
export const pageLocale = ({ query, headers: given }: HttpRequest): TemplateLocale => {
  if (isLocale(query['lang'])) return query['lang'];
  const wanted = (given['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? 'en';
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);

/** What a page says. `token` makes the form; without one there is nothing to press. */
export interface UnsubscribePage {
  readonly status: number;
  readonly locale: TemplateLocale;
  readonly say: (words: UnsubscribeWords) => string;
  readonly token?: string;
}

const form = (token: string, locale: TemplateLocale, button: string): string => `
      <form method="post" action="/unsubscribe?token=${encodeURIComponent(token)}&#38;lang=${locale}">
        <input type="hidden" name="List-Unsubscribe" value="One-Click">
        <button type="submit">${escapeHtml(button)}</button>
      </form>`;

/** A page without a script: it works in every mail program's own browser. */
export const unsubscribePage = ({ status, locale, say, token }: UnsubscribePage): HttpResponse => {
  const words = unsubscribeWords[locale];
  const { other } = words;
  const link = token ? `?token=${encodeURIComponent(token)}&#38;lang=${other.locale}` : `?lang=${other.locale}`;
  const body = `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${words.title} · ${words.brand}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/account/account.css">
  </head>
  <body>
    <header>
      <span class="brand">${words.brand}</span>
      <a href="${link}" lang="${other.locale}" hreflang="${other.locale}">${other.name}</a>
    </header>
    <main>
      <h1>${words.title}</h1>
      <p role="status">${escapeHtml(say(words))}</p>${token ? form(token, locale, words.button) : ''}
    </main>
  </body>
</html>
`;
  return { status, headers: { ...headers, 'content-language': locale }, body };
};
