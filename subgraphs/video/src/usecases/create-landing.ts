import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { templateNotFound, tooManyLandings } from '../domain/landing-refusals.ts';
import { readLandingSlug, slugTaken } from '../domain/landing-slug.ts';
import { draftFromTemplate, landingTemplates } from '../domain/landing-templates.ts';
import type { Services } from '../services.ts';
import {
  countLandings,
  deleteLandingRow,
  insertLanding,
  type LandingRow,
  lockShopLandings,
  takeSlug,
} from '../store/landings.ts';

const maxLandings = 200;
const refusalsOf = (...results: readonly Result<unknown, Refusal>[]): readonly Refusal[] =>
  results.flatMap((result) => (result.ok ? [] : result.refusals));

/** Makes a page out of a template, as a draft. Refusals: see `readLandingSlug`, plus SLUG_TAKEN, TEMPLATE_NOT_FOUND, TOO_MANY_LANDINGS. */
export const createLanding = async (
  { database, clock }: Services,
  input: {
    readonly shopId: string;
    readonly templateCode: string;
    readonly slug: string;
    readonly title: string;
    readonly locale: string;
  },
): Promise<Result<LandingRow, Refusal>> => {
  const slug = readLandingSlug(input.slug);
  const title = readText(input.title, { field: ['title'], min: 1, max: 120 });
  const template = landingTemplates.find(({ code }) => code === input.templateCode);
  const [first, ...rest] = [...refusalsOf(slug, title), ...(template ? [] : [templateNotFound()])];
  if (!slug.ok || !title.ok || !template || first) return refuse(first ?? templateNotFound(), ...rest);
  return database.transaction(async (tx) => {
    await lockShopLandings(tx, input.shopId);
    if ((await countLandings(tx, input.shopId)) >= maxLandings) return refuse(tooManyLandings(maxLandings));
    const row: LandingRow = {
      id: newId('vlp'),
      shopId: input.shopId,
      slug: slug.value,
      locale: input.locale,
      draft: draftFromTemplate(template, title.value, input.locale),
      publishedVersion: null,
      publishedAt: null,
      version: 1,
      createdAt: clock.now(),
    };
    await insertLanding(tx, row);
    if (await takeSlug(tx, slug.value, row.id)) return ok(row);
    await deleteLandingRow(tx, row.id);
    return refuse(slugTaken());
  });
};
