import { imageUrl } from '@vitrina/platform/images';
import type { LandingDocument } from '../domain/landing-document.ts';
import { problemsOf } from '../domain/landing-problems.ts';
import { wordsIn } from '../domain/landing-templates.ts';
import type {
  LandingDraftResolvers,
  LandingSeoResolvers,
  LandingTemplateResolvers,
  LandingVersionResolvers,
  VideoLandingResolvers,
} from '../generated/resolvers.ts';
import { readReferenceFacts } from '../queries/landing-facts.ts';
import { landings, landingsBySlug, publishedByLanding, versionsByLanding } from '../queries/landings.ts';
import type { Context } from '../request.ts';
import type { LandingRow } from '../store/landings.ts';
import { isStaff } from '../usecases/access.ts';
import { posterOf } from './Video.ts';
import { stillUrls } from './VideoThumbnail.ts';
import { visibleVideo } from './visible-video.ts';

/** A page the caller may see: published ones, and drafts of the own shop. Missing and hidden look the same. */
export const visibleLanding = <Row extends LandingRow>(row: Row | null, { actor }: Context): Row | null =>
  row && (row.publishedVersion !== null || isStaff(actor, row.shopId)) ? row : null;

/** What is shown of a page: its published version; the draft to staff while there is none. */
const shown = async (row: LandingRow, { loaders }: Context): Promise<LandingDocument> =>
  (await loaders.one(publishedByLanding).load(row.id))?.document ?? row.draft;

export const VideoLanding: VideoLandingResolvers = {
  __resolveReference: async (reference, ctx) =>
    'id' in reference
      ? visibleLanding(await ctx.loaders.one(landings).load(reference.id), ctx)
      : visibleLanding(await ctx.loaders.one(landingsBySlug).load(reference.slug), ctx),
  shop: ({ shopId }) => ({ id: shopId }),
  state: ({ publishedVersion }) => (publishedVersion === null ? 'DRAFT' : 'PUBLISHED'),
  title: async (row, _args, ctx) => (await shown(row, ctx)).title,
  seo: (row, _args, ctx) => shown(row, ctx),
  sections: async (row, _args, ctx) => (await shown(row, ctx)).sections,
  draft: (row, _args, { actor }) => (isStaff(actor, row.shopId) ? row : null),
  versions: ({ id, shopId }, _args, { loaders, actor }) =>
    isStaff(actor, shopId) ? loaders.many(versionsByLanding).load(id) : [],
};

export const LandingDraft: LandingDraftResolvers = {
  title: ({ draft }) => draft.title,
  seo: ({ draft }) => draft,
  sections: ({ draft }) => draft.sections,
  problems: async (row, _args, { services }) => problemsOf(row.draft, await readReferenceFacts(services, row)),
  changed: async (row, _args, { loaders }) => {
    const published = await loaders.one(publishedByLanding).load(row.id);
    // Both were written by the same code, key by key in the same order, and jsonb keeps its own order for both.
    return JSON.stringify(published?.document) !== JSON.stringify(row.draft);
  },
};

export const LandingSeo: LandingSeoResolvers = {
  title: ({ seoTitle, title }) => seoTitle ?? title,
  description: ({ seoDescription }) => seoDescription,
  imageUrl: async ({ sections }, _args, ctx) => {
    const hero = sections.find((section) => section.kind === 'heroVideo');
    const video = hero?.videoId ? await visibleVideo(hero.videoId, ctx) : null;
    const poster = video && (await posterOf(video, {}, ctx));
    // What messengers show wants JPEG about 1,200 pixels wide.
    return poster?.image ? imageUrl(stillUrls(poster.folder, ctx), poster.image, 1_200, 'JPEG') : null;
  },
};

export const LandingVersion: LandingVersionResolvers = {
  title: ({ document }) => document.title,
};

export const LandingTemplate: LandingTemplateResolvers = {
  name: ({ name }, args, { meta }) => wordsIn(name, args.locale ?? meta.locale ?? 'en'),
  description: ({ description }, args, { meta }) => wordsIn(description, args.locale ?? meta.locale ?? 'en'),
};
