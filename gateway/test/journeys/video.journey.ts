import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { type Good, goodsOf } from './shopping.ts';
import { fetchText, finishVideo, openVideo, sendAll, sendHalf, type UserError } from './video-upload.ts';

vi.setConfig({ testTimeout: 180_000 });

// Small films whose licences lie beside them, as files: this room imports no context.
const clips = new URL('../../../subgraphs/video/test/clips/', import.meta.url);
const progressDocument = `subscription ($videoId: ID!) { videoProgress(videoId: $videoId) { state stage percent video { playback { hlsUrl } shop { name } } } }`;

interface Progress {
  readonly videoProgress: {
    readonly state: string;
    readonly percent: number;
    readonly video: { readonly playback: { readonly hlsUrl: string } | null; readonly shop: { readonly name: string } };
  };
}

let editor: Client;
let buyer: Client;
let good: Good;
let film: Buffer;

beforeAll(async () => {
  [editor, buyer] = await Promise.all([signIn('editor@vitrina.example'), signIn('buyer@vitrina.example')]);
  const { viewer } = await editor.ask<{ viewer: { memberships: { shop: { slug: string } }[] } }>(
    '{ viewer { memberships { shop { slug } } } }',
  );
  good = (await goodsOf(editor, viewer.memberships[0]?.shop.slug ?? ''))[0] as Good;
  film = await readFile(new URL('movie_5.mp4', clips));
});

/** Follows the work to its end. */
const follow = async (videoId: string): Promise<Progress['videoProgress'][]> => {
  const events = editor.subscribe<Progress>(progressDocument, { videoId });
  const seen: Progress['videoProgress'][] = [];
  while (!['READY', 'FAILED'].includes(seen.at(-1)?.state ?? '')) seen.push((await events.next()).videoProgress);
  await events.close();
  return seen;
};

const upload = async (bytes: Buffer, visibility = 'PUBLIC'): Promise<string> => {
  const { videoId, ticket } = await openVideo(editor, {
    shopId: good.shopId,
    title: 'The film of the journey',
    sizeBytes: bytes.length,
    visibility,
  });
  await sendAll(ticket, bytes);
  expect((await finishVideo(editor, videoId)).userErrors).toEqual([]);
  return videoId;
};

/** A playlist with all it names, followed to the segments. */
const walkPlaylist = async (url: string): Promise<{ variants: string[]; segments: string[]; response: Response }> => {
  const { text, response } = await fetchText(url);
  expect(text.startsWith('#EXTM3U')).toBe(true);
  const variants = text.split('\n').filter((line) => line.endsWith('.m3u8'));
  const segments: string[] = [];
  for (const variant of variants) {
    const media = await fetchText(new URL(variant, url).toString());
    expect(media.text).toContain('#EXT-X-MAP:URI=');
    expect(media.text).toContain('#EXT-X-ENDLIST');
    for (const line of media.text.split('\n').filter((name) => name.endsWith('.m4s')))
      segments.push(new URL(line, new URL(variant, url)).toString());
  }
  return { variants, segments, response };
};

describe('a film from a cut upload to a page', () => {
  let videoId: string;

  it('arrives although the line was cut in the middle, and tells how far it is until it is ready', async () => {
    const opened = await openVideo(editor, {
      shopId: good.shopId,
      title: 'Mugs in the morning',
      sizeBytes: film.length,
    });
    videoId = opened.videoId;
    const resumeAt = await sendHalf(opened.ticket, film);
    expect((await finishVideo(editor, videoId)).userErrors).toMatchObject([
      { code: 'UPLOAD_INCOMPLETE', field: ['videoId'] },
    ]);
    await sendAll(opened.ticket, film, resumeAt);
    expect(await finishVideo(editor, videoId)).toMatchObject({ video: { state: 'PROCESSING' }, userErrors: [] });
    const seen = await follow(videoId);
    expect(seen.at(-1)).toMatchObject({ state: 'READY', percent: 100 });
    expect(seen[0]?.video.shop.name).not.toBe('');
    const percents = seen.map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((left, right) => left - right));
    const playable = seen.find(({ state }) => state === 'PLAYABLE');
    expect(playable?.video.playback?.hlsUrl).toMatch(/early\.m3u8$/);
    await walkPlaylist(playable?.video.playback?.hlsUrl ?? '');
  });

  it('is played by everybody over HTTP, with addresses that may be kept for ever', async () => {
    const { video } = await client().ask<{
      video: {
        playback: { hlsUrl: string; dashUrl: string; expiresAt: null; renditions: { name: string }[] };
        poster: { url: string };
        storyboard: { vttUrl: string };
        previewUrl: string;
      };
    }>(
      'query ($id: ID!) { video(id: $id) { previewUrl playback { hlsUrl dashUrl expiresAt renditions { name } } poster { url(width: 320) } storyboard { vttUrl } } }',
      { id: videoId },
    );
    const { variants, segments, response } = await walkPlaylist(video.playback.hlsUrl);
    expect(variants.length).toBeGreaterThanOrEqual(video.playback.renditions.length);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('mpegurl');
    const segment = await fetch(segments[0] ?? '');
    expect(segment.status).toBe(200);
    expect((await segment.arrayBuffer()).byteLength).toBeGreaterThan(100);
    expect((await fetchText(video.playback.dashUrl)).text).toContain('<MPD');
    expect((await fetchText(video.storyboard.vttUrl)).text).toMatch(/^WEBVTT[\s\S]+#xywh=/);
    for (const url of [video.poster.url, video.previewUrl]) expect((await fetch(url)).status).toBe(200);
  });

  it('points at a product with its price and stock of this moment', async () => {
    const input = {
      videoId,
      tags: [{ productId: good.productId, variantId: good.variantId, startSeconds: 0.5, endSeconds: 3 }],
    };
    const tagged = await editor.ask<{ setVideoProductTags: { userErrors: UserError[] } }>(
      'mutation ($input: SetVideoProductTagsInput!) { setVideoProductTags(input: $input) { userErrors { code field message } } }',
      { input },
    );
    expect(tagged.setVideoProductTags.userErrors).toEqual([]);
    const { video } = await buyer.ask<{
      video: {
        productTags: {
          startSeconds: number;
          product: { title: string; videos: { id: string }[] };
          variant: { available: number; price: { amountMinor: string } };
        }[];
      };
    }>(
      'query ($id: ID!) { video(id: $id) { productTags { startSeconds product { title videos { id } } variant { available price { amountMinor } } } } }',
      { id: videoId },
    );
    expect(video.productTags).toMatchObject([
      {
        startSeconds: 0.5,
        product: { videos: [{ id: videoId }] },
        variant: { price: { amountMinor: good.priceMinor }, available: expect.any(Number) },
      },
    ]);
    expect(video.productTags[0]?.product.title).not.toBe('');
  });

  it('takes what players observe once, and is gone for everybody when it is deleted', async () => {
    const record =
      'mutation ($input: RecordPlaybackInput!) { recordPlayback(input: $input) { recorded userErrors { code } } }';
    const input = {
      videoId,
      sessionId: 'journey-1',
      sequence: 0,
      startupMs: 300,
      watched: [{ fromSeconds: 0, toSeconds: 2 }],
    };
    const send = () => client().ask<{ recordPlayback: { recorded: boolean } }>(record, { input });
    expect((await send()).recordPlayback.recorded).toBe(true);
    expect((await send()).recordPlayback.recorded).toBe(false);
    const { video } = await client().ask<{ video: { playback: { hlsUrl: string } } }>(
      'query ($id: ID!) { video(id: $id) { playback { hlsUrl } } }',
      { id: videoId },
    );
    await editor.ask('mutation ($input: DeleteVideoInput!) { deleteVideo(input: $input) { deletedId } }', {
      input: { videoId },
    });
    const answer = await client().ask<{ node: null }>('query ($id: ID!) { node(id: $id) { id } }', { id: videoId });
    expect(answer.node).toBeNull();
    await eventually(
      () => fetch(video.playback.hlsUrl),
      ({ status }) => status === 404,
    );
  });
});

describe('what is not for everybody', () => {
  it('keeps a private film from buyers by every way, and plays it to staff by addresses that expire', async () => {
    const videoId = await upload(film, 'PRIVATE');
    expect((await follow(videoId)).at(-1)?.state).toBe('READY');
    for (const ask of ['video(id: $id) { id }', 'node(id: $id) { id }']) {
      const answer = await buyer.ask<Record<string, unknown>>(`query ($id: ID!) { it: ${ask} }`, { id: videoId });
      expect(answer).toEqual({ it: null });
    }
    const refused = buyer.subscribe(progressDocument, { videoId });
    // graphql-ws rejects with the list of errors as the server sent it.
    await expect(refused.next()).rejects.toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await refused.close();
    const { video } = await editor.ask<{ video: { playback: { hlsUrl: string; expiresAt: string } } }>(
      'query ($id: ID!) { video(id: $id) { playback { hlsUrl expiresAt } } }',
      { id: videoId },
    );
    expect(new Date(video.playback.expiresAt).getTime()).toBeGreaterThan(Date.now());
    const { segments } = await walkPlaylist(video.playback.hlsUrl);
    expect((await fetch(segments[0] ?? '')).status).toBe(200);
    const forged = (segments[0] ?? '').replace(
      /\/shared\/(\d+)/,
      (_, expires: string) => `/shared/${Number(expires) + 1}`,
    );
    expect((await fetch(forged)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a file that is no film', () => {
  it('is refused by its content before any work begins', async () => {
    const text = Buffer.from('This is not a film, whatever its name says.'.repeat(20));
    const { videoId, ticket } = await openVideo(editor, {
      shopId: good.shopId,
      title: 'A letter',
      sizeBytes: text.length,
    });
    await sendAll(ticket, text);
    expect((await finishVideo(editor, videoId)).userErrors).toMatchObject([
      { code: 'UNSUPPORTED_FILE_TYPE', field: ['videoId'] },
    ]);
  });

  it('ends as a failure with words the shop can act on when it is damaged, and its people hear of it', async () => {
    const videoId = await upload(await readFile(new URL('test_case_1181215.mp4', clips)));
    expect((await follow(videoId)).at(-1)?.state).toBe('FAILED');
    const { video } = await editor.ask<{ video: { failure: { code: string; message: string } } }>(
      'query ($id: ID!) { video(id: $id) { failure { code message } } }',
      { id: videoId },
    );
    expect(video.failure).toMatchObject({ code: 'CORRUPT', message: expect.stringMatching(/\.$/) });
    const owner = await signIn('owner@vitrina.example');
    await eventually(
      () =>
        owner.ask<{ notifications: { nodes: { kind: string; subjectId: string }[] } }>(
          '{ notifications(first: 50) { nodes { kind subjectId } } }',
        ),
      ({ notifications }) =>
        notifications.nodes.some(({ kind, subjectId }) => kind === 'video-failed' && subjectId === videoId),
    );
  });
});
