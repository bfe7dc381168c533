import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Where the browser of the browser tests is: `VITRINA_CHROMIUM`, else the first Chromium on the PATH.
 * Throws with the remedy when the machine has none, so that the suite fails instead of passing without having looked.
 */
export const findChromium = async (
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> => {
  const given = env['VITRINA_CHROMIUM'];
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const candidate of given ? [given] : onPath) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  throw new Error(
    `${given ? `VITRINA_CHROMIUM says "${given}", and there is no program` : 'The browser tests need Chromium, and there is none on the PATH'}. Install it (Debian: apt-get install chromium) or set VITRINA_CHROMIUM to its path.`,
  );
};

/** As root it runs without its sandbox, which root cannot have. Media may start without a click, as players under test do. */
const options = async () => ({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--autoplay-policy=no-user-gesture-required'],
});

/** A headless Chromium for one test file; close it in `afterAll`, which ends its processes. */
export const launchBrowser = async (): Promise<Browser> => {
  // Loaded here: the kit's other tests have no use for a browser driver.
  const { chromium } = await import('playwright-core');
  return chromium.launch(await options());
};

/** A headless Chromium for many test files: starting one takes a second, and several under load. */
export const serveBrowser = async (): Promise<{ readonly endpoint: string; close(): Promise<void> }> => {
  const { chromium } = await import('playwright-core');
  const server = await chromium.launchServer(await options());
  return { endpoint: server.wsEndpoint(), close: () => server.close() };
};

/** The Chromium that is served there; closing it closes what was opened through it, and nobody else's pages. */
export const connectBrowser = async (endpoint: string): Promise<Browser> => {
  const { chromium } = await import('playwright-core');
  return chromium.connect(endpoint);
};
