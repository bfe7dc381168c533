import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { Page } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { LandingDocument } from '../domain/landing-document.ts';
import type { Services } from '../services.ts';
import { landing } from '../store/landing.table.ts';
import { imagesByIds, type LandingImageRow } from '../store/landing-images.ts';
import {
  type LandingRow,
  type LandingVersionRow,
  landingsByIds,
  landingsBySlugs,
  publishedDocuments,
  versionsOf,
} from '../store/landings.ts';

/** Pages by id, whatever their state. */
export const landings: LoaderDefinition<Services, string, LandingRow> = {
  load: ({ database }, ids) => landingsByIds(database.orm, ids),
  keyOf: ({ id }) => id,
};

/** Pages by an address they have or had. */
export const landingsBySlug: LoaderDefinition<Services, string, LandingRow & { readonly askedSlug: string }> = {
  load: ({ database }, slugs) => landingsBySlugs(database.orm, slugs),
  keyOf: ({ askedSlug }) => askedSlug,
};

/** What is published of each page. */
export const publishedByLanding: LoaderDefinition<Services, string, { landingId: string; document: LandingDocument }> =
  {
    load: ({ database }, ids) => publishedDocuments(database.orm, ids),
    keyOf: ({ landingId }) => landingId,
  };

/** The newest versions of each page, newest first. */
export const versionsByLanding: LoaderDefinition<Services, string, LandingVersionRow> = {
  load: ({ database }, ids) => versionsOf(database.orm, ids),
  keyOf: ({ landingId }) => landingId,
};

/** Pictures of pages by id. */
export const landingImages: LoaderDefinition<Services, string, LandingImageRow> = {
  load: ({ database }, ids) => imagesByIds(database.orm, ids),
  keyOf: ({ id }) => id,
};

const key = sql`${landing.id} collate "C"`;

/** One page of a shop's landing pages, newest first, with one row more than asked for. */
export const shopLandings = (
  { database }: Services,
  shopId: string,
  { cursor, direction, limit }: Page<readonly [string]>,
  onlyPublished: boolean,
): Promise<LandingRow[]> => {
  const forward = direction === 'forward';
  const from = cursor && lookupKey(String(cursor[0]));
  const beyond: SQL | undefined =
    from === undefined ? undefined : forward ? sql`${key} < ${from}` : sql`${key} > ${from}`;
  return database.orm
    .select()
    .from(landing)
    .where(and(eq(landing.shopId, shopId), onlyPublished ? isNotNull(landing.publishedVersion) : undefined, beyond))
    .orderBy(forward ? sql`${key} desc` : sql`${key} asc`)
    .limit(limit + 1);
};
