import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre, videoState } from './theatre/theatre.ts';

describe('failures', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterEach(() => {
    theatre.server.gate = undefined;
  });
  afterAll(() => theatre.close());

  it('says that the playlist is damaged and plays once it is mended and tried again', async () => {
    theatre.server.gate = ({ path }) =>
      path.endsWith('master.m3u8') ? { status: 200, body: 'not a playlist' } : undefined;
    const { page } = await theatre.show(everything());
    const alert = page.getByRole('alert');
    await alert.getByText('its playlist is damaged').waitFor();
    theatre.server.gate = undefined;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 0.3);
    expect(await alert.count()).toBe(0);
    await page.close();
  });

  it.each([
    [404, 'en', 'This video is not there any more.'],
    [403, 'ru', 'Срок доступа к видео истёк.'],
  ])('tells a playlist answered by %d in the language %s', async (status, lang, words) => {
    theatre.server.gate = ({ path }) => (path.endsWith('master.m3u8') ? { status } : undefined);
    const { page } = await theatre.show(everything(), { lang });
    await page.getByRole('alert').getByText(words).waitFor({ timeout: 40_000 });
    await page.close();
  });

  it('says that a video is not to be watched when the graph gives none', async () => {
    theatre.server.graph.set('PlayerVideo', () => ({ video: null }));
    const { page } = await theatre.show('<vitrina-player video-id="vid_0"></vitrina-player>');
    await page.getByRole('alert').getByText('cannot be watched at the moment').waitFor();
    await page.close();
  });

  it('goes on by itself after the network was cut in the middle', async () => {
    const { page, media } = await theatre.show(everything());
    // Segments of the second half do not come until the network is back.
    theatre.server.gate = ({ path }) => (/seg-0000[3-9]/.test(path) ? { status: 503 } : undefined);
    await page.evaluate(() => document.querySelector('vitrina-player')?.play());
    await reaches(page, 2);
    await page.context().setOffline(true);
    await page.waitForFunction(
      () => {
        const video = document.querySelector('vitrina-player')?.video;
        return video !== undefined && !video.paused && video.readyState < 3;
      },
      undefined,
      { timeout: 40_000 },
    );
    const { time: stalledAt } = await videoState(page);
    const asked = media().length;
    theatre.server.gate = undefined;
    await page.context().setOffline(false);
    await reaches(page, stalledAt + 1.5);
    expect(media().length).toBeGreaterThan(asked);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});
