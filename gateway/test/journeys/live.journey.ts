import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { findFfmpeg, publish } from './live-publisher.ts';
import { fetchText, type UserError } from './video-upload.ts';

// Half a minute on a quiet machine.
vi.setConfig({ testTimeout: 240_000 });

/** The worker may have the demo's own clip in hand, and other work the processor. */
const patienceMs = 120_000;

interface Status {
  readonly id: string;
  readonly state: string;
  readonly hlsUrl: string | null;
  readonly reconnectingUntil: string | null;
  readonly recording: { readonly id: string } | null;
}
interface Payload {
  readonly liveStream: { readonly id: string; readonly state: string; readonly hlsUrl: string | null } | null;
  readonly ingest?: { readonly serverUrl: string; readonly streamKey: string } | null;
  readonly userErrors: readonly UserError[];
}
type Payloads = Readonly<Record<string, Payload>>;

/** The very documents the frontends have registered. */
const registered = (name: string): Promise<string> =>
  readFile(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const lookDocument = 'query ($id: ID!) { liveStream(id: $id) { id state hlsUrl reconnectingUntil recording { id } } }';
const lookAt = async (asker: Client, id: string): Promise<Status | null> =>
  (await asker.ask<{ liveStream: Status | null }>(lookDocument, { id })).liveStream;

let owner: Client;
let buyer: Client;
let ffmpeg: string;
let shopId: string;
let statusDocument: string;

beforeAll(async () => {
  [owner, buyer] = await Promise.all([signIn('owner@vitrina.example'), signIn('buyer@vitrina.example')]);
  [ffmpeg, statusDocument] = await Promise.all([findFfmpeg(), registered('storefront/LiveStreamStatus')]);
  const { viewer } = await owner.ask<{ viewer: { memberships: { shop: { id: string } }[] } }>(
    '{ viewer { memberships { shop { id } } } }',
  );
  shopId = viewer.memberships[0]?.shop.id ?? '';
});

const create = async (): Promise<{ id: string; serverUrl: string; key: string }> => {
  const { createLiveStream } = await owner.ask<Payloads>(await registered('seller/CreateLiveStream'), {
    input: { shopId, title: 'Spring show' },
  });
  expect(createLiveStream?.userErrors).toEqual([]);
  const { serverUrl, streamKey } = createLiveStream?.ingest ?? { serverUrl: '', streamKey: '' };
  return { id: createLiveStream?.liveStream?.id ?? '', serverUrl, key: streamKey };
};

const change = async (name: 'StartLiveStream' | 'EndLiveStream', id: string, as = owner) =>
  as.try<Payloads>(await registered(`seller/${name}`), { input: { liveStreamId: id } });

/** A subscription that is read until an event is the one waited for; every state seen is kept. */
const follow = (asker: Client, liveStreamId: string) => {
  const events = asker.subscribe<{ liveStreamStatus: Status }>(statusDocument, { liveStreamId });
  const states: string[] = [];
  return {
    states,
    until: async (wanted: (status: Status) => boolean): Promise<Status> => {
      for (;;) {
        const { liveStreamStatus } = await events.next();
        if (states.at(-1) !== liveStreamStatus.state) states.push(liveStreamStatus.state);
        if (wanted(liveStreamStatus)) return liveStreamStatus;
      }
    },
    close: () => events.close(),
  };
};

/** The live playlist once it satisfies; while it runs it has no end. */
const playlistWith = async (url: string, enough: (text: string) => boolean): Promise<string> => {
  const answer = await eventually(
    async () => {
      const response = await fetch(url);
      return { status: response.status, text: await response.text() };
    },
    ({ status, text }) => status === 200 && enough(text),
    patienceMs,
  );
  return answer.text;
};
const segmentsOf = (playlist: string): string[] => playlist.split('\n').filter((line) => /^[^#].*\.ts$/.test(line));

describe('a live show', () => {
  it('goes from a streaming program to viewers, survives a lost line, and becomes a video', async () => {
    const { id, serverUrl, key } = await create();
    expect(serverUrl).toBe(inject('market').rtmp);
    const status = follow(owner, id);
    await status.until(({ state }) => state === 'IDLE');

    const first = publish(ffmpeg, `${serverUrl}/${key}`);
    const connected = await first.during(status.until(({ state }) => state === 'CONNECTED'));
    expect(connected.hlsUrl).toContain('/live/');
    expect(await lookAt(buyer, id)).toBeNull();

    const started = await change('StartLiveStream', id);
    expect(started.data['startLiveStream']).toMatchObject({ liveStream: { state: 'LIVE' }, userErrors: [] });
    await status.until(({ state }) => state === 'LIVE');
    const watching = follow(buyer, id);
    const shown = await watching.until(({ state }) => state === 'LIVE');
    const { liveStreams } = await client().ask<{ liveStreams: { id: string; hlsUrl: string }[] }>(
      await registered('storefront/LiveStreams'),
      { shopId },
    );
    expect(liveStreams.map((stream) => stream.id)).toContain(id);
    const url = shown.hlsUrl ?? '';
    const running = await first.during(playlistWith(url, (text) => segmentsOf(text).length > 0));
    expect(running).not.toContain('#EXT-X-ENDLIST');
    const segment = await fetch(new URL(segmentsOf(running)[0] ?? '', url));
    expect(segment.status).toBe(200);
    // The sync byte every packet of an MPEG transport stream begins with.
    expect(new Uint8Array(await segment.arrayBuffer())[0]).toBe(0x47);

    first.cut();
    const lost = await watching.until(({ reconnectingUntil }) => reconnectingUntil !== null);
    expect(lost.state).toBe('LIVE');
    const second = publish(ffmpeg, `${serverUrl}/${key}`);
    const back = await second.during(watching.until(({ reconnectingUntil }) => reconnectingUntil === null));
    expect(back).toMatchObject({ id, state: 'LIVE', hlsUrl: url });
    await second.during(playlistWith(url, (text) => text.includes('#EXT-X-DISCONTINUITY\n')));

    expect((await change('EndLiveStream', id)).data['endLiveStream']?.userErrors).toEqual([]);
    const ended = await status.until(({ state, recording }) => state === 'ENDED' && recording !== null);
    expect(ended.hlsUrl).toBeNull();
    expect(status.states).toEqual(['IDLE', 'CONNECTED', 'LIVE', 'ENDED']);
    await second.ended;
    expect((await fetchText(url)).text).toContain('#EXT-X-ENDLIST');
    await Promise.all([status.close(), watching.close()]);

    const { video } = await eventually(
      () =>
        client().ask<{
          video: { format: string; state: string; title: string; playback: { hlsUrl: string } | null } | null;
        }>('query ($id: ID!) { video(id: $id) { format state title playback { hlsUrl } } }', {
          id: ended.recording?.id,
        }),
      ({ video: now }) => now?.state === 'PLAYABLE' || now?.state === 'READY',
      patienceMs,
    );
    expect(video).toMatchObject({ format: 'LIVE', title: 'Spring show' });
    expect((await fetchText(video?.playback?.hlsUrl ?? '')).text).toMatch(/^#EXTM3U/);
  });
});

describe('what is not for everybody', () => {
  it('refuses a wrong key, and the key of a show that is over', async () => {
    const { rtmp } = inject('market');
    const wrong = publish(ffmpeg, `${rtmp}/live_${'0'.repeat(40)}`);
    expect(await wrong.ended).toContain('not known');
    const { id, key } = await create();
    expect((await change('EndLiveStream', id)).data['endLiveStream']?.userErrors).toEqual([]);
    expect(await publish(ffmpeg, `${rtmp}/${key}`).ended).toContain('not known');
    expect((await lookAt(owner, id))?.state).toBe('ENDED');
  });

  it('shows a buyer no key and no stream before the show, and lets no buyer start, end or make one', async () => {
    const { id } = await create();
    expect(await lookAt(buyer, id)).toBeNull();
    const refused = follow(buyer, id);
    await expect(refused.until(() => true)).rejects.toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await refused.close();
    for (const name of ['StartLiveStream', 'EndLiveStream'] as const)
      expect((await change(name, id, buyer)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const rotate = await buyer.try(await registered('seller/RotateStreamKey'), { input: { liveStreamId: id } });
    expect(rotate.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const made = await buyer.try(await registered('seller/CreateLiveStream'), { input: { shopId, title: 'Mine' } });
    expect(made.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(JSON.stringify([rotate, made])).not.toMatch(/live_[0-9a-f]{40}/);
    // The key is in no field of a stream: it is shown once, to whoever made it.
    const field = await owner.try('query ($id: ID!) { liveStream(id: $id) { streamKey } }', { id });
    expect(field.errors?.[0]?.message).toContain('streamKey');
    expect((await lookAt(owner, id))?.state).toBe('IDLE');
  });
});
