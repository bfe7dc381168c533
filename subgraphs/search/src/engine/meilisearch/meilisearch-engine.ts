import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError } from 'meilisearch';
import type { IndexDocument } from '../../domain/index-document.ts';
import type { IndexedState, SearchEngine } from '../contract.ts';
import { oneOf } from './filters.ts';
import { completeTitles, countFacets, liveIndex, searchPage } from './read.ts';
import { indexSettings, type MeilisearchDocument, orderNumber, toMeilisearch } from './settings.ts';

/** The index a rebuild fills. */
const nextIndex = 'products_next';

/** Longest wait for one batch to become searchable. */
const taskTimeoutMs = 60_000;

/** Waits until Meilisearch has done what it was asked: writes are tasks there, and a failed task must not pass unseen. */
const done = async (task: EnqueuedTaskPromise): Promise<void> => {
  const { status, error, type } = await task.waitTask({ timeout: taskTimeoutMs, interval: 20 });
  if (status !== 'succeeded') throw new Error(`Meilisearch could not do "${type}": ${error?.message ?? status}`);
};

const createEmpty = async (client: Meilisearch, uid: string): Promise<void> => {
  await done(client.createIndex(uid, { primaryKey: 'productId' }));
  await done(client.index(uid).updateSettings(indexSettings));
};

const exists = async (client: Meilisearch, uid: string): Promise<boolean> => {
  try {
    await client.getRawIndex(uid);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
    throw error;
  }
};

/** Documents that are not older (for a rebuild: that are newer) than what the index holds. */
const newerOnly = async (
  client: Meilisearch,
  uid: string,
  documents: readonly IndexDocument[],
  replace: 'always' | 'older-only',
): Promise<IndexDocument[]> => {
  const { results } = await client.index<MeilisearchDocument>(uid).getDocuments({
    // A filter travels in the body; as `ids` five hundred of them would make a very long address.
    filter: oneOf(
      'productId',
      documents.map(({ productId }) => productId),
    ),
    fields: ['productId', 'version'],
    limit: documents.length,
  });
  const held = new Map(results.map(({ productId, version }) => [productId, version]));
  return documents.filter(({ productId, version }) => {
    const known = held.get(productId);
    return known === undefined || (replace === 'always' ? known <= version : known < version);
  });
};

const write = async (
  client: Meilisearch,
  uid: string,
  documents: readonly IndexDocument[],
  replace: 'always' | 'older-only',
): Promise<void> => {
  const newer = await newerOnly(client, uid, documents, replace);
  if (newer.length > 0) await done(client.index(uid).addDocuments(newer.map(toMeilisearch)));
};

/** Products that may share the number a page begins at. */
const sameNumber = 1_000;

/** States of documents by id, by walking the index in the order of their numbers. */
const scan = async (client: Meilisearch, after: string, limit: number): Promise<IndexedState[]> => {
  const { results } = await client.index<MeilisearchDocument>(liveIndex).getDocuments({
    fields: ['productId', 'version', 'digest'],
    filter: `orderNumber >= ${orderNumber(after)}`,
    sort: ['orderNumber:asc', 'productId:asc'],
    limit: limit + sameNumber,
  });
  return results
    .filter(({ productId }) => productId > after)
    .slice(0, limit)
    .map(({ productId, version, digest }) => ({ productId, version, digest }));
};

/** The engine for larger markets: a Meilisearch server, through its official client. */
export const createMeilisearchEngine = (server: {
  readonly url: string;
  readonly key?: string | undefined;
}): SearchEngine => {
  const client = new Meilisearch({ host: server.url, ...(server.key === undefined ? {} : { apiKey: server.key }) });
  return {
    name: 'meilisearch',
    prepare: async () => {
      if (!(await exists(client, liveIndex))) await createEmpty(client, liveIndex);
    },
    put: async (documents) => {
      if (documents.length === 0) return;
      await write(client, liveIndex, documents, 'always');
      if (await exists(client, nextIndex)) await write(client, nextIndex, documents, 'always');
    },
    remove: async (productIds) => {
      if (productIds.length === 0) return;
      await done(client.index(liveIndex).deleteDocuments([...productIds]));
      if (await exists(client, nextIndex)) await done(client.index(nextIndex).deleteDocuments([...productIds]));
    },
    search: (request) => searchPage(client, request),
    probe: async (selection, most) =>
      Math.min(most, (await searchPage(client, { ...selection, sort: 'NEWEST', offset: 0, limit: 0 })).total),
    count: (selection) => countFacets(client, selection),
    complete: (words, closedShopIds, limit) => completeTitles(client, words, closedShopIds, limit),
    scan: (after, limit) => scan(client, after, limit),
    startBuild: async () => {
      if (await exists(client, nextIndex)) await done(client.deleteIndex(nextIndex));
      await createEmpty(client, nextIndex);
    },
    fill: async (documents) => {
      if (documents.length > 0) await write(client, nextIndex, documents, 'older-only');
    },
    swap: async () => {
      if (!(await exists(client, nextIndex))) return;
      await done(client.swapIndexes([{ indexes: [liveIndex, nextIndex], rename: false }]));
      await done(client.deleteIndex(nextIndex));
    },
    stats: async () => {
      const { numberOfDocuments } = await client.index(liveIndex).getStats();
      return { documents: numberOfDocuments, building: await exists(client, nextIndex) };
    },
  };
};
