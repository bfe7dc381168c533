import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../src/observations/batch.ts';
import { everything, openTheatre, reaches, type Theatre } from './theatre/theatre.ts';

interface Sent extends Batch {
  readonly videoId: string;
  readonly sessionId: string;
}

describe('observations', () => {
  let theatre: Theatre;
  let sent: Sent[] = [];
  beforeAll(async () => {
    theatre = await openTheatre();
    theatre.server.graph.set('RecordPlayback', (variables) => {
      sent.push((variables as { input: Sent }).input);
      return { recordPlayback: { recorded: true, userErrors: [] } };
    });
  });
  afterEach(() => {
    sent = [];
    theatre.server.gate = undefined;
  });
  afterAll(() => theatre.close());

  const player = everything('video-id="vid_1"');
  const totalOf = (batches: readonly Sent[]) =>
    batches.flatMap(({ watched }) => watched).map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds] as const);

  it('tell the start, what was watched, the rendition and where the viewer left', async () => {
    const { page } = await theatre.show(player);
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 1.5);
    await page.evaluate(() => document.querySelector('vitrina-player')?.seek(8));
    await reaches(page, 9);
    await page.goto('about:blank');
    await expect.poll(() => sent.some(({ exitAtSeconds }) => exitAtSeconds !== undefined)).toBe(true);
    await page.close();

    expect(sent.map(({ sequence }) => sequence)).toEqual(sent.map((_one, index) => index));
    expect(new Set(sent.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(sent[0]).toMatchObject({ videoId: 'vid_1', startupMs: expect.any(Number) });
    expect(sent.filter(({ startupMs }) => startupMs !== undefined).length).toBe(1);
    const last = sent.at(-1);
    expect(last?.rendition).toMatch(/^(360|540)p$/);
    expect(last?.exitAtSeconds).toBeGreaterThanOrEqual(8.9);
    const ranges = totalOf(sent);
    const seen = (second: number) => ranges.some(([from, to]) => from <= second && second <= to);
    expect([seen(0.5), seen(1.2), seen(4), seen(7.5), seen(8.5)]).toEqual([true, true, false, false, true]);
    expect(ranges[0]?.[0]).toBeLessThan(0.3);
    expect(sent.reduce((count, { rebufferCount }) => count + rebufferCount, 0)).toBe(0);
  });

  it('count a wait for data in the middle and its length', async () => {
    const { page } = await theatre.show(player);
    theatre.server.gate = ({ path }) => (/seg-0000[2-9]/.test(path) ? { status: 503 } : undefined);
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await page.waitForFunction(
      () =>
        (document.querySelector('vitrina-player')?.video?.readyState ?? 4) < 3 &&
        (document.querySelector('vitrina-player')?.video?.currentTime ?? 0) > 1,
      undefined,
      { timeout: 40_000 },
    );
    const { time } = await page.evaluate(() => ({
      time: document.querySelector('vitrina-player')?.video?.currentTime ?? 0,
    }));
    await page.waitForTimeout(500);
    theatre.server.gate = undefined;
    await reaches(page, time + 1);
    await page.goto('about:blank');
    await expect.poll(() => sent.some(({ exitAtSeconds }) => exitAtSeconds !== undefined)).toBe(true);
    await page.close();
    expect(sent.reduce((count, { rebufferCount }) => count + rebufferCount, 0)).toBe(1);
    const waited = sent.reduce((ms, { rebufferMs }) => ms + rebufferMs, 0);
    expect(waited).toBeGreaterThan(400);
    expect(waited).toBeLessThan(12_000);
  });

  it('wait while the graph cannot be reached and arrive once, with their numbers, when it can', async () => {
    const { page } = await theatre.show(player);
    theatre.server.gate = ({ path }) => (path === '/graphql' ? { status: 503 } : undefined);
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 1);
    await page.evaluate(() => document.querySelector('vitrina-player')?.pause());
    await expect
      .poll(
        () =>
          theatre.server.got.filter(({ path, body }) => path === '/graphql' && body.includes('RecordPlayback')).length,
      )
      .toBeGreaterThan(1);
    expect(sent).toEqual([]);
    theatre.server.gate = undefined;
    await page.evaluate(() => globalThis.dispatchEvent(new Event('online')));
    await expect.poll(() => sent.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    await page.close();
    expect(sent[0]).toMatchObject({ sequence: 0, startupMs: expect.any(Number) });
    // The last batch on its way may come twice: under one number, with one content.
    const byNumber = new Map(sent.map((batch) => [batch.sequence, batch]));
    for (const batch of sent) expect(batch).toEqual(byNumber.get(batch.sequence));
    expect([...byNumber.keys()]).toEqual([...byNumber.keys()].map((_key, index) => index));
    expect(totalOf(sent).some(([from, to]) => from < 0.3 && to > 0.8)).toBe(true);
  });

  it('are about the video that is shown, also when a page puts another one into the same player', async () => {
    const product = (id: string) => ({ id, startSeconds: 0, endSeconds: 9, x: null, y: null, product: { title: id } });
    theatre.server.graph.set('PlayerVideo', (variables) => {
      const { id } = variables as { id: string };
      const playback = { hlsUrl: '/media/master.m3u8' };
      const rest = { format: 'SHORT', width: 960, height: 540, poster: null, storyboard: null, captions: [] };
      return { video: { ...rest, title: id, playback, productTags: [product(`goods of ${id}`)] } };
    });
    const { page } = await theatre.show('<vitrina-player video-id="vid_1"></vitrina-player>');
    for (const id of ['vid_1', 'vid_2']) {
      await page.evaluate((next) => document.querySelector('vitrina-player')?.setAttribute('video-id', next), id);
      await page.getByRole('region', { name: `Video player: ${id}` }).waitFor();
      await page.evaluate(() => document.querySelector('vitrina-player')?.play());
      await reaches(page, 0.5);
      const tags = await page.evaluate(() => document.querySelector('vitrina-player')?.tags.map(({ label }) => label));
      expect(tags).toEqual([`goods of ${id}`]);
    }
    await page.goto('about:blank');
    const left = () => sent.filter(({ exitAtSeconds }) => exitAtSeconds !== undefined).map(({ videoId }) => videoId);
    await expect.poll(() => new Set(left()), { timeout: 30_000 }).toEqual(new Set(['vid_1', 'vid_2']));
    await page.close();
    const videosOf = new Map(sent.map(({ sessionId, videoId }) => [sessionId, videoId]));
    expect([...videosOf.values()].sort()).toEqual(['vid_1', 'vid_2']);
    for (const { sessionId, videoId } of sent) expect(videosOf.get(sessionId)).toBe(videoId);
  });

  it('name the error that ended playing', async () => {
    theatre.server.gate = ({ path }) => (path.endsWith('master.m3u8') ? { status: 404 } : undefined);
    const { page } = await theatre.show(player);
    // The page of the test before may still send its last batch.
    await expect.poll(() => sent.map(({ errorCode }) => errorCode), { timeout: 40_000 }).toContain('NOT_FOUND');
    await page.close();
  });
});
