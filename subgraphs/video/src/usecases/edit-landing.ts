import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import type { LandingDocument } from '../domain/landing-document.ts';
import { readSections, type SectionInput } from '../domain/landing-read-sections.ts';
import { foreignPictures, landingChanged, versionNotFound } from '../domain/landing-refusals.ts';
import { readLandingSlug, slugTaken } from '../domain/landing-slug.ts';
import type { Services } from '../services.ts';
import { imagesOfLanding } from '../store/landing-images.ts';
import { changeLanding, type LandingRow, lockLanding, takeSlug, versionDocument } from '../store/landings.ts';
import { isStaff } from './access.ts';

/** Missing and another shop's look the same. */
export const noSuchLanding = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such landing page in your shop; check its identifier.', {
    field: ['input', 'landingId'],
  });

/** Which page, and the version the change was made against. */
export interface LandingEdit {
  readonly landingId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Runs a change on a page the actor may edit, at the version they saw. A page that is not theirs looks as if it were not there. */
export const editLanding = (
  { database }: Services,
  actor: Actor,
  { landingId, expectedVersion }: LandingEdit,
  change: (tx: Tx, row: LandingRow) => Promise<Result<LandingRow, Refusal>>,
): Promise<Result<LandingRow, Refusal>> =>
  database.transaction(async (tx) => {
    const row = await lockLanding(tx, landingId);
    if (!row || !isStaff(actor, row.shopId)) throw noSuchLanding();
    if (expectedVersion != null && expectedVersion !== row.version) return refuse(landingChanged(row.version));
    return change(tx, row);
  });

export interface DraftInput extends LandingEdit {
  readonly title?: string | null | undefined;
  readonly seo?: { readonly title?: string | null | undefined; readonly description: string } | null | undefined;
  readonly sections?: readonly SectionInput[] | null | undefined;
}

const readDraft = (input: DraftInput, was: LandingDocument): Result<LandingDocument, Refusal> => {
  const title = input.title == null ? ok(was.title) : readText(input.title, { field: ['title'], min: 1, max: 120 });
  const seoTitle = input.seo
    ? readText(input.seo.title ?? '', { field: ['seo', 'title'], min: 0, max: 70 })
    : ok(was.seoTitle);
  const seoDescription = input.seo
    ? readText(input.seo.description, { field: ['seo', 'description'], min: 0, max: 200 })
    : ok(was.seoDescription);
  const sections = input.sections
    ? readSections(input.sections, new Set(was.sections.map(({ id }) => id)))
    : ok(was.sections);
  if (title.ok && seoTitle.ok && seoDescription.ok && sections.ok)
    return ok({
      title: title.value,
      seoTitle: seoTitle.value || null,
      seoDescription: seoDescription.value,
      sections: sections.value,
    });
  const [first, ...rest] = [title, seoTitle, seoDescription, sections].flatMap((part) =>
    part.ok ? [] : part.refusals,
  );
  return first ? refuse(first, ...rest) : ok(was);
};

/** Changes the draft; what is published stays until the draft is published. What is left out stays as it is. */
export const updateDraft = (services: Services, actor: Actor, input: DraftInput) =>
  editLanding(services, actor, input, async (tx, row) => {
    const draft = readDraft(input, row.draft);
    if (!draft.ok) return draft;
    const own = new Set((await imagesOfLanding(tx, row.id)).map(({ id }) => id));
    const [first, ...rest] = foreignPictures(draft.value.sections, own);
    return first ? refuse(first, ...rest) : ok(await changeLanding(tx, row.id, { draft: draft.value }));
  });

/** Makes the draft what an earlier version was; nothing is published by that. */
export const revertDraft = (services: Services, actor: Actor, input: LandingEdit & { readonly number: number }) =>
  editLanding(services, actor, input, async (tx, row) => {
    const draft = await versionDocument(tx, row.id, input.number);
    return draft ? ok(await changeLanding(tx, row.id, { draft })) : refuse(versionNotFound());
  });

/** Gives the page another address; the ones it had go on leading to it. */
export const renameLanding = (services: Services, actor: Actor, input: LandingEdit & { readonly slug: string }) =>
  editLanding(services, actor, input, async (tx, row) => {
    const slug = readLandingSlug(input.slug);
    if (!slug.ok) return slug;
    if (slug.value === row.slug) return ok(row);
    if (!(await takeSlug(tx, slug.value, row.id))) return refuse(slugTaken());
    return ok(await changeLanding(tx, row.id, { slug: slug.value }));
  });
