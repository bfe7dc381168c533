import type { Executor, Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { and, eq, max, sql } from 'drizzle-orm';
import type { TemplatePlace } from '../domain/template/place.ts';
import { template, templateVersion } from './template.table.ts';

export type TemplateRow = typeof template.$inferSelect;
export type TemplateVersionRow = typeof templateVersion.$inferSelect;

/** What an editor writes. */
export interface TemplateDraft {
  readonly subject: string;
  readonly text: string;
  readonly mjml: string | null;
}

const at = ({ kind, channel, locale }: TemplatePlace) =>
  and(eq(template.kind, kind), eq(template.channel, channel), eq(template.locale, locale));

/** The row of a place; undefined where nobody has edited anything. */
export const findTemplate = async (on: Executor, place: TemplatePlace): Promise<TemplateRow | undefined> => {
  const [row] = await on.select().from(template).where(at(place));
  return row;
};

/** The published version of a place; undefined where the market's own text is sent. */
export const findPublished = async (on: Executor, place: TemplatePlace): Promise<TemplateVersionRow | undefined> => {
  const [row] = await on
    .select({ version: templateVersion })
    .from(template)
    .innerJoin(templateVersion, eq(templateVersion.id, template.publishedId))
    .where(at(place));
  return row?.version;
};

/** One version by its number. */
export const findVersion = async (
  on: Executor,
  { kind, channel, locale }: TemplatePlace,
  number: number,
): Promise<TemplateVersionRow | undefined> => {
  const [row] = await on
    .select()
    .from(templateVersion)
    .where(
      and(
        eq(templateVersion.kind, kind),
        eq(templateVersion.channel, channel),
        eq(templateVersion.locale, locale),
        eq(templateVersion.number, number),
      ),
    );
  return row;
};

interface Saved {
  readonly by: string;
  readonly now: Date;
  /** The revision the editor had before them; 0 where nothing was ever edited. */
  readonly expectedRevision: number;
}

/** Writes the draft over the revision that was read; undefined when somebody else was faster. */
export const saveDraft = async (
  on: Executor,
  place: TemplatePlace,
  draft: TemplateDraft | null,
  { by, now, expectedRevision }: Saved,
): Promise<TemplateRow | undefined> => {
  const values = {
    draftSubject: draft?.subject ?? null,
    draftText: draft?.text ?? null,
    draftMjml: draft?.mjml ?? null,
    savedBy: by,
    savedAt: now,
  };
  const [row] = await on
    .insert(template)
    .values({ ...place, ...values, revision: 1 })
    .onConflictDoUpdate({
      target: [template.kind, template.channel, template.locale],
      set: { ...values, revision: sql`${template.revision} + 1` },
      setWhere: eq(template.revision, expectedRevision),
    })
    .returning();
  // A first draft over nothing has revision 1; over something it would have been the conflict above.
  return row && row.revision === expectedRevision + 1 ? row : undefined;
};

/** Writes the next version of a place and makes it the one that is sent. Its row in `template` is locked by the caller. */
export const publishVersion = async (
  tx: Tx,
  place: TemplatePlace,
  content: TemplateDraft & { readonly html: string | null; readonly restoredFrom: number | null },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<TemplateVersionRow> => {
  const { kind, channel, locale } = place;
  const [last] = await tx
    .select({ number: max(templateVersion.number) })
    .from(templateVersion)
    .where(
      and(eq(templateVersion.kind, kind), eq(templateVersion.channel, channel), eq(templateVersion.locale, locale)),
    );
  const [version] = await tx
    .insert(templateVersion)
    .values({
      id: newId('tpv'),
      ...place,
      ...content,
      number: (last?.number ?? 0) + 1,
      publishedBy: by,
      publishedAt: now,
    })
    .returning();
  await pointTo(tx, place, (version as TemplateVersionRow).id);
  return version as TemplateVersionRow;
};

/** Makes a version the one that is sent; null goes back to the market's own text. */
export const pointTo = async (on: Executor, place: TemplatePlace, publishedId: string | null): Promise<void> => {
  await on.update(template).set({ publishedId }).where(at(place));
};
