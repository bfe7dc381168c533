import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

describe('controls', () => {
  let theatre: Theatre;
  let page: Page;
  beforeAll(async () => {
    theatre = await openTheatre();
    ({ page } = await theatre.show(everything()));
    await page.getByRole('region', { name: 'Video player: Test pattern' }).focus();
    await page.keyboard.press('Space');
    await reaches(page, 0.3);
  });
  afterAll(() => theatre.close());

  const settled = (check: string) =>
    page.waitForFunction(
      (source) => {
        const video = document.querySelector('vitrina-player')?.video;
        return Boolean(new Function('video', `return ${source}`)(video));
      },
      check,
      { timeout: 30_000 },
    );

  it('obeys the keyboard, by the place of the keys', async () => {
    await page.keyboard.press('k');
    await settled('video.paused');
    await page.keyboard.press('5');
    await settled('Math.abs(video.currentTime - video.duration / 2) < 0.1');
    await page.keyboard.press('ArrowLeft');
    await settled('Math.abs(video.currentTime - 1) < 0.2');
    await page.keyboard.press('l');
    await settled('Math.abs(video.currentTime - 11) < 0.2');
    await page.keyboard.press('j');
    await settled('Math.abs(video.currentTime - 1) < 0.2');
    await page.keyboard.press('0');
    await settled('video.currentTime === 0');
    await page.keyboard.press('m');
    await settled('video.muted');
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await settled('!video.muted && Math.abs(video.volume - 0.95) < 0.01');
    await page.keyboard.press('Control+k');
    expect((await videoState(page)).paused).toBe(true);
  });

  it('leaves keys to the buttons and sliders that have them', async () => {
    const before = await videoState(page);
    await page.getByRole('button', { name: 'Mute' }).focus();
    await page.keyboard.press('Space');
    await settled('video.muted');
    expect((await videoState(page)).paused).toBe(before.paused);
    await page.keyboard.press('Enter');
    await settled('!video.muted');
    await page.getByRole('slider', { name: 'Volume' }).focus();
    await page.keyboard.press('ArrowLeft');
    await settled('Math.abs(video.volume - 0.9) < 0.01');
    expect((await videoState(page)).time).toBeCloseTo(before.time, 1);
  });

  it('goes to full screen and back', async () => {
    await page.getByRole('region').focus();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Leave full screen' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Full screen' }).waitFor();
  });

  it('shows captions of the chosen language', async () => {
    const line = page.locator('vitrina-player .caption');
    await page.getByRole('region').focus();
    await page.keyboard.press('c');
    await page.waitForFunction(
      () =>
        document.querySelector('vitrina-player')?.shadowRoot?.querySelector('.caption')?.textContent ===
        'A coloured pattern',
    );
    await page.getByRole('button', { name: 'Captions' }).click();
    await page.getByRole('menuitemradio', { name: 'Русский' }).click();
    await line.getByText('Цветной узор').waitFor();
    expect(await line.getAttribute('lang')).toBe('ru');
    await page.getByRole('button', { name: 'Captions' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('menuitemradio', { name: 'Off' }).evaluate((item) => item.matches(':focus'))).toBe(
      true,
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('vitrina-player')?.shadowRoot?.querySelector('.caption')?.textContent === '',
    );
  });

  it('says the position as words and moves by the slider', async () => {
    const slider = page.getByRole('slider', { name: 'Position in the video' });
    await page.keyboard.press('Escape');
    await page.getByRole('region').focus();
    await page.keyboard.press('5');
    await settled('Math.abs(video.currentTime - 6) < 0.2');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0:06 of 0:12');
    const box = await slider.boundingBox();
    if (!box) throw new Error('The timeline is not shown.');
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height / 2);
    await settled('Math.abs(video.currentTime - 3) < 0.4');
  });

  it('shows pictures of the storyboard under the pointer', async () => {
    const box = await page.getByRole('slider', { name: 'Position in the video' }).boundingBox();
    if (!box) throw new Error('The timeline is not shown.');
    const at = (share: number) => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
    await at(0.1);
    const picture = page.locator('vitrina-player .hover .picture');
    await expect
      .poll(async () => {
        await at(0.75);
        await at(0.7501);
        return picture.getAttribute('data-at');
      })
      .toBe('8');
    expect(await picture.evaluate((element) => getComputedStyle(element).backgroundPosition)).toBe('-640px 0px');
    expect(await picture.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain('storyboard.jpg');
    await page.mouse.move(5, 5);
    await picture.waitFor({ state: 'hidden' });
  });

  it('changes the speed', async () => {
    await page.getByRole('button', { name: 'Speed' }).click();
    await page.getByRole('menuitemradio', { name: '1.5×' }).click();
    expect((await videoState(page)).rate).toBe(1.5);
  });

  it('points at products while their seconds last and tells the page which one was pressed', async () => {
    await page.evaluate(() => {
      const player = document.querySelector('vitrina-player');
      if (!player) throw new Error('There is no player.');
      player.addEventListener('producttag', (event) => {
        document.title = (event as CustomEvent<{ id: string }>).detail.id;
      });
      player.tags = [
        { id: 'vpt_1', label: 'Red bowl', startSeconds: 4, endSeconds: 8, x: 0.3, y: 0.4 },
        { id: 'vpt_2', label: '<b>Blue</b> cup', startSeconds: 9, endSeconds: 12 },
      ];
      player.seek(5);
    });
    await page.getByRole('button', { name: 'Product in the video: Red bowl' }).click();
    expect(await page.title()).toBe('vpt_1');
    await page.evaluate(() => document.querySelector('vitrina-player')?.seek(10));
    // Words of a seller stay words.
    await page.getByRole('button', { name: 'Product in the video: <b>Blue</b> cup' }).waitFor();
    expect(await page.getByRole('button', { name: /Red bowl/ }).count()).toBe(0);
  });
});
