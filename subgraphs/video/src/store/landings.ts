import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, count, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { LandingDocument } from '../domain/landing-document.ts';
import { landing, landingSlug, landingVersion } from './landing.table.ts';

export type LandingRow = typeof landing.$inferSelect;
export type LandingVersionRow = typeof landingVersion.$inferSelect;
type Editable = Partial<Pick<LandingRow, 'slug' | 'draft' | 'publishedVersion' | 'publishedAt'>>;

export const landingsByIds = (on: Executor, ids: readonly string[]): Promise<LandingRow[]> =>
  on
    .select()
    .from(landing)
    .where(inArray(landing.id, ids.map(lookupKey)));

/** Pages by any address they have or had, with the address asked for. */
export const landingsBySlugs = async (
  on: Executor,
  slugs: readonly string[],
): Promise<(LandingRow & { readonly askedSlug: string })[]> => {
  const rows = await on
    .select({ row: landing, askedSlug: landingSlug.slug })
    .from(landingSlug)
    .innerJoin(landing, eq(landing.id, landingSlug.landingId))
    .where(inArray(landingSlug.slug, slugs.map(lookupKey)));
  return rows.map(({ row, askedSlug }) => ({ ...row, askedSlug }));
};

export const lockLanding = async (tx: Tx, id: string): Promise<LandingRow | undefined> =>
  (
    await tx
      .select()
      .from(landing)
      .where(eq(landing.id, lookupKey(id)))
      .for('update')
  )[0];

/** Takes an address for a page; false when another page has or had it. A page may take back one of its own. */
export const takeSlug = async (tx: Tx, slug: string, landingId: string): Promise<boolean> => {
  const [mine] = await tx
    .insert(landingSlug)
    .values({ slug, landingId })
    .onConflictDoUpdate({
      target: landingSlug.slug,
      set: { landingId: sql`${landingSlug.landingId}` },
      setWhere: eq(landingSlug.landingId, landingId),
    })
    .returning();
  return mine !== undefined;
};

/** Creations of one shop's pages wait for each other, so that the limit holds. */
export const lockShopLandings = async (tx: Tx, shopId: string): Promise<void> =>
  void (await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${shopId}, 21))`));

export const countLandings = async (tx: Tx, shopId: string): Promise<number> =>
  (await tx.select({ value: count() }).from(landing).where(eq(landing.shopId, shopId)))[0]?.value ?? 0;

export const insertLanding = async (tx: Tx, row: LandingRow): Promise<void> =>
  void (await tx.insert(landing).values(row));

/** Changes a locked page and raises its version. */
export const changeLanding = async (tx: Tx, id: string, change: Editable): Promise<LandingRow> => {
  const [row] = await tx
    .update(landing)
    .set({ ...change, version: sql`${landing.version} + 1` })
    .where(eq(landing.id, id))
    .returning();
  return row as LandingRow;
};

export const deleteLandingRow = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.delete(landing).where(eq(landing.id, id)));

/** Writes the next version of a locked page and gives its number. */
export const appendVersion = async (tx: Tx, version: Omit<LandingVersionRow, 'number'>): Promise<number> => {
  const [last] = await tx
    .select({ number: max(landingVersion.number) })
    .from(landingVersion)
    .where(eq(landingVersion.landingId, version.landingId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(landingVersion).values({ ...version, number });
  return number;
};

export const versionDocument = async (
  on: Executor,
  landingId: string,
  number: number,
): Promise<LandingDocument | undefined> => {
  const [row] = await on
    .select({ document: landingVersion.document })
    .from(landingVersion)
    .where(and(eq(landingVersion.landingId, landingId), eq(landingVersion.number, number)));
  return row?.document;
};

/** The published version of each page that has one. */
export const publishedDocuments = (
  on: Executor,
  landingIds: readonly string[],
): Promise<{ landingId: string; document: LandingDocument }[]> =>
  on
    .select({ landingId: landingVersion.landingId, document: landingVersion.document })
    .from(landingVersion)
    .innerJoin(
      landing,
      and(eq(landing.id, landingVersion.landingId), eq(landing.publishedVersion, landingVersion.number)),
    )
    .where(inArray(landing.id, [...landingIds]));

const shownVersions = 50;

/** The newest versions of pages, newest first. */
export const versionsOf = (on: Executor, landingIds: readonly string[]): Promise<LandingVersionRow[]> => {
  const ranked = on
    .select({
      landingId: landingVersion.landingId,
      number: landingVersion.number,
      document: landingVersion.document,
      publishedAt: landingVersion.publishedAt,
      publishedBy: landingVersion.publishedBy,
      rank: sql<number>`row_number() over (partition by ${landingVersion.landingId} order by ${landingVersion.number} desc)`.as(
        'rank',
      ),
    })
    .from(landingVersion)
    .where(inArray(landingVersion.landingId, [...landingIds]))
    .as('ranked');
  return on
    .select({
      landingId: ranked.landingId,
      number: ranked.number,
      document: ranked.document,
      publishedAt: ranked.publishedAt,
      publishedBy: ranked.publishedBy,
    })
    .from(ranked)
    .where(sql`${ranked.rank} <= ${shownVersions}`)
    .orderBy(desc(ranked.number));
};
