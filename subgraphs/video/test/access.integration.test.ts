import { asClient, asService } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  buyer,
  colleague,
  editor,
  goods,
  keysIn,
  shopId,
  stranger,
  type VideoTest,
  videoTest,
} from './setting.ts';

let test: VideoTest;
let shown: string;
let hidden: string;
beforeAll(async () => {
  test = await videoTest();
  shown = await test.upload();
  hidden = await test.upload('a private film', { visibility: 'PRIVATE', title: 'Secret' });
  await test.context.runJobs();
});
afterAll(() => test.close());

const staffFields = 'failure { code } moderation thumbnails { id } progress { percent }';
const erp = asClient('key_erp', shopId, ['media:write']);
const onlooker = asClient('key_stock', shopId, ['stock:write']);

describe('who sees a video', () => {
  it.each([
    ['a guest', undefined],
    ['a buyer', buyer],
    ['the staff of another shop', stranger],
    ['a program of the shop without the capability', onlooker],
    ['another context', asService('orders')],
  ])('shows %s a public one without what is the staff’s own, and nothing of a private one', async (_who, as) => {
    expect(await test.see(shown, `state ${staffFields}`, as)).toEqual({
      state: 'READY',
      failure: null,
      moderation: null,
      thumbnails: [],
      progress: null,
    });
    expect(await test.see(hidden, 'id', as)).toBeNull();
    const entities = await test.context.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Video { id moderation } } }',
      { r: [shown, hidden].map((id) => ({ __typename: 'Video', id })) },
      as ? { as } : {},
    );
    expect(entities.data).toEqual({ _entities: [{ id: shown, moderation: null }, null] });
  });

  it.each([
    ['an editor', editor],
    ['a program with the capability', erp],
    ['an admin', admin],
  ])('shows %s all of both', async (_who, as) => {
    const seen = await test.see<{ thumbnails: object[] }>(hidden, `title ${staffFields}`, as);
    expect(seen).toMatchObject({ title: 'Secret', moderation: 'APPROVED' });
    expect(seen?.thumbnails).toHaveLength(2);
  });

  it('lists all videos of a shop for its staff, the public ones for others, page by page', async () => {
    const list = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Shop { videos(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`;
    const page = async (as: typeof editor | undefined, after?: string) => {
      const { data } = await test.context.ask<{
        _entities: [
          { videos: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } },
        ];
      }>(list, { r: [{ __typename: 'Shop', id: shopId }], after: after ?? null }, as ? { as } : {});
      return data?._entities[0].videos;
    };
    const first = await page(editor);
    expect(first?.edges).toEqual([{ node: { id: hidden } }]);
    const second = await page(editor, first?.pageInfo.endCursor);
    expect(second).toMatchObject({ edges: [{ node: { id: shown } }], pageInfo: { hasNextPage: false } });
    expect((await page(undefined))?.edges).toEqual([{ node: { id: shown } }]);
  });
});

describe('what cannot be', () => {
  it.each([[[5]], [['\u0000']], [[null]], [['\ud83d']]])(
    'as a cursor of videos %j finds a page and no failure',
    async (key) => {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      for (const name of ['videos', 'landings']) {
        const { errors } = await test.context.ask(
          `query ($r: [_Any!]!, $c: String) { _entities(representations: $r) { ... on Shop { ${name}(first: 1, after: $c) { edges { cursor } } } } }`,
          { r: [{ __typename: 'Shop', id: shopId }], c: cursor },
        );
        expect(errors).toBeUndefined();
      }
    },
  );

  it('as an identifier finds nothing', async () => {
    const query =
      'query ($id: ID!) { video(id: $id) { id } liveStream(id: $id) { id } liveStreams(shopId: $id) { id } }';
    for (const id of ['', '\u0000', '\ud83d', 'x'.repeat(5_000)]) {
      const { data, errors } = await test.context.ask(query, { id }, { as: editor });
      expect([data, errors]).toEqual([{ video: null, liveStream: null, liveStreams: [] }, undefined]);
    }
    const choice = { videoId: shown, thumbnailId: '\u0000' };
    const { userErrors } = await test.run('chooseVideoThumbnail', 'ChooseVideoThumbnailInput', choice);
    expect(userErrors).toMatchObject([{ code: 'THUMBNAIL_NOT_FOUND' }]);
  });
});

describe('who changes a video', () => {
  const mutations: [string, string, object][] = [
    ['finishVideoUpload', 'FinishVideoUploadInput', {}],
    ['updateVideo', 'UpdateVideoInput', { title: 'Taken over' }],
    ['chooseVideoThumbnail', 'ChooseVideoThumbnailInput', { atSeconds: 1 }],
    ['setVideoProductTags', 'SetVideoProductTagsInput', { tags: [] }],
    ['setVideoCaptions', 'SetVideoCaptionsInput', { language: 'en', label: 'English', webVtt: '' }],
    ['retryVideo', 'RetryVideoInput', {}],
    ['deleteVideo', 'DeleteVideoInput', {}],
  ];
  it.each(mutations)(
    '%s finds nothing of a private one for others, and says of a public one whose it is',
    async (name, type, rest) => {
      for (const as of [buyer, stranger, onlooker]) {
        await expect(test.run(name, type, { videoId: hidden, ...rest }, as)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
        await expect(test.run(name, type, { videoId: shown, ...rest }, as)).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
      }
      await expect(test.run(name, type, { videoId: 'vid_nonsense', ...rest })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );

  it('opens uploads for the staff of that shop only', async () => {
    const input = { shopId, format: 'SHORT', title: 'x', fileName: 'x.mp4', sizeBytes: 10 };
    for (const as of [buyer, stranger, onlooker])
      await expect(test.run('createVideoUpload', 'CreateVideoUploadInput', input, as)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('says everything that is wrong with an upload at once', async () => {
    const input = { shopId, format: 'LIVE', title: ' ', fileName: 'x.mp4', sizeBytes: 10 };
    const { userErrors } = await test.run('createVideoUpload', 'CreateVideoUploadInput', input);
    expect(userErrors.map(({ code }) => code)).toEqual(['LIVE_NOT_UPLOADED', 'TEXT_REQUIRED']);
    const large = { ...input, format: 'SHORT', title: 'Large', sizeBytes: 2_000_000_001 };
    expect((await test.run('createVideoUpload', 'CreateVideoUploadInput', large)).userErrors).toMatchObject([
      { code: 'FILE_TOO_LARGE' },
    ]);
  });
});

describe('private videos', () => {
  it('lie in the private bucket and are played by addresses that expire', async () => {
    expect(await keysIn(test, 'public', `video/${hidden}/`)).toEqual([]);
    expect((await keysIn(test, 'private', `video/${hidden}/`)).length).toBeGreaterThan(5);
    const seen = await test.see<{ playback: { hlsUrl: string; expiresAt: string } }>(
      hidden,
      'playback { hlsUrl expiresAt }',
      editor,
    );
    expect(seen?.playback.hlsUrl).toMatch(/\/objects\/shared\/.+\/master\.m3u8$/);
    expect(new Date(seen?.playback.expiresAt ?? 0).getTime() - test.context.clock.now().getTime()).toBe(3_600_000);
  });

  it('become public and private again, files first to the other bucket and then from the old one', async () => {
    const videoId = await test.upload('a film that changes its mind', { visibility: 'PRIVATE' });
    await test.context.runJobs();
    await test.run('setVideoCaptions', 'SetVideoCaptionsInput', {
      videoId,
      language: 'en',
      label: 'English',
      webVtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n',
    });
    const before = await keysIn(test, 'private', `video/${videoId}/`);
    const change = (visibility: string) => test.run('updateVideo', 'UpdateVideoInput', { videoId, visibility });
    await change('PUBLIC');
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
    await test.context.runJobs();
    const after = await keysIn(test, 'public', `video/${videoId}/`);
    const names = (keys: string[]) => keys.map((key) => key.split('/').slice(3).join('/')).sort();
    expect(names(after)).toEqual(names(before));
    expect(await keysIn(test, 'private', `video/${videoId}/`)).toEqual([]);
    expect(after[0]?.split('/')[2]).not.toBe(before[0]?.split('/')[2]);
    await change('PRIVATE');
    expect(await test.see(videoId, 'id')).toBeNull();
    await test.context.runSweep('move-misplaced');
    await test.context.runSweep('delete-discarded');
    expect(await keysIn(test, 'public', `video/${videoId}/`)).toEqual([]);
  });
});

describe('changes', () => {
  it('refuses one that was made from an older version and changes nothing', async () => {
    const { version } = (await test.see<{ version: number }>(shown, 'version', editor)) ?? { version: 0 };
    const update = (expectedVersion: number, title: string) =>
      test.run('updateVideo', 'UpdateVideoInput', { videoId: shown, expectedVersion, title }, colleague);
    expect(await update(version, 'Better mugs')).toMatchObject({ video: { version: version + 1 }, userErrors: [] });
    expect((await update(version, 'Worse mugs')).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', field: ['expectedVersion'] },
    ]);
    expect(await test.see(shown, 'title')).toEqual({ title: 'Better mugs' });
  });

  it('takes a candidate as the poster at once, and a frame by its second when it is made', async () => {
    const stills =
      (await test.see<{ thumbnails: { id: string }[] }>(shown, 'thumbnails { id }', editor))?.thumbnails ?? [];
    const choose = (choice: object, videoId = shown) =>
      test.run('chooseVideoThumbnail', 'ChooseVideoThumbnailInput', { videoId, ...choice });
    const poster = async () =>
      (await test.see<{ poster: { id: string; atSeconds: number } }>(shown, 'poster { id atSeconds }'))?.poster;
    await choose({ thumbnailId: stills[1]?.id });
    expect(await poster()).toMatchObject({ id: stills[1]?.id });
    await choose({ atSeconds: 7.5 });
    expect((await poster())?.atSeconds).toBe(3);
    await test.context.runJobs();
    expect((await poster())?.atSeconds).toBe(7.5);
    expect((await choose({ atSeconds: 13 })).userErrors).toMatchObject([{ code: 'SECOND_OUT_OF_RANGE' }]);
    expect((await choose({ thumbnailId: stills[0]?.id }, hidden)).userErrors).toMatchObject([
      { code: 'THUMBNAIL_NOT_FOUND' },
    ]);
    expect((await choose({})).userErrors).toMatchObject([{ code: 'CHOOSE_ONE' }]);
  });

  it('sets all product tags at once, and takes goods of the own shop only', async () => {
    const set = (tags: object[]) =>
      test.run('setVideoProductTags', 'SetVideoProductTagsInput', { videoId: shown, tags });
    const tag = { productId: goods.mug, variantId: goods.mugBlue, startSeconds: 1, endSeconds: 4, x: 0.5, y: 0.25 };
    expect((await set([tag, { productId: goods.lamp, startSeconds: 0, endSeconds: 12 }])).userErrors).toEqual([]);
    const fields = 'productTags { product { id } variant { id } startSeconds endSeconds x y }';
    expect(await test.see(shown, fields)).toEqual({
      productTags: [
        { product: { id: goods.lamp }, variant: null, startSeconds: 0, endSeconds: 12, x: null, y: null },
        { product: { id: goods.mug }, variant: { id: goods.mugBlue }, startSeconds: 1, endSeconds: 4, x: 0.5, y: 0.25 },
      ],
    });
    const refused = await set([
      { ...tag, productId: goods.theirs, variantId: null },
      { ...tag, variantId: goods.theirs, endSeconds: 40 },
      { ...tag, y: null },
    ]);
    expect(refused.userErrors.map(({ code, field }) => [code, field.join('.')])).toEqual([
      ['PRODUCT_NOT_FOUND', 'tags.0.productId'],
      ['TIME_OUT_OF_RANGE', 'tags.1.endSeconds'],
      ['VARIANT_NOT_FOUND', 'tags.1.variantId'],
      ['INCOMPLETE_PLACE', 'tags.2.y'],
    ]);
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { videos { id } } } }`;
    const videos = await test.context.ask(entities, {
      r: [goods.mug, goods.theirs].map((id) => ({ __typename: 'Product', id })),
    });
    expect(videos.data).toEqual({ _entities: [{ videos: [{ id: shown }] }, { videos: [] }] });
  });

  it('keeps captions that are WebVTT and refuses what is not, with the line at fault', async () => {
    const set = (webVtt: string, language = 'en-GB') =>
      test.run('setVideoCaptions', 'SetVideoCaptionsInput', { videoId: shown, language, label: 'English', webVtt });
    const tracks = async () =>
      (await test.see<{ captions: { language: string; url: string }[] }>(shown, 'captions { language url }'))?.captions;
    expect((await set('WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n')).userErrors).toEqual([]);
    const [first] = (await tracks()) ?? [];
    expect(first).toMatchObject({ language: 'en-GB', url: expect.stringMatching(/\/captions\/en-GB-[0-9a-f]+\.vtt$/) });
    await set('WEBVTT\n\n00:01.000 --> 00:02.500\nHello again\n');
    expect((await tracks())?.[0]?.url).not.toBe(first?.url);
    expect((await set('1\n00:00:01,000 --> 00:00:02,000\nSRT')).userErrors).toMatchObject([{ code: 'NOT_WEBVTT' }]);
    expect((await set('WEBVTT\n\n00:03.000 --> 00:02.000\nx')).userErrors).toMatchObject([
      { code: 'INVALID_CUE', message: expect.stringContaining('line 3') },
    ]);
    await set('');
    expect(await tracks()).toEqual([]);
  });
});
