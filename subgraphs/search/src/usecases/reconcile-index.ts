import { toIndexDocument } from '../domain/index-document.ts';
import type { IndexedState } from '../engine/contract.ts';
import { digestOf } from '../engine/digest.ts';
import { SearchDocumentPageDocument } from '../generated/catalog-client.ts';
import type { Services } from '../services.ts';
import { markDirty } from '../store/dirty-products.ts';
import { advanceReconciliation, dueReconciliation, scheduleReconciliation } from '../store/index-state.ts';

/** Products compared at a time. */
const pageSize = 500;

/** Time between two comparisons of everything: events keep the index right, this is for what they cannot tell. */
const reconcileEveryMs = 60 * 60 * 1000;

/** All that the index holds after one id and up to another. */
const statesBetween = async (
  { engine }: Services,
  after: string,
  until: string | undefined,
): Promise<IndexedState[]> => {
  const states: IndexedState[] = [];
  for (let from = after; ; ) {
    const page = await engine.scan(from, pageSize);
    const inside = page.filter(({ productId }) => until === undefined || productId <= until);
    states.push(...inside);
    const last = page.at(-1);
    if (last === undefined || inside.length < page.length || page.length < pageSize) return states;
    from = last.productId;
  }
};

/** Compares one page; ids that differ, and where to go on (undefined at the end). */
const comparePage = async (services: Services, after: string) => {
  const { searchDocumentPage } = await services.internal.call(
    'catalog',
    SearchDocumentPageDocument,
    { after: after === '' ? null : after, first: pageSize },
    { timeoutMs: 20_000 },
  );
  const wanted = new Map(
    searchDocumentPage.map((document) => [document.productId, digestOf(toIndexDocument(document))]),
  );
  const last = searchDocumentPage.length === pageSize ? searchDocumentPage.at(-1)?.productId : undefined;
  const held = new Map((await statesBetween(services, after, last)).map((state) => [state.productId, state.digest]));
  const drifted = [...new Set([...wanted.keys(), ...held.keys()])].filter((id) => wanted.get(id) !== held.get(id));
  return { drifted, last };
};

/**
 * Compares the whole index with the catalogue when that is due, and marks what differs: missing, superfluous or
 * different products are then indexed like any change. Gives the number of products that differed.
 */
export const reconcileIndex = async (services: Services, signal: AbortSignal): Promise<number> => {
  const { database, clock, log } = services;
  const due = await dueReconciliation(database.orm, clock.now());
  if (!due) return 0;
  let drift = 0;
  for (let after: string | undefined = due.after; after !== undefined; ) {
    if (signal.aborted) return drift;
    const { drifted, last } = await comparePage(services, after);
    await markDirty(database.orm, drifted, clock.now());
    drift += drifted.length;
    after = last;
    if (last !== undefined) await advanceReconciliation(database.orm, last);
  }
  await scheduleReconciliation(database.orm, new Date(clock.now().getTime() + reconcileEveryMs));
  if (drift > 0) log.warn({ drift }, 'The index differed from the catalogue; the differing products are indexed anew');
  return drift;
};
