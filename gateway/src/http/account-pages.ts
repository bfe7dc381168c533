import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RegisteredOperation } from '../persisted/registry.ts';
import { bestLocale } from './request-facts.ts';

/** Where the pages are; they are files, so that they need neither a build nor a server of their own. */
const folder = fileURLToPath(new URL('../../../web/account/pages', import.meta.url));

const pages = ['verify-email', 'reset-password'] as const;
const languages = ['en', 'ru'] as const;
type Language = (typeof languages)[number];

/** Nothing of another origin, nothing inline, in nobody's frame; and the token in the address is told to nobody. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  vary: 'Accept-Language',
} as const;

const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

const languageOf = (request: FastifyRequest): Language => {
  const { lang } = request.query as { readonly lang?: unknown };
  if (isLanguage(lang)) return lang;
  const wanted = bestLocale(request.headers['accept-language']).split('-')[0];
  return isLanguage(wanted) ? wanted : 'en';
};

/** Puts the hashes of registered operations where a page names them: `%VerifyEmail%`. */
const withHashes = (html: string, operations: readonly RegisteredOperation[]): string =>
  html.replace(/%(\w+)%/g, (_, wanted: string) => {
    const found = operations.find(({ name, room }) => room === 'storefront' && name === wanted);
    if (!found) throw new Error(`The account pages call "${wanted}", which is not registered in schema/operations.`);
    return found.hash;
  });

/** Serves the pages that mailed links lead to: `/verify-email` and `/reset-password`, in the reader's language. */
export const registerAccountPages = (app: FastifyInstance, operations: readonly RegisteredOperation[]): void => {
  // A gateway over another registry (a test's) has no accounts and no pages for them.
  if (!existsSync(folder) || !operations.some(({ name }) => name === 'VerifyEmail')) return;
  const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
  for (const page of pages) {
    const texts = Object.fromEntries(
      languages.map((language) => [language, withHashes(read(`${page}.${language}.html`), operations)]),
    ) as Record<Language, string>;
    app.get(`/${page}`, (request, reply) => {
      const language = languageOf(request);
      return reply
        .headers({ ...pageHeaders, 'content-language': language })
        .type('text/html; charset=utf-8')
        .send(texts[language]);
    });
  }
  for (const [file, type] of [
    ['account.js', 'text/javascript'],
    ['account.css', 'text/css'],
  ] as const) {
    const text = read(file);
    app.get(`/account/${file}`, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type(`${type}; charset=utf-8`).send(text),
    );
  }
};
