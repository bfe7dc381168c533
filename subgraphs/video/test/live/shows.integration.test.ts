import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkMediaPlaylist } from '../../src/domain/playlist/check-media.ts';
import { listedSegments } from '../../src/domain/playlist/live.ts';
import { buyer, openStage, type Stage, segmentsIn, until } from './setting.ts';

// Shows take their time, and other tests take the machine's.
vi.setConfig({ testTimeout: 180_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterEach(() => stage.stopAll());
afterAll(() => stage.close());

describe('a show', () => {
  it('goes from idle to connected, live and ended; buyers watch it, and its recording becomes a video', async () => {
    const { id, key } = await stage.create();
    expect(await stage.see(id)).toMatchObject({ state: 'IDLE', hlsUrl: null });
    expect((await stage.about('startLiveStream', id)).payload?.userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);

    const publisher = stage.push(key);
    const connected = await stage.untilState(id, 'CONNECTED');
    expect(connected.hlsUrl).toContain('/live/');
    expect(await stage.see(id, buyer)).toBeNull();

    expect((await stage.about('startLiveStream', id)).payload?.liveStream?.state).toBe('LIVE');
    const watched = await stage.see(id, buyer);
    const url = watched?.hlsUrl ?? '';
    expect(url).not.toBe(connected.hlsUrl);
    expect((await stage.see(id))?.hlsUrl).toBe(url);
    const playlist = await stage.playlistWith(url, (text) => segmentsIn(text) >= 3);
    expect(checkMediaPlaylist(playlist).problems).toEqual([]);
    expect(playlist).not.toContain('ENDLIST');
    expect(await stage.play(url, playlist)).toBe('');

    const ended = await stage.endAndWait(id);
    await publisher.ended;
    expect(ended).toMatchObject({ state: 'ENDED', hlsUrl: null, recording: { state: 'PROCESSING', format: 'LIVE' } });
    expect((await stage.fetchPublic(url))?.toString()).toContain('#EXT-X-ENDLIST');
    expect((await stage.context.published()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['live.started', 'video.uploaded', 'live.ended']),
    );

    await stage.context.runJobs();
    expect((await stage.see(id))?.recording).toMatchObject({ state: 'READY' });
    expect((await stage.see(id, buyer))?.recording).toMatchObject({ state: 'READY' });
    expect((await stage.about('startLiveStream', id)).payload?.userErrors).toMatchObject([{ code: 'STREAM_ENDED' }]);
  });

  it('goes on where it was when its publisher was cut off and comes back', async () => {
    const { id, key } = await stage.create();
    const first = stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    await stage.about('startLiveStream', id);
    const url = (await stage.see(id))?.hlsUrl ?? '';
    await stage.playlistWith(url, (text) => segmentsIn(text) >= 1);
    first.child.kill('SIGKILL');
    await until('the loss', async () => (await stage.see(id))?.reconnectingUntil);

    stage.push(key);
    await until('the return', async () => (await stage.see(id))?.reconnectingUntil === null);
    const playlist = await stage.playlistWith(url, (text) => text.includes('#EXT-X-DISCONTINUITY\n'));
    expect(checkMediaPlaylist(playlist).problems).toEqual([]);
    const { recording } = await stage.endAndWait(id);
    const recorded = await stage.context.database.sql<
      { key: string }[]
    >`select original_key as key from video where id = ${recording?.id ?? ''}`;
    const path = join(stage.folder, 'recording.flv');
    expect(await stage.context.services.objects.getFile('private', recorded[0]?.key ?? '', path)).toBe(true);
    const facts = await (await stage.context.services.tools()).probe(path);
    expect(facts).toMatchObject({ ok: true, value: { width: 320, height: 240, hasAudio: true } });
  });

  it('is over when its publisher does not come back in time', async () => {
    const { id, key } = await stage.create();
    const publisher = stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    await stage.about('startLiveStream', id);
    await until(
      'a segment',
      async () => (await stage.fetchPublic((await stage.see(id))?.hlsUrl ?? 'http://x/live/'))?.length,
    );
    publisher.child.kill('SIGKILL');
    await until('the loss', async () => (await stage.see(id))?.reconnectingUntil);
    stage.context.clock.advance(31_000);
    expect((await stage.untilState(id, 'ENDED')).hlsUrl).toBeNull();
    await stage.endAndWait(id);
  });

  it('that never went on the air leaves nothing behind', async () => {
    const { id, key } = await stage.create();
    const publisher = stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    publisher.child.kill('SIGKILL');
    await stage.untilState(id, 'IDLE');
    await stage.untilScratchIsEmpty();
  });
});

describe('a publisher who leaves before the show', () => {
  it('may come straight back, and nothing cached of the first preview is shown again', async () => {
    const { id, key } = await stage.create();
    const first = stage.push(key);
    const url = (await stage.untilState(id, 'CONNECTED')).hlsUrl ?? '';
    const before = await stage.playlistWith(url, (text) => segmentsIn(text) >= 1);
    first.child.kill('SIGKILL');
    await stage.untilState(id, 'IDLE');
    stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    const names = new Set(listedSegments(before).map(({ file }) => file));
    // The playlist of the first preview stays until there is something to show of the second.
    const isFresh = (text: string) => !names.has(listedSegments(text).at(-1)?.file ?? '');
    const after = await stage.playlistWith(
      url,
      (text) => segmentsIn(text) >= 1 && !text.includes('ENDLIST') && isFresh(text),
    );
    expect(listedSegments(after).some(({ file }) => names.has(file))).toBe(false);
    await stage.endAndWait(id);
  });
});
