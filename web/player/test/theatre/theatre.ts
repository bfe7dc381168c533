import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { connectBrowser } from '../../../../platform/src/testing/browser.ts';
import { type PlayerFiles, playerDist } from '../../build/build-player.ts';
import { startServer, type TestServer } from './serve.ts';

/** A browser and a server with the bundle at `/assets/` and the renditions at `/media/`. */
export interface Theatre {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Opens a page with this body; what the page logs as an error is collected. */
  show(body: string, options?: ShowOptions): Promise<Show>;
  close(): Promise<void>;
}

export interface ShowOptions extends BrowserContextOptions {
  readonly lang?: string;
  /** Runs in the page before anything of it. */
  readonly before?: () => void;
}

/** An open page. */
export interface Show {
  readonly page: Page;
  /** Errors of scripts, and what was logged as an error. */
  readonly errors: string[];
  /** Paths of media asked for since the page was opened. */
  media(): string[];
}

/** The attributes of a player with everything the renditions have. */
export const everything = (more = ''): string =>
  `<vitrina-player src="/media/master.m3u8" title-text="Test pattern" poster="/media/poster.jpg" thumbhash="1QcSHQRnh493V4dIh4eXh1h4kJUI"
    storyboard="/media/storyboard.vtt" captions='[{"language":"en","label":"English","url":"/media/captions/en.vtt"},{"language":"ru","label":"Русский","url":"/media/captions/ru.vtt"}]' ${more}></vitrina-player>`;

/** Opens the theatre of one test file; `close` ends the browser and the server. */
export const openTheatre = async (): Promise<Theatre> => {
  const server = await startServer({ '/assets/': `${playerDist}/assets`, '/media/': inject('renditions') });
  const browser = await connectBrowser(inject('chromium'));
  const { entry } = JSON.parse(readFileSync(`${playerDist}/player.json`, 'utf8')) as PlayerFiles;
  let count = 0;
  return {
    server,
    browser,
    show: async (body, { lang = 'en', before: early, ...options } = {}) => {
      count += 1;
      server.pages.set(
        `/page-${count}`,
        `<!doctype html><html lang="${lang}"><title>Player</title><link rel="icon" href="data:,"><style>body{margin:0}main{width:640px}</style>
         <main><h1>Player</h1>${body}</main><script type="module" src="/assets/${entry}"></script></html>`,
      );
      const page = await browser.newPage({ viewport: { width: 800, height: 600 }, ...options });
      if (early) await page.addInitScript(early);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on(
        'console',
        (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
      );
      const before = server.got.length;
      await page.goto(`${server.url}/page-${count}`);
      await page.waitForFunction(() => customElements.get('vitrina-player') !== undefined);
      const media = () => server.got.slice(before).flatMap(({ path }) => (path.startsWith('/media/') ? [path] : []));
      return { page, errors, media };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};

/** State of the first player's video element. */
export const videoState = (
  page: Page,
): Promise<{
  time: number;
  paused: boolean;
  ended: boolean;
  muted: boolean;
  volume: number;
  rate: number;
  duration: number;
}> =>
  page.evaluate(() => {
    const video = document.querySelector('vitrina-player')?.video;
    if (!video) throw new Error('The player has no video.');
    const { currentTime, paused, ended, muted, volume, playbackRate, duration } = video;
    return { time: currentTime, paused, ended, muted, volume, rate: playbackRate, duration };
  });

/** Waits until the video has reached a second. */
export const reaches = async (page: Page, seconds: number): Promise<void> => {
  await page.waitForFunction(
    (wanted) => (document.querySelector('vitrina-player')?.video?.currentTime ?? 0) >= wanted,
    seconds,
    { timeout: 40_000 },
  );
};
