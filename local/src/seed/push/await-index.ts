import { setTimeout as pause } from 'node:timers/promises';
import type { SeedClient } from './graphql-client.ts';

interface Status {
  readonly searchIndex: { readonly documents: number; readonly pendingChanges: number };
}

const status = 'query SeedIndex { searchIndex { documents pendingChanges } }';
const everyMs = 500;
const giveUpAfterMs = 180_000;

/**
 * Waits until search knows the goods: events bring them there, and a market that says it is open should be found in.
 * Without progress for a while it goes on; search catches up by itself.
 */
export const awaitIndex = async (admin: SeedClient, products: number, tell: (step: string) => void): Promise<void> => {
  const until = Date.now() + giveUpAfterMs;
  let told = -1;
  while (Date.now() < until) {
    const { searchIndex } = await admin.ask<Status>(status);
    if (searchIndex.documents !== told) tell(`searchable ${searchIndex.documents}`);
    told = searchIndex.documents;
    if (searchIndex.documents >= products && searchIndex.pendingChanges === 0) return;
    await pause(everyMs);
  }
  tell('search is still catching up; it will by itself');
};
