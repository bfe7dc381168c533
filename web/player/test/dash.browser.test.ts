import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTheatre, type Theatre } from './theatre/theatre.ts';

const dashPath = fileURLToPath(new URL('../node_modules/dashjs/dist/modern/umd/dash.all.min.js', import.meta.url));

/** The little of dash.js that is used here. */
interface DashPlayer {
  initialize(video: HTMLVideoElement, url: string, autoplay: boolean): void;
  on(type: string, handle: (event: unknown) => void): void;
}
interface Observed {
  readonly errors: unknown[];
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

it('the manifest plays to the end in dash.js without an error', async () => {
  const { page, errors, media } = await theatre.show('<video muted width="640"></video>');
  await page.addScriptTag({ path: dashPath });
  await page.evaluate(() => {
    const window = globalThis as DashWindow;
    const video = document.querySelector('video');
    if (!video) throw new Error('There is no video.');
    const player = window.dashjs.MediaPlayer().create();
    window.observed = { errors: [] };
    for (const type of ['error', 'playbackError']) player.on(type, (event) => window.observed?.errors.push(event));
    player.initialize(video, '/media/manifest.mpd', true);
  });
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1.5, undefined, {
    timeout: 20_000,
  });
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (video) video.playbackRate = 2;
  });
  await page.waitForFunction(() => document.querySelector('video')?.ended, undefined, { timeout: 20_000 });
  expect(await page.evaluate(() => (globalThis as DashWindow).observed?.errors)).toEqual([]);
  expect(errors).toEqual([]);
  // Picture and sound came from the very segments that HLS plays.
  expect(media().some((path) => /\/\d+p\/seg-\d+\.m4s$/.test(path))).toBe(true);
  expect(media().some((path) => /\/audio\/seg-\d+\.m4s$/.test(path))).toBe(true);
  await page.close();
});
