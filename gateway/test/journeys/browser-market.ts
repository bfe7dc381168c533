import type { TestProject } from 'vitest/node';
import { findChromium } from '../../../platform/src/testing/browser.ts';
import { buildStalePlayer } from '../../../web/player/build/build-player.ts';
import startMarket from './market.ts';

/** A market for the browser tests, with a few of the real goods; `inject('market')` gives its addresses. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Asked first: a minute of seeding would be for nothing without a browser.
  await findChromium();
  process.env['VITRINA_SEED_PRODUCTS'] ??= '100';
  // What the gateway serves below /assets/; landing pages play and buy with it.
  await buildStalePlayer();
  return startMarket(project);
}
