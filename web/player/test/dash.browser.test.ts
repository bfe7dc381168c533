import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTheatre, type Show, type Theatre } from './theatre/theatre.ts';

const dashPath = fileURLToPath(new URL('../node_modules/dashjs/dist/modern/umd/dash.all.min.js', import.meta.url));

/** The little of dash.js that is used here. */
interface DashPlayer {
  initialize(video: HTMLVideoElement, url: string, autoplay: boolean): void;
  on(type: string, handle: (event: unknown) => void): void;
}
interface Observed {
  readonly errors: unknown[];
  ended: boolean;
}
type DashWindow = typeof globalThis & {
  readonly dashjs: { MediaPlayer(): { create(): DashPlayer } };
  observed?: Observed;
};

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

/** A page that plays the manifest. */
const play = async (): Promise<Show> => {
  const show = await theatre.show('<video muted width="640"></video>');
  await show.page.addScriptTag({ path: dashPath });
  await show.page.evaluate(() => {
    const window = globalThis as DashWindow;
    const video = document.querySelector('video');
    if (!video) throw new Error('There is no video.');
    const player = window.dashjs.MediaPlayer().create();
    const observed: Observed = { errors: [], ended: false };
    window.observed = observed;
    for (const type of ['error', 'playbackError']) player.on(type, (event) => observed.errors.push(event));
    player.on('playbackEnded', () => {
      observed.ended = true;
    });
    player.initialize(video, '/media/manifest.mpd', true);
  });
  await show.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5, undefined, {
    timeout: 40_000,
  });
  return show;
};

/**
 * dash.js looks five times a second whether the end is reached, and pauses the element there. When it is quicker than the
 * browser, the element never says `ended`; so what counts is dash.js's own word, at the element's very end.
 */
const playsToItsEnd = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => (globalThis as DashWindow).observed?.ended, undefined, { timeout: 30_000 });
  const [at, length] = await page.evaluate(() => {
    const video = document.querySelector('video');
    return [video?.currentTime ?? 0, video?.duration ?? 0];
  });
  expect(length).toBeCloseTo(12, 1);
  expect(at).toBe(length);
  expect(await page.evaluate(() => (globalThis as DashWindow).observed?.errors)).toEqual([]);
};

/** Seconds at which segments of a rendition begin, by its playlist. */
const bordersOf = async (rendition: string): Promise<number[]> => {
  const playlist = await readFile(`${inject('renditions')}/${rendition}/index.m3u8`, 'utf8');
  const lengths = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));
  return lengths.slice(0, -1).map((_length, index) => lengths.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
};

describe('the manifest in dash.js', () => {
  it('plays to the end without an error, from the segments that HLS plays', async () => {
    const { page, errors, media } = await play();
    await page.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.playbackRate = 4;
    });
    await playsToItsEnd(page);
    expect(errors).toEqual([]);
    expect(media().some((path) => /\/\d+p\/seg-\d+\.m4s$/.test(path))).toBe(true);
    expect(media().some((path) => /\/audio\/seg-\d+\.m4s$/.test(path))).toBe(true);
    await page.close();
  });

  it('goes on from every border of a segment of picture or sound, before it and behind it, and still comes to its end', async () => {
    const { page, errors } = await play();
    const borders = [...(await bordersOf('540p')), ...(await bordersOf('audio'))].sort((one, other) => other - one);
    expect(borders).toHaveLength(10);
    for (const border of borders.flatMap((second) => [second - 0.001, second])) {
      await page.evaluate((second) => {
        const video = document.querySelector('video');
        if (video) video.currentTime = second;
      }, border);
      await page.waitForFunction(
        (second) => (document.querySelector('video')?.currentTime ?? 0) > second + 0.15,
        border,
        { timeout: 40_000 },
      );
    }
    await page.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.currentTime = 9;
    });
    await playsToItsEnd(page);
    expect(errors).toEqual([]);
    await page.close();
  });
});
