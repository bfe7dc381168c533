import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

const farBelow = (player: string) => `<div style="height:3000px"></div>${player}`;

describe('coming near', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('fetches nothing before the player comes near, and then one segment of picture and sound', async () => {
    const { page, media } = await theatre.show(farBelow(everything()));
    await page.waitForTimeout(800);
    expect(media()).toEqual([]);
    expect(theatre.server.got.some(({ path }) => path.includes('hls-engine'))).toBe(false);
    // The blurred preview is there without a request.
    const blurred = await page
      .locator('vitrina-player .blur')
      .evaluate((element) => getComputedStyle(element).backgroundImage);
    expect(blurred).toMatch(/^url\("data:image\/png/);
    await page.evaluate(() => scrollTo(0, 2_300));
    await expect
      .poll(() => media().filter((path) => path.includes('seg-')).length, { timeout: 30_000 })
      .toBeGreaterThanOrEqual(2);
    await page.waitForTimeout(1_500);
    const segments = media().filter((path) => path.includes('seg-'));
    expect(segments.filter((path) => !path.includes('audio')).length).toBe(1);
    expect(media()).toContain('/media/poster.jpg');
    // What nobody asked for is not fetched: captions and storyboard.
    expect(media().filter((path) => path.endsWith('.vtt'))).toEqual([]);
    expect((await videoState(page)).paused).toBe(true);
    await page.close();
  });

  it('starts muted by itself once half of it is seen, and rests out of sight', async () => {
    const { page } = await theatre.show(`${everything('autoplay')}<div style="height:3000px"></div>`);
    await reaches(page, 0.3);
    expect(await videoState(page)).toMatchObject({ paused: false, muted: true });
    await page.evaluate(() => scrollTo(0, 2_000));
    await page.waitForFunction(() => document.querySelector('vitrina-player')?.video?.paused);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => !document.querySelector('vitrina-player')?.video?.paused);
    await page.close();
  });

  it('does not start by itself for a viewer who wants less motion', async () => {
    const { page, media } = await theatre.show(everything('autoplay'), { reducedMotion: 'reduce' });
    await expect.poll(() => media().some((path) => path.includes('seg-')), { timeout: 30_000 }).toBe(true);
    await page.waitForTimeout(800);
    expect(await videoState(page)).toMatchObject({ paused: true, time: 0 });
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 0.3);
    await page.close();
  });

  it('asks the graph for a video known by its id', async () => {
    const asked: unknown[] = [];
    theatre.server.graph.set('PlayerVideo', (variables) => {
      asked.push(variables);
      return {
        video: {
          title: 'From the graph',
          format: 'LANDING',
          width: 960,
          height: 540,
          playback: { hlsUrl: '/media/master.m3u8' },
          poster: { url: '/media/poster.jpg', avif: null, webp: null, jpeg: '/media/poster.jpg 960w', thumbhash: null },
          storyboard: null,
          captions: [],
          productTags: [
            { id: 'vpt_1', startSeconds: 0, endSeconds: 9, x: null, y: null, product: { title: 'Bowl' } },
            { id: 'vpt_2', startSeconds: 0, endSeconds: 9, x: null, y: null, product: null },
          ],
        },
      };
    });
    const { page } = await theatre.show('<vitrina-player video-id="vid_1"></vitrina-player>');
    await page.getByRole('region', { name: 'Video player: From the graph' }).waitFor();
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 0.3);
    expect(asked).toEqual([{ id: 'vid_1' }]);
    await page.getByRole('button', { name: 'Product in the video: Bowl' }).waitFor();
    expect(await page.evaluate(() => document.querySelector('vitrina-player')?.tags.length)).toBe(1);
    await page.close();
  });
});
