import type { Clock } from '@vitrina/platform/clock';
import type { Database } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import { shorten } from '../clients/channels/shorten.ts';
import { builtInHtml, builtInSource } from '../clients/templates/built-in.ts';
import { LiquidFailure, type ParsedLiquid, parseLiquid, renderLiquid } from '../clients/templates/liquid.ts';
import type { Facts, Rendered, RenderTemplate } from '../domain/template/contract.ts';
import { declaredFacts, factsOfKind } from '../domain/template/facts.ts';
import { maxCharacters, type TemplatePlace, templateLocaleOf } from '../domain/template/place.ts';
import { findPublished } from '../store/templates.ts';

/** A template that was read, ready to be filled. */
interface Ready {
  readonly versionId: string | null;
  readonly subject: ParsedLiquid;
  readonly text: ParsedLiquid;
  readonly html: ParsedLiquid | null;
}

/** What a template is made of when it is filled: HTML, not MJML. */
export interface Finished {
  readonly versionId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** Two hundred Cyrillic letters, as many as any inbox shows. */
const subjectBytes = 400;

/** How long a process goes on with the version it knows; a publication is everywhere after this. */
const knownForMs = 5_000;

const readyOf = ({ versionId, subject, text, html }: Finished): Ready => ({
  versionId,
  subject: parseLiquid(subject, 'text'),
  text: parseLiquid(text, 'text'),
  html: html === null ? null : parseLiquid(html, 'html'),
});

const builtIn = ({ kind, channel, locale }: TemplatePlace): Finished => {
  const { subject, text } = builtInSource(kind, channel, locale);
  return { versionId: null, subject, text, html: channel === 'EMAIL' ? builtInHtml(kind, locale) : null };
};

/** Fills a template: exactly the facts its kind declares, one line for the subject. Throws {@link LiquidFailure}. */
const fill = ({ kind, channel, locale }: TemplatePlace, ready: Ready, given: Facts): Rendered => {
  const facts = declaredFacts(factsOfKind(kind, channel) ?? [], given, locale);
  const write = (part: ParsedLiquid, limit: number): string =>
    renderLiquid(part, facts, { locale, maxCharacters: limit });
  return {
    // A long name makes a long subject; it is cut, because a message has to go out.
    subject: shorten(write(ready.subject, maxCharacters.text).replace(/\s+/g, ' ').trim(), subjectBytes),
    text: write(ready.text, maxCharacters.text).trim(),
    ...(ready.html && { html: write(ready.html, maxCharacters.html) }),
    locale,
    versionId: ready.versionId,
  };
};

/** Writes a text that is not (yet) what is sent, as a preview does. */
export const fillTemplate = (place: TemplatePlace, finished: Finished, facts: Facts): Rendered =>
  fill(place, readyOf(finished), facts);

/** Renders messages; `forget` makes a publication of this process count at once. */
export interface TemplateRenderer {
  readonly render: RenderTemplate;
  readonly forget: (place: TemplatePlace) => void;
}

const keyOf = ({ kind, channel, locale }: TemplatePlace): string => `${kind}/${channel}/${locale}`;

/** Renders what is published, or what ships with the market; see {@link RenderTemplate}. */
export const createTemplateRenderer = (runtime: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}): TemplateRenderer => {
  const { database, clock, log } = runtime;
  const shipped = new Map<string, Ready>();
  const published = new Map<string, { readonly until: number; readonly ready: Promise<Ready | null> }>();

  const shippedAt = (place: TemplatePlace): Ready => {
    const key = keyOf(place);
    const known = shipped.get(key) ?? readyOf(builtIn(place));
    shipped.set(key, known);
    return known;
  };

  const readPublished = async (place: TemplatePlace): Promise<Ready | null> => {
    const row = await findPublished(database.orm, place);
    if (!row) return null;
    try {
      const { id: versionId, subject, text, html } = row;
      return readyOf({ versionId, subject, text, html });
    } catch (error) {
      if (!(error instanceof LiquidFailure)) throw error;
      log.error({ ...place, versionId: row.id, reason: error.message }, 'A published template cannot be read.');
      return null;
    }
  };

  const publishedAt = (place: TemplatePlace): Promise<Ready | null> => {
    const key = keyOf(place);
    const known = published.get(key);
    const now = clock.now().getTime();
    if (known && now < known.until) return known.ready;
    const ready = readPublished(place);
    published.set(key, { until: now + knownForMs, ready });
    // A database that was away is asked again at once.
    ready.catch(() => published.delete(key));
    return ready;
  };

  const render: RenderTemplate = async (kind, channel, locale, facts) => {
    invariant(factsOfKind(kind, channel) !== undefined, `There is no template for "${kind}".`);
    const place = { kind, channel, locale: templateLocaleOf(locale) };
    const current = await publishedAt(place);
    try {
      if (current) return fill(place, current, facts);
    } catch (error) {
      if (!(error instanceof LiquidFailure)) throw error;
      // The reason names a variable or a limit, never a fact.
      log.error({ ...place, versionId: current?.versionId, reason: error.message }, 'A published template failed.');
    }
    return fill(place, shippedAt(place), facts);
  };

  return { render, forget: (place) => void published.delete(keyOf(place)) };
};
