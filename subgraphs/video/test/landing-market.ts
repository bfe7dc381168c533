import { newId } from '@vitrina/platform/ids';
import { asClient, asUser, testContext } from '@vitrina/platform/testing';
import { expect } from 'vitest';
import type { Services } from '../src/services.ts';
import { video as videoTable } from '../src/store/video.table.ts';
import { video } from '../src/subgraph.ts';

export const shopId = 'shp_one';
export const editor = asUser('usr_editor', { shops: { [shopId]: ['media:write'] } });
export const stranger = asUser('usr_stranger', { shops: { shp_two: ['media:write'] } });
export const erp = asClient('key_erp', shopId, ['media:write']);

export const [mats, gone, theirs] = [newId('prd'), newId('prd'), newId('prd')] as const;
/** What catalog answers; tests take goods off sale here. */
export const listed = new Map([
  [mats, { productId: mats, shopId, onSale: true, variantIds: [] }],
  [gone, { productId: gone, shopId, onSale: false, variantIds: [] }],
  [theirs, { productId: theirs, shopId: 'shp_two', onSale: true, variantIds: [] }],
]);

export interface Landing {
  readonly id: string;
  readonly slug: string;
  readonly state: string;
  readonly version: number;
  readonly publishedVersion: number | null;
  readonly title: string;
  readonly sections: { readonly __typename: string; readonly id: string }[];
}
interface Payload {
  readonly landing: Landing | null;
  readonly userErrors: { readonly code: string; readonly field: string[] }[];
}
const fields = 'id slug state version publishedVersion title sections { __typename id }';

export const done = ({ landing, userErrors }: Payload): Landing => {
  expect(userErrors).toEqual([]);
  return landing as Landing;
};
export const freshSlug = () => `page-${newId('vlp').slice(4)}`;

/** The video context with a stand-in for catalog, and what tests of landing pages do with it. */
export const openLandingMarket = async () => {
  const market = await testContext<Services>(video, {
    internal: {
      catalog: {
        ListedProducts: ({ ids }: { ids: string[] }) => ({ listedProducts: ids.flatMap((id) => listed.get(id) ?? []) }),
      },
    },
  });
  const run = async (mutation: string, inputType: string, input: object, as = editor): Promise<Payload> => {
    const result = await market.ask<Record<string, Payload>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { landing { ${fields} } userErrors { code field } } }`,
      { input },
      { as },
    );
    if (result.errors)
      throw Object.assign(new Error(result.errors[0]?.message), { code: result.errors[0]?.extensions?.['code'] });
    return result.data?.[mutation] as Payload;
  };
  const create = async (slug = freshSlug(), templateCode = 'blank') =>
    done(
      await run('createVideoLanding', 'CreateVideoLandingInput', {
        shopId,
        templateCode,
        slug,
        title: 'Mats',
        locale: 'en',
      }),
    );
  const update = (input: object, as = editor) =>
    run('updateVideoLandingDraft', 'UpdateVideoLandingDraftInput', input, as);
  const publish = (landingId: string, more: object = {}, as = editor) =>
    run('publishVideoLanding', 'PublishVideoLandingInput', { landingId, ...more }, as);
  const bySlug = async (slug: string, as?: typeof editor) =>
    (
      await market.ask<{ videoLanding: (Landing & { seo: { title: string; description: string } }) | null }>(
        `query ($slug: String!) { videoLanding(slug: $slug) { ${fields} seo { title description } } }`,
        { slug },
        as ? { as } : {},
      )
    ).data?.videoLanding ?? null;

  const publicVideo = async (changes: Partial<typeof videoTable.$inferInsert> = {}) => {
    const id = newId('vid');
    await market.database.orm.insert(videoTable).values({
      id,
      shopId,
      title: 'How mats are made',
      format: 'LANDING',
      state: 'READY',
      visibility: 'PUBLIC',
      moderation: 'APPROVED',
      objectToken: id,
      storedIn: 'public',
      version: 1,
      createdAt: market.clock.now(),
      ...changes,
    });
    return id;
  };

  /** A page with everything it needs, published. */
  const published = async () => {
    const { id, slug } = await create();
    const videoId = await publicVideo();
    done(
      await update({
        landingId: id,
        seo: { description: 'Soft mats.' },
        sections: [{ headline: 'Mats', heroVideo: { videoId } }, { productGrid: { productIds: [mats] } }],
      }),
    );
    return { ...done(await publish(id)), slug, videoId };
  };
  return { ...market, run, create, update, publish, bySlug, publicVideo, published };
};

export type LandingMarket = Awaited<ReturnType<typeof openLandingMarket>>;
