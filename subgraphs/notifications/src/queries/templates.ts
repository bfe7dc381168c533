import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { type Channel, channels } from '../domain/channel.ts';
import { type TemplateLocale, templateLocales } from '../domain/template/contract.ts';
import { templateKinds } from '../domain/template/facts.ts';
import type { TemplatePlace } from '../domain/template/place.ts';
import type { Services } from '../services.ts';
import { template, templateVersion } from '../store/template.table.ts';
import { findTemplate, type TemplateRow, type TemplateVersionRow } from '../store/templates.ts';

/** One text of the market with its row, where an editor ever touched it. */
export interface TemplateView extends TemplatePlace {
  readonly row: TemplateRow | undefined;
}

/** Which texts to list; left out means all. */
export interface TemplateFilter {
  readonly kind?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly locale?: TemplateLocale | undefined;
}

const keyOf = ({ kind, channel, locale }: { kind: string; channel: string; locale: string }): string =>
  `${kind}/${channel}/${locale}`;

/** Every text there is, edited or not, by kind, channel and language: a few hundred, and one statement. */
export const listTemplates = async ({ database }: Services, filter: TemplateFilter): Promise<TemplateView[]> => {
  const rows = new Map((await database.orm.select().from(template)).map((row) => [keyOf(row), row]));
  const places: TemplatePlace[] = templateKinds.flatMap((kind) =>
    channels.flatMap((channel) => templateLocales.map((locale) => ({ kind, channel, locale }))),
  );
  return places
    .filter(
      ({ kind, channel, locale }) =>
        (filter.kind === undefined || kind === filter.kind) &&
        (filter.channel === undefined || channel === filter.channel) &&
        (filter.locale === undefined || locale === filter.locale),
    )
    .map((place) => ({ ...place, row: rows.get(keyOf(place)) }));
};

/** One text; undefined when there is no such kind of message. */
export const templateAt = async ({ database }: Services, place: TemplatePlace): Promise<TemplateView | undefined> =>
  templateKinds.includes(place.kind) ? { ...place, row: await findTemplate(database.orm, place) } : undefined;

/** Versions by id, for what is published. */
export const templateVersionById: LoaderDefinition<Services, string, TemplateVersionRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(templateVersion)
      .where(inArray(templateVersion.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** Versions of one text, newest first. */
export const versionsOf = (
  { database }: Services,
  { kind, channel, locale }: TemplatePlace,
  limit: number,
): Promise<TemplateVersionRow[]> =>
  database.orm
    .select()
    .from(templateVersion)
    .where(
      and(eq(templateVersion.kind, kind), eq(templateVersion.channel, channel), eq(templateVersion.locale, locale)),
    )
    .orderBy(desc(templateVersion.number))
    .limit(Math.min(Math.max(limit, 0), 50));
