import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

/** What a browser without Media Source Extensions has: an older iPhone. */
const withoutMediaSource = (): void => {
  for (const name of ['MediaSource', 'WebKitMediaSource', 'ManagedMediaSource'])
    Reflect.deleteProperty(globalThis, name);
};
const withoutHls = (): void => {
  for (const name of ['MediaSource', 'WebKitMediaSource', 'ManagedMediaSource'])
    Reflect.deleteProperty(globalThis, name);
  HTMLMediaElement.prototype.canPlayType = () => '';
};

describe('a browser without Media Source Extensions', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('plays by its own HLS, without the engine being fetched, seeks, and has no qualities to choose', async () => {
    const { page, errors, media } = await theatre.show(everything(), { before: withoutMediaSource });
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 0.5);
    expect(await page.evaluate(() => document.querySelector('vitrina-player')?.video?.src)).toMatch(/master\.m3u8$/);
    expect(theatre.server.got.some(({ path }) => path.includes('hls-engine'))).toBe(false);
    expect(media().some((path) => path.endsWith('.m4s'))).toBe(true);
    expect(await page.evaluate(() => document.querySelector('vitrina-player')?.qualities)).toEqual([]);
    await page.evaluate(() => document.querySelector('vitrina-player')?.seek(10));
    await page.waitForFunction(() => document.querySelector('vitrina-player')?.video?.ended, undefined, {
      timeout: 40_000,
    });
    expect((await videoState(page)).duration).toBeCloseTo(12, 0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says that a playlist is not there, and tries again when asked to', async () => {
    theatre.server.gate = ({ path }) => (path.endsWith('.m3u8') ? { status: 404 } : undefined);
    const { page } = await theatre.show(everything(), { before: withoutMediaSource });
    const alert = page.getByRole('alert');
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
    theatre.server.gate = undefined;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 0.5);
    await page.close();
  });

  it('and without HLS says so, and offers nothing that would not help', async () => {
    const { page } = await theatre.show(everything(), { before: withoutHls });
    await page.getByRole('alert').getByText('This browser cannot play this video.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.close();
  });
});
