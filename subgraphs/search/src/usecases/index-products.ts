import { toIndexDocument } from '../domain/index-document.ts';
import { SearchDocumentsDocument } from '../generated/catalog-client.ts';
import type { Services } from '../services.ts';
import { type Claim, claimDirty, markNextCategoryPage, releaseDirty, settleDirty } from '../store/dirty-products.ts';
import { registerDocuments, registerNames, unregisterProducts } from '../store/index-registry.ts';
import { isBuildWanted } from '../store/index-state.ts';
import { noteRemoved } from '../store/removed-meanwhile.ts';

/** Reads products anew from the catalogue and makes the index say the same; what the catalogue leaves out is removed. */
const indexClaimed = async (services: Services, claims: readonly Claim[]): Promise<void> => {
  const { database, engine, internal } = services;
  const ids = claims.map(({ productId }) => productId);
  const { searchDocuments } = await internal.call('catalog', SearchDocumentsDocument, { ids }, { timeoutMs: 20_000 });
  const there = new Set(searchDocuments.map(({ productId }) => productId));
  const gone = ids.filter((id) => !there.has(id));
  const documents = searchDocuments.map(toIndexDocument);
  // A rebuild may have read a page with these products already; it looks at them again when it is done.
  if (gone.length > 0 && (await isBuildWanted(database.orm))) await noteRemoved(database.orm, gone);
  await engine.put(documents);
  await engine.remove(gone);
  await database.transaction(async (tx) => {
    await registerNames(tx, searchDocuments);
    await registerDocuments(tx, documents);
    await unregisterProducts(tx, gone);
  });
  await database.transaction((tx) => settleDirty(tx, claims));
};

/**
 * Makes everything that is marked searchable, batch by batch, until nothing is left. Only one worker has a product in hand
 * at a time, and each reads the product's present state, so the order in which events arrived does not matter.
 */
export const indexMarkedProducts = async (services: Services, signal: AbortSignal): Promise<number> => {
  const { database, clock } = services;
  let done = 0;
  while (!signal.aborted) {
    const claims = await claimDirty(database.orm, clock.now());
    if (claims.length === 0) {
      const more = await database.transaction((tx) => markNextCategoryPage(tx, clock.now()));
      if (!more) break;
      continue;
    }
    try {
      await indexClaimed(services, claims);
    } catch (error) {
      await database.transaction((tx) => releaseDirty(tx, claims));
      throw error;
    }
    done += claims.length;
  }
  return done;
};
