import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

describe('playing', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('plays to the end without an error and offers to play again', async () => {
    const { page, errors } = await theatre.show(everything());
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 1);
    await page.evaluate(() => document.querySelector('vitrina-player')?.seek(9));
    await page.waitForFunction(() => document.querySelector('vitrina-player')?.video?.ended, undefined, {
      timeout: 40_000,
    });
    const { duration, time } = await videoState(page);
    expect(duration).toBeCloseTo(12, 0);
    expect(time).toBeCloseTo(duration, 1);
    expect(errors).toEqual([]);
    await page.getByRole('button', { name: 'Play again' }).first().click();
    await page.waitForFunction(() => !document.querySelector('vitrina-player')?.video?.ended);
    await page.close();
  });

  it('shows the quality that was chosen', async () => {
    const { page, media, errors } = await theatre.show(everything());
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 0.5);
    for (const quality of ['360p', '540p']) {
      await page.getByRole('button', { name: 'Quality' }).click();
      await page.getByRole('menuitemradio', { name: quality, exact: true }).click();
      await page.waitForFunction((name) => document.querySelector('vitrina-player')?.quality === name, quality, {
        timeout: 40_000,
      });
      const width = await page.evaluate(() => document.querySelector('vitrina-player')?.video?.videoWidth);
      if (quality === '540p') expect(width).toBe(960);
    }
    expect(media().some((path) => path.includes('/360p/seg-'))).toBe(true);
    await page.getByRole('button', { name: 'Quality' }).click();
    expect(await page.getByRole('menuitemradio', { checked: true }).textContent()).toBe('540p');
    expect(errors).toEqual([]);
    await page.close();
  });
});
