import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

/** A playlist that has not ended: the first segments of a finished one, one more with every two seconds. */
const growing = (vod: string, count: number): string => {
  const lines = vod.split('\n');
  const first = lines.findIndex((line) => line.startsWith('#EXTINF'));
  const header = lines.slice(0, first).filter((line) => !line.startsWith('#EXT-X-PLAYLIST-TYPE'));
  return [...header, '#EXT-X-PLAYLIST-TYPE:EVENT', ...lines.slice(first, first + count * 2)].join('\n');
};

describe('a live stream', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('starts near the edge, says how far behind it is, and jumps back to it', async () => {
    const opened = Date.now();
    theatre.server.gate = ({ path }) => {
      if (!path.endsWith('.m3u8') || path.endsWith('master.m3u8')) return undefined;
      const vod = readFileSync(`${inject('renditions')}/${path.replace('/media/', '')}`, 'utf8');
      return { status: 200, body: growing(vod, Math.min(6, 4 + Math.floor((Date.now() - opened) / 2_000))) };
    };
    const { page } = await theatre.show(
      '<vitrina-player live src="/media/master.m3u8" title-text="Market day"></vitrina-player>',
    );
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 2);
    await page.getByRole('button', { name: 'Live', exact: true }).waitFor();
    // A live stream has no speed to choose and no length to show.
    expect(await page.getByRole('button', { name: 'Speed' }).count()).toBe(0);
    await page.evaluate(() => document.querySelector('vitrina-player')?.pause());
    await page.evaluate(() => document.querySelector('vitrina-player')?.seek(0));
    const behind = page.getByRole('button', { name: /^Jump to live: 0:0\d behind live$/ });
    await behind.waitFor({ timeout: 30_000 });
    expect(await behind.textContent()).toMatch(/^Live −0:0\d$/);
    await behind.click();
    await expect.poll(async () => (await videoState(page)).time, { timeout: 30_000 }).toBeGreaterThan(3);
    await page.close();
  });
});
