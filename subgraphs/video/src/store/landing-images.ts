import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { count, eq, inArray, sql } from 'drizzle-orm';
import { landingImage } from './landing.table.ts';

export type LandingImageRow = typeof landingImage.$inferSelect;

export const imagesByIds = (on: Executor, ids: readonly string[]): Promise<LandingImageRow[]> =>
  on
    .select()
    .from(landingImage)
    .where(inArray(landingImage.id, ids.map(lookupKey)));

export const imagesOfLanding = (on: Executor, landingId: string): Promise<LandingImageRow[]> =>
  on.select().from(landingImage).where(eq(landingImage.landingId, landingId));

export const countImages = async (on: Executor, landingId: string): Promise<number> =>
  (await on.select({ value: count() }).from(landingImage).where(eq(landingImage.landingId, landingId)))[0]?.value ?? 0;

export const insertImage = async (tx: Tx, row: LandingImageRow): Promise<void> =>
  void (await tx.insert(landingImage).values(row));

/** Which of these originals (SHA-256) some picture still shows. */
export const sharersOf = async (on: Executor, hashes: readonly string[]): Promise<string[]> => {
  const sha256 = sql<string>`${landingImage.image} ->> 'sha256'`;
  const rows = await on
    .selectDistinct({ sha256 })
    .from(landingImage)
    .where(inArray(sha256, [...hashes]));
  return rows.map((row) => row.sha256);
};
