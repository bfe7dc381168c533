import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  done,
  editor,
  erp,
  freshSlug,
  gone,
  type LandingMarket,
  listed,
  mats,
  openLandingMarket,
  shopId,
  stranger,
  theirs,
} from './landing-market.ts';

let market: LandingMarket;
beforeAll(async () => {
  market = await openLandingMarket();
});
afterAll(() => market.close());

describe('a landing page', () => {
  it('starts as a draft that only the shop sees, and says what is missing', async () => {
    const { id, slug } = await market.create(undefined, 'product-launch');
    expect(await market.bySlug(slug)).toBeNull();
    expect(await market.bySlug(slug, stranger)).toBeNull();
    expect(await market.bySlug(slug, editor)).toMatchObject({ id, state: 'DRAFT', title: 'Mats' });
    const refused = await market.publish(id);
    expect(refused.landing).toBeNull();
    expect(refused.userErrors).toContainEqual({ code: 'HERO_VIDEO_MISSING', field: ['sections', '0'] });
    expect(refused.userErrors).toContainEqual({ code: 'DESCRIPTION_MISSING', field: [] });
  });

  it('is seen by everybody once published, and goes on being what it was while its draft changes', async () => {
    const page = await market.published();
    expect(page).toMatchObject({ state: 'PUBLISHED', publishedVersion: 1 });
    await market.update({ landingId: page.id, title: 'Other mats', sections: [] });
    expect(await market.bySlug(page.slug)).toMatchObject({
      title: 'Mats',
      seo: { title: 'Mats', description: 'Soft mats.' },
      sections: [{ __typename: 'HeroVideoSection' }, { __typename: 'ProductGridSection' }],
    });
    const draft = await market.ask<{ videoLanding: { draft: unknown } }>(
      'query ($slug: String!) { videoLanding(slug: $slug) { draft { title changed problems { code } } } }',
      { slug: page.slug },
      { as: editor },
    );
    expect(draft.data?.videoLanding.draft).toEqual({
      title: 'Other mats',
      changed: true,
      problems: [{ code: 'SECTIONS_MISSING' }],
    });
  });

  it('goes back to an earlier version, and down', async () => {
    const page = await market.published();
    await market.update({ landingId: page.id, title: 'Second' });
    done(await market.publish(page.id));
    expect(await market.bySlug(page.slug)).toMatchObject({ title: 'Second', publishedVersion: 2 });
    done(await market.run('revertVideoLanding', 'RevertVideoLandingInput', { landingId: page.id, number: 1 }));
    expect(done(await market.publish(page.id))).toMatchObject({ title: 'Mats', publishedVersion: 3 });
    expect(
      (await market.run('revertVideoLanding', 'RevertVideoLandingInput', { landingId: page.id, number: 9 })).userErrors,
    ).toEqual([{ code: 'VERSION_NOT_FOUND', field: ['number'] }]);
    done(await market.run('unpublishVideoLanding', 'UnpublishVideoLandingInput', { landingId: page.id }));
    expect(await market.bySlug(page.slug)).toBeNull();
  });

  it('keeps leading from an old address, which stays its own', async () => {
    const page = await market.published();
    const slug = freshSlug();
    done(await market.run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug }));
    expect(await market.bySlug(page.slug)).toMatchObject({ id: page.id, slug });
    const input = { shopId, templateCode: 'blank', slug: page.slug, title: 'Thief', locale: 'en' };
    expect((await market.run('createVideoLanding', 'CreateVideoLandingInput', input)).userErrors).toEqual([
      { code: 'SLUG_TAKEN', field: ['slug'] },
    ]);
    expect(
      done(await market.run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug: page.slug }))
        .slug,
    ).toBe(page.slug);
  });

  it('wins an address once, however many ask for it at the same moment', async () => {
    const slug = freshSlug();
    const input = { shopId, templateCode: 'blank', slug, title: 'Race', locale: 'en' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => market.run('createVideoLanding', 'CreateVideoLandingInput', input)),
    );
    expect(answers.filter(({ landing }) => landing)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'SLUG_TAKEN')).toHaveLength(7);
  });

  it('is not changed over somebody else’s change', async () => {
    const { id, version } = await market.create();
    const answers = await Promise.all(
      ['A', 'B'].map((title) => market.update({ landingId: id, title, expectedVersion: version })),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([
      { code: 'VERSION_CONFLICT', field: ['expectedVersion'] },
    ]);
  });

  it('belongs to its shop: to all others each change looks as if there were no such page', async () => {
    const page = await market.published();
    const attempts = [
      () => market.update({ landingId: page.id, title: 'Mine' }, stranger),
      () => market.publish(page.id, {}, stranger),
      () => market.run('unpublishVideoLanding', 'UnpublishVideoLandingInput', { landingId: page.id }, stranger),
      () =>
        market.run(
          'renameVideoLanding',
          'RenameVideoLandingInput',
          { landingId: page.id, slug: freshSlug() },
          stranger,
        ),
      () => market.update({ landingId: newId('vlp'), title: 'Nobody’s' }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await market.update({ landingId: page.id, title: 'By the ERP' }, erp)).userErrors).toEqual([]);
    const seen = await market.ask<{ videoLanding: object }>(
      'query ($slug: String!) { videoLanding(slug: $slug) { draft { title } versions { number } } }',
      { slug: page.slug },
      { as: stranger },
    );
    expect(seen.data?.videoLanding).toEqual({ draft: null, versions: [] });
  });

  it('resolves as an entity by id and by address, and hides drafts there too', async () => {
    const [page, draft] = [await market.published(), await market.create()];
    const references = [
      { __typename: 'VideoLanding', id: page.id },
      { __typename: 'VideoLanding', slug: page.slug },
      { __typename: 'VideoLanding', id: draft.id },
      { __typename: 'VideoLanding', slug: draft.slug },
    ];
    const { data } = await market.ask<{ _entities: ({ id: string } | null)[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on VideoLanding { id } } }',
      { r: references },
    );
    expect(data?._entities.map((entity) => entity?.id ?? null)).toEqual([page.id, page.id, null, null]);
  });

  it('lists newest first, drafts for the shop only', async () => {
    const [draft, page] = [await market.create(), await market.published()];
    const list = async (as?: typeof editor) =>
      (
        await market.ask<{ _entities: [{ landings: { edges: { node: { id: string } }[] } }] }>(
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shop { landings(first: 100) { edges { node { id } } } } } }',
          { r: [{ __typename: 'Shop', id: shopId }] },
          as ? { as } : {},
        )
      ).data?._entities[0].landings.edges.map(({ node }) => node.id) ?? [];
    expect((await list(editor)).slice(0, 2)).toEqual([page.id, draft.id]);
    expect(await list()).toContain(page.id);
    expect(await list()).not.toContain(draft.id);
  });
});

describe('what a page shows', () => {
  it.each([
    ['a private video', { visibility: 'PRIVATE' as const, storedIn: 'private' as const }],
    ['a video that moderation holds', { moderation: 'PENDING' as const }],
    ['another shop’s video', { shopId: 'shp_two' }],
    ['a video without anything to play', { state: 'PROCESSING' as const }],
  ])('is not published with %s', async (_what, changes) => {
    const { id } = await market.create();
    const videoId = await market.publicVideo(changes);
    await market.update({ landingId: id, seo: { description: 'x' }, sections: [{ heroVideo: { videoId } }] });
    expect((await market.publish(id)).userErrors).toEqual([
      { code: 'HERO_VIDEO_NOT_PUBLIC', field: ['sections', '0'] },
    ]);
  });

  it('is not published with goods that are off sale or another shop’s', async () => {
    const { id } = await market.create();
    const grid = { productGrid: { productIds: [mats, gone, theirs] } };
    await market.update({ landingId: id, seo: { description: 'x' }, sections: [grid] });
    expect((await market.publish(id)).userErrors).toEqual([{ code: 'PRODUCT_NOT_ON_SALE', field: ['sections', '0'] }]);
  });

  it('leaves out goods that went off sale after it was published, and a video that was taken back', async () => {
    const page = await market.published();
    const query = `query ($slug: String!) { videoLanding(slug: $slug) { seo { imageUrl } sections {
      ... on HeroVideoSection { video { id } } ... on ProductGridSection { products { id } } } } }`;
    const show = async () =>
      (await market.ask<{ videoLanding: { sections: object[] } }>(query, { slug: page.slug })).data?.videoLanding
        .sections;
    expect(await show()).toEqual([{ video: { id: page.videoId } }, { products: [{ id: mats }] }]);
    listed.set(mats, { productId: mats, shopId, onSale: false, variantIds: [] });
    await market.database.sql`update video set moderation = 'REJECTED' where id = ${page.videoId}`;
    try {
      expect(await show()).toEqual([{ video: null }, { products: [] }]);
    } finally {
      listed.set(mats, { productId: mats, shopId, onSale: true, variantIds: [] });
    }
  });
});
