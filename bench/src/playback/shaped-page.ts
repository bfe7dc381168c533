import type { Browser, Page } from 'playwright-core';

/** A viewer's line. */
export interface Line {
  readonly bitsPerSecond: number;
  /** From a request to the first byte of its answer. */
  readonly roundTripMs: number;
}

/** A page in a context of its own, so with an empty cache, behind that line, shaped by Chromium itself (DevTools protocol, `emulateNetworkConditions`). */
export const openShaped = async (browser: Browser, line: Line): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const bytesPerSecond = line.bitsPerSecond / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  return page;
};

/** The ruler's own check: milliseconds to fetch so many bytes through the line. */
export const fetchThrough = async (page: Page, url: string): Promise<number> =>
  page.evaluate(async (address) => {
    const started = performance.now();
    const response = await fetch(address);
    await response.arrayBuffer();
    return performance.now() - started;
  }, url);
