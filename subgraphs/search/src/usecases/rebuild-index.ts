import { toIndexDocument } from '../domain/index-document.ts';
import { SearchDocumentPageDocument } from '../generated/catalog-client.ts';
import type { Services } from '../services.ts';
import { registerDocuments, registerNames } from '../store/index-registry.ts';
import { advanceBuild, claimBuild, finishBuild, releaseBuild, scheduleReconciliation } from '../store/index-state.ts';

/** Products read from the catalogue at a time. */
const pageSize = 500;

/** Reads one page of the catalogue into the index being built; the last id of the page, or undefined at the end. */
const fillPage = async (services: Services, after: string | undefined): Promise<string | undefined> => {
  const { database, engine, internal } = services;
  const variables = { after: after ?? null, first: pageSize };
  const { searchDocumentPage } = await internal.call('catalog', SearchDocumentPageDocument, variables, {
    timeoutMs: 20_000,
  });
  const documents = searchDocumentPage.map(toIndexDocument);
  await engine.fill(documents);
  await database.transaction(async (tx) => {
    await registerNames(tx, searchDocumentPage);
    await registerDocuments(tx, documents);
  });
  return documents.at(-1)?.productId;
};

/**
 * Fills a second index from the catalogue, page by page, and lets it take the first one's place. Changes that arrive
 * meanwhile are written to both. A worker that dies loses a page at most: another one goes on after its lease.
 * False when there was nothing to do or the worker was asked to stop.
 */
export const rebuildIndex = async (services: Services, signal: AbortSignal): Promise<boolean> => {
  const { database, engine, clock } = services;
  const claim = await claimBuild(database.orm, clock.now());
  if (!claim) return false;
  if (claim.after === null) await engine.startBuild();
  let after = claim.after ?? undefined;
  for (;;) {
    if (signal.aborted) {
      await releaseBuild(database.orm);
      return false;
    }
    const last = await fillPage(services, after);
    if (last === undefined) break;
    after = last;
    await advanceBuild(database.orm, after, clock.now());
  }
  await engine.swap();
  await database.transaction((tx) => finishBuild(tx, clock.now()));
  // The comparison finds what changed between the last page and the swap, should an event be late.
  await scheduleReconciliation(database.orm, clock.now());
  return true;
};
