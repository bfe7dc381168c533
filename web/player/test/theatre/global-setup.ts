import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveBrowser } from '../../../../platform/src/testing/browser.ts';
import { buildStalePlayer } from '../../build/build-player.ts';
import { makeRenditions } from './make-renditions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a video as the worker makes it. */
    readonly renditions: string;
    /** Where the one browser of all files is connected to. */
    readonly chromium: string;
  }
}

/**
 * Bundles the player as it is served, and makes a short video into renditions by the video context's own tools; or takes those of
 * `VITRINA_PLAYER_RENDITIONS`, made before, for quick rounds while working on the player.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await serveBrowser();
  project.provide('chromium', browser.endpoint);
  const ready = process.env['VITRINA_PLAYER_RENDITIONS'];
  if (ready) {
    await buildStalePlayer();
    project.provide('renditions', ready);
    return () => browser.close();
  }
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-player-'));
  await Promise.all([buildStalePlayer(), makeRenditions(folder)]);
  project.provide('renditions', folder);
  return async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
}
