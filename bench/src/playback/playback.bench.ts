import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../platform/src/testing/browser.ts';
import { buildPlayer, playerDist } from '../../../web/player/build/build-player.ts';
import { makeRenditions } from '../../../web/player/test/theatre/make-renditions.ts';
import { startServer, type TestServer } from '../../../web/player/test/theatre/serve.ts';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { latencyOf, show } from '../measure/numbers.ts';
import { dashPage, playerPage } from './pages.ts';
import { fetchThrough, type Line, openShaped } from './shaped-page.ts';

const line: Line = { bitsPerSecond: 5_000_000, roundTripMs: 100 };
const withinMs = 1_500;
const rulerBytes = 625_000;
const dashFolder = dirname(
  fileURLToPath(new URL('../../../web/player/node_modules/dashjs/dist/modern/umd/dash.all.min.js', import.meta.url)),
);

/** What a page noted, in milliseconds since its navigation. */
interface Seen {
  readonly wanted?: number;
  readonly frame?: number;
  readonly errors: readonly string[];
}

const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { readonly seen: Seen }).seen);

const firstFrame = async (page: Page): Promise<Required<Seen>> => {
  await page.waitForFunction(
    () => (globalThis as unknown as { readonly seen?: Seen }).seen?.frame !== undefined,
    undefined,
    { timeout: 30_000, polling: 50 },
  );
  const { wanted, frame, errors } = await seenOn(page);
  if (wanted === undefined || frame === undefined || errors.length > 0)
    throw new BenchFailed(`The page told of ${errors.join(', ') || 'no start'}.`);
  return { wanted, frame, errors };
};

/** Opens a page with an empty cache behind the line and gives what it noted. */
const cold = async (browser: Browser, url: string): Promise<Required<Seen>> => {
  const page = await openShaped(browser, line);
  try {
    await page.goto(url);
    return await firstFrame(page);
  } finally {
    await page.close();
  }
};

/** A viewer reads for two seconds, then presses play: the first segment is there already. */
const pressed = async (browser: Browser, url: string): Promise<number> => {
  const page = await openShaped(browser, line);
  try {
    await page.goto(url);
    await page.waitForTimeout(2_500);
    const at = await page.evaluate(() => {
      const now = performance.now();
      (document.querySelector('vitrina-player') as unknown as { play(): void }).play();
      return now;
    });
    return (await firstFrame(page)).frame - at;
  } finally {
    await page.close();
  }
};

const checkRuler = async (browser: Browser, server: TestServer, print: RunOptions['print']): Promise<void> => {
  const page = await openShaped(browser, line);
  await page.goto(`${server.url}/player`);
  const ms = await fetchThrough(page, '/media/ruler.bin');
  await page.close();
  const due = (rulerBytes * 8 * 1_000) / line.bitsPerSecond + line.roundTripMs;
  print(
    `  the line: ${rulerBytes / 1_000} kB took ${show(ms)} ms of ${show(due)} ms due (other media on it at the time)`,
  );
  if (ms < due * 0.9) throw new BenchFailed('The line is not shaped: Chromium fetched faster than it allows.');
};

const say = (name: string, milliseconds: readonly number[]): string => {
  const { p50, p95, max, count } = latencyOf(milliseconds);
  const least = Math.min(...milliseconds);
  return `  ${name.padEnd(58)} p50 ${show(p50)} ms, p95 ${show(p95)} ms (${show(least)}–${show(max)}, ${count} runs)`;
};

const measure = async (browser: Browser, server: TestServer, { quick, tell, print }: RunOptions) => {
  const runs = quick ? 2 : 24;
  const [ours, whole, dash, press]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let index = 0; index < runs; index += 1) {
    const own = await cold(browser, `${server.url}/player`);
    ours.push(own.frame - own.wanted);
    whole.push(own.frame);
    const peer = await cold(browser, `${server.url}/dash`);
    dash.push(peer.frame - peer.wanted);
    press.push(await pressed(browser, `${server.url}/still`));
    tell(`run ${index + 1} of ${runs}: first frame after ${show(ours.at(-1) ?? 0)} ms`);
  }
  print(say('vitrina-player, cold: wanted → first frame', ours));
  print(say('the same from the page’s navigation', whole));
  print(say('vitrina-player, pressed after coming near', press));
  print(say('dash.js, cold, script loaded before (beside it)', dash));
  print(`  errors: hls.js 0, dash.js 0 in ${runs * 3} starts`);
  const { p95 } = latencyOf(ours);
  return [{ what: `start-up p95 ${show(p95)} ms of at most ${show(withinMs)} ms`, reached: p95 < withinMs }];
};

const run = async (options: RunOptions) => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-playback-'));
  const files = await buildPlayer();
  options.tell('making renditions');
  await makeRenditions(folder, { seconds: options.quick ? 6 : 12, width: 1_280, height: 720 });
  await writeFile(join(folder, 'ruler.bin'), Buffer.alloc(rulerBytes, 7));
  const early = await readFile(join(folder, 'master.m3u8'), 'utf8');
  options.print(`  ${early.match(/RESOLUTION=\d+x\d+/g)?.join(', ')}, segments of 2 s, 5 Mb/s, 100 ms round trip`);
  const server = await startServer({ '/assets/': `${playerDist}/assets`, '/media/': folder, '/dash-js/': dashFolder });
  const parts = { player: `/assets/${files.entry}`, dash: '/dash-js/dash.all.min.js' };
  server.pages.set('/player', playerPage(parts, true));
  server.pages.set('/still', playerPage(parts, false));
  server.pages.set('/dash', dashPage(parts));
  const browser = await launchBrowser();
  try {
    await checkRuler(browser, server, options.print);
    return await measure(browser, server, options);
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** What a viewer waits for the first frame on an ordinary line. */
export const playback: Bench = {
  name: 'playback',
  proves: 'start-up of vitrina-player in Chromium behind 5 Mb/s and 100 ms, beside dash.js over the same segments',
  run,
};
