import { newId } from '@vitrina/platform/ids';
import { asClient, asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../src/services.ts';
import { video as videoTable } from '../src/store/video.table.ts';
import { video } from '../src/subgraph.ts';

const shopId = 'shp_one';
const editor = asUser('usr_editor', { shops: { [shopId]: ['media:write'] } });
const stranger = asUser('usr_stranger', { shops: { shp_two: ['media:write'] } });
const erp = asClient('key_erp', shopId, ['media:write']);

const [mats, gone, theirs] = [newId('prd'), newId('prd'), newId('prd')] as const;
const listed = new Map([
  [mats, { productId: mats, shopId, onSale: true, variantIds: [] }],
  [gone, { productId: gone, shopId, onSale: false, variantIds: [] }],
  [theirs, { productId: theirs, shopId: 'shp_two', onSale: true, variantIds: [] }],
]);

let market: TestContext<Services>;
beforeAll(async () => {
  market = await testContext<Services>(video, {
    internal: {
      catalog: {
        ListedProducts: ({ ids }: { ids: string[] }) => ({ listedProducts: ids.flatMap((id) => listed.get(id) ?? []) }),
      },
    },
  });
});
afterAll(() => market.close());

interface Landing {
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
const done = ({ landing, userErrors }: Payload): Landing => {
  expect(userErrors).toEqual([]);
  return landing as Landing;
};
const freshSlug = () => `page-${newId('vlp').slice(4)}`;
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

describe('a landing page', () => {
  it('starts as a draft that only the shop sees, and says what is missing', async () => {
    const { id, slug } = await create(undefined, 'product-launch');
    expect(await bySlug(slug)).toBeNull();
    expect(await bySlug(slug, stranger)).toBeNull();
    expect(await bySlug(slug, editor)).toMatchObject({ id, state: 'DRAFT', title: 'Mats' });
    const refused = await publish(id);
    expect(refused.landing).toBeNull();
    expect(refused.userErrors).toContainEqual({ code: 'HERO_VIDEO_MISSING', field: ['sections', '0'] });
    expect(refused.userErrors).toContainEqual({ code: 'DESCRIPTION_MISSING', field: [] });
  });

  it('is seen by everybody once published, and goes on being what it was while its draft changes', async () => {
    const page = await published();
    expect(page).toMatchObject({ state: 'PUBLISHED', publishedVersion: 1 });
    await update({ landingId: page.id, title: 'Other mats', sections: [] });
    expect(await bySlug(page.slug)).toMatchObject({
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
    const page = await published();
    await update({ landingId: page.id, title: 'Second' });
    done(await publish(page.id));
    expect(await bySlug(page.slug)).toMatchObject({ title: 'Second', publishedVersion: 2 });
    done(await run('revertVideoLanding', 'RevertVideoLandingInput', { landingId: page.id, number: 1 }));
    expect(done(await publish(page.id))).toMatchObject({ title: 'Mats', publishedVersion: 3 });
    expect(
      (await run('revertVideoLanding', 'RevertVideoLandingInput', { landingId: page.id, number: 9 })).userErrors,
    ).toEqual([{ code: 'VERSION_NOT_FOUND', field: ['number'] }]);
    done(await run('unpublishVideoLanding', 'UnpublishVideoLandingInput', { landingId: page.id }));
    expect(await bySlug(page.slug)).toBeNull();
  });

  it('keeps leading from an old address, which stays its own', async () => {
    const page = await published();
    const slug = freshSlug();
    done(await run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug }));
    expect(await bySlug(page.slug)).toMatchObject({ id: page.id, slug });
    const input = { shopId, templateCode: 'blank', slug: page.slug, title: 'Thief', locale: 'en' };
    expect((await run('createVideoLanding', 'CreateVideoLandingInput', input)).userErrors).toEqual([
      { code: 'SLUG_TAKEN', field: ['slug'] },
    ]);
    expect(
      done(await run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug: page.slug })).slug,
    ).toBe(page.slug);
  });

  it('wins an address once, however many ask for it at the same moment', async () => {
    const slug = freshSlug();
    const input = { shopId, templateCode: 'blank', slug, title: 'Race', locale: 'en' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => run('createVideoLanding', 'CreateVideoLandingInput', input)),
    );
    expect(answers.filter(({ landing }) => landing)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'SLUG_TAKEN')).toHaveLength(7);
  });

  it('is not changed over somebody else’s change', async () => {
    const { id, version } = await create();
    const answers = await Promise.all(
      ['A', 'B'].map((title) => update({ landingId: id, title, expectedVersion: version })),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([
      { code: 'VERSION_CONFLICT', field: ['expectedVersion'] },
    ]);
  });

  it('belongs to its shop: to all others each change looks as if there were no such page', async () => {
    const page = await published();
    const attempts = [
      () => update({ landingId: page.id, title: 'Mine' }, stranger),
      () => publish(page.id, {}, stranger),
      () => run('unpublishVideoLanding', 'UnpublishVideoLandingInput', { landingId: page.id }, stranger),
      () => run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug: freshSlug() }, stranger),
      () => update({ landingId: newId('vlp'), title: 'Nobody’s' }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await update({ landingId: page.id, title: 'By the ERP' }, erp)).userErrors).toEqual([]);
    const seen = await market.ask<{ videoLanding: object }>(
      'query ($slug: String!) { videoLanding(slug: $slug) { draft { title } versions { number } } }',
      { slug: page.slug },
      { as: stranger },
    );
    expect(seen.data?.videoLanding).toEqual({ draft: null, versions: [] });
  });

  it('resolves as an entity by id and by address, and hides drafts there too', async () => {
    const [page, draft] = [await published(), await create()];
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
    const [draft, page] = [await create(), await published()];
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
    const { id } = await create();
    const videoId = await publicVideo(changes);
    await update({ landingId: id, seo: { description: 'x' }, sections: [{ heroVideo: { videoId } }] });
    expect((await publish(id)).userErrors).toEqual([{ code: 'HERO_VIDEO_NOT_PUBLIC', field: ['sections', '0'] }]);
  });

  it('is not published with goods that are off sale or another shop’s', async () => {
    const { id } = await create();
    const grid = { productGrid: { productIds: [mats, gone, theirs] } };
    await update({ landingId: id, seo: { description: 'x' }, sections: [grid] });
    expect((await publish(id)).userErrors).toEqual([{ code: 'PRODUCT_NOT_ON_SALE', field: ['sections', '0'] }]);
  });

  it('leaves out goods that went off sale after it was published, and a video that was taken back', async () => {
    const page = await published();
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

describe('pictures of a page', () => {
  let landingId: string;
  let slug: string;
  beforeEach(async () => {
    ({ id: landingId, slug } = await create());
  });
  const open = async (sizeBytes: number, as = editor) => {
    const result = await market.ask<{
      createLandingImageUpload: { upload: { id: string } | null; userErrors: { code: string }[] };
    }>(
      'mutation ($input: CreateLandingImageUploadInput!) { createLandingImageUpload(input: $input) { upload { id } userErrors { code } } }',
      { input: { landingId, fileName: 'mats.jpg', sizeBytes } },
      { as },
    );
    return { ...result.data?.createLandingImageUpload, code: result.errors?.[0]?.extensions?.['code'] };
  };
  const attach = async (uploadId: string, as = editor, page = landingId) => {
    const result = await market.ask<{
      attachLandingImage: { image: { id: string } | null; userErrors: { code: string; field: string[] }[] };
    }>(
      'mutation ($input: AttachLandingImageInput!) { attachLandingImage(input: $input) { image { id } userErrors { code field } } }',
      { input: { landingId: page, uploadId, alt: 'Mats on a floor' } },
      { as },
    );
    return { ...result.data?.attachLandingImage, code: result.errors?.[0]?.extensions?.['code'] };
  };
  const send = async (bytes: Buffer): Promise<string> => {
    const { upload } = await open(bytes.length);
    await market.sendUpload(upload as { id: string }, bytes);
    return upload?.id as string;
  };
  const photo = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#a04020' } })
      .jpeg()
      .toBuffer();

  it('are rendered, shown in a gallery and deleted with the page, also when each wake is lost', async () => {
    const { image } = await attach(await send(await photo()));
    const gallery = { gallery: { imageIds: [image?.id] } };
    await update({ landingId, seo: { description: 'x' }, sections: [gallery] });
    expect((await publish(landingId)).userErrors).toEqual([{ code: 'PICTURE_NOT_READY', field: ['sections', '0'] }]);
    await market.runJobs();
    done(await publish(landingId));
    const query = `query ($slug: String!) { videoLanding(slug: $slug) { sections { ... on GallerySection {
      images { id alt width height thumbhash dominantColor url(width: 200, format: JPEG) srcset(format: WEBP) } } } } }`;
    const shown = await market.ask<{ videoLanding: { sections: [{ images: Record<string, string>[] }] } }>(query, {
      slug,
    });
    const [picture] = shown.data?.videoLanding.sections[0].images ?? [];
    expect(picture).toMatchObject({
      id: image?.id,
      alt: 'Mats on a floor',
      width: 400,
      height: 300,
      dominantColor: expect.stringMatching(/^#/),
    });
    expect(picture?.['url']).toMatch(/\.jpg$/);
    expect(picture?.['srcset']).toContain(' 320w');
    expect(await market.runtime.objects.list('public', 'img/')).not.toEqual([]);
    const deleted = await market.ask(
      'mutation ($input: DeleteVideoLandingInput!) { deleteVideoLanding(input: $input) { deletedId } }',
      { input: { landingId } },
      { as: editor },
    );
    expect(deleted.errors).toBeUndefined();
    expect(deleted.data).toEqual({ deleteVideoLanding: { deletedId: landingId } });
    expect(await market.runtime.objects.list('public', 'img/')).toEqual([]);
    expect(await market.runtime.objects.list('private', '')).toEqual([]);
  });

  it('that are none fail alone, with a code', async () => {
    const refused = await attach(await send(Buffer.from('#!/bin/sh\necho pwned\n')));
    expect(refused.userErrors).toEqual([expect.objectContaining({ code: 'UNSUPPORTED_FILE_TYPE' })]);
    const cut = (await photo()).subarray(0, 300);
    const { image } = await attach(await send(cut));
    await market.runJobs();
    const [row] = await market.database
      .sql`select state, failure_code from landing_image where id = ${image?.id as string}`;
    expect(row).toMatchObject({ state: 'FAILED', failure_code: 'CORRUPT_IMAGE' });
  });

  it('are opened by the shop only, used once, and for their own page', async () => {
    expect((await open(100, stranger)).code).toBe('NOT_FOUND');
    const uploadId = await send(await photo());
    const other = await create();
    expect((await attach(uploadId, stranger)).code).toBe('NOT_FOUND');
    expect((await attach(uploadId, editor, other.id)).userErrors).toEqual([
      { code: 'UPLOAD_NOT_FOUND', field: ['uploadId'] },
    ]);
    const answers = await Promise.all([attach(uploadId), attach(uploadId), attach(uploadId)]);
    expect(answers.filter(({ image }) => image)).toHaveLength(1);
  });
});
