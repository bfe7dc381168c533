import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { nearKeys } from '../domain/edit-distance.ts';
import { type CatalogDocument, type IndexDocument, vocabularyOf } from '../domain/index-document.ts';
import { type LocalisedText, toLocalisedText } from '../domain/localised-text.ts';
import { soundKey } from '../domain/sound-key.ts';
import { wordsOf } from '../domain/text.ts';
import { textArray } from './text-array.ts';

interface Entry {
  readonly productId: string;
  readonly version: number;
  readonly categoryIds: readonly string[];
  readonly words: readonly string[];
}

const countChanges = (before: readonly Entry[], after: readonly Entry[]): Map<string, number> => {
  const changes = new Map<string, number>();
  const add = (entries: readonly Entry[], by: number) => {
    for (const { words } of entries) for (const word of words) changes.set(word, (changes.get(word) ?? 0) + by);
  };
  add(before, -1);
  add(after, 1);
  return changes;
};

/** Changes the counts of words, in one order so that two workers never wait for each other in a circle. */
const writeCounts = async (tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> => {
  const rows = [...changes]
    .filter(([, change]) => change !== 0)
    .map(([word, change]) => ({ word, change, soundKey: soundKey(word), nearKeys: nearKeys(soundKey(word)) }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into term (word, stem, sound_key, near_keys, documents)
    select word, coalesce((tsvector_to_array(to_tsvector('vitrina', word)))[1], word), "soundKey", array(select jsonb_array_elements_text("nearKeys")), change
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (word text, change integer, "soundKey" text, "nearKeys" jsonb)
    order by word collate "C"
    on conflict (word) do update set documents = term.documents + excluded.documents`);
};

/** Locks the entries of products against other workers and reads them. */
const lockEntries = async (tx: Tx, productIds: readonly string[]): Promise<Entry[]> => [
  ...(await tx.execute<Entry & Record<string, unknown>>(sql`
    select product_id as "productId", version, category_ids as "categoryIds", words from indexed_product
    where product_id = any(${textArray(productIds)}) order by product_id for update`)),
];

/** Notes what products now look like, so that their words can be corrected to and their category can be marked. */
export const registerDocuments = async (tx: Tx, documents: readonly IndexDocument[]): Promise<void> => {
  if (documents.length === 0) return;
  const before = new Map(
    (
      await lockEntries(
        tx,
        documents.map(({ productId }) => productId),
      )
    ).map((entry) => [entry.productId, entry]),
  );
  const entries = documents
    .map((document) => ({ ...document, words: vocabularyOf(document) }))
    .filter(({ productId, version }) => (before.get(productId)?.version ?? 0) <= version)
    .map(({ productId, version, categoryIds, words }): Entry => ({ productId, version, categoryIds, words }));
  const replaced = entries.flatMap(({ productId }) => before.get(productId) ?? []);
  await tx.execute(sql`
    insert into indexed_product (product_id, version, category_ids, words)
    select "productId", version, array(select jsonb_array_elements_text("categoryIds")), array(select jsonb_array_elements_text(words))
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as given ("productId" text, version integer, "categoryIds" jsonb, words jsonb)
    order by "productId"
    on conflict (product_id) do update set version = excluded.version, category_ids = excluded.category_ids, words = excluded.words
    where (indexed_product.version, indexed_product.category_ids, indexed_product.words)
      is distinct from (excluded.version, excluded.category_ids, excluded.words)`);
  await writeCounts(tx, countChanges(replaced, entries));
};

/** Forgets products that are gone. */
export const unregisterProducts = async (tx: Tx, productIds: readonly string[]): Promise<void> => {
  if (productIds.length === 0) return;
  const before = await lockEntries(tx, productIds);
  await tx.execute(sql`delete from indexed_product where product_id = any(${textArray(productIds)})`);
  await writeCounts(tx, countChanges(before, []));
};

interface CategoryRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly names: LocalisedText;
  readonly words: string;
}

/** Remembers the categories and attributes that documents name. */
export const registerNames = async (tx: Tx, documents: readonly CatalogDocument[]): Promise<void> => {
  const categories = new Map<string, CategoryRow>();
  const attributes = new Map<string, LocalisedText>();
  for (const { categories: path, attributes: facts } of documents) {
    for (const [index, { id, names }] of path.entries()) {
      const words = wordsOf(names.map(({ text }) => text).join(' \n '));
      const parentId = path[index - 1]?.id ?? null;
      categories.set(id, { id, parentId, names: toLocalisedText(names), words: ` ${words.join(' ')}` });
    }
    for (const { code, names, filterable } of facts) if (filterable) attributes.set(code, toLocalisedText(names));
  }
  await tx.execute(sql`
    insert into known_category (id, parent_id, names, words)
    select id, "parentId", names, words
    from jsonb_to_recordset(${JSON.stringify([...categories.values()])}::jsonb) as given (id text, "parentId" text, names jsonb, words text)
    order by id
    on conflict (id) do update set parent_id = excluded.parent_id, names = excluded.names, words = excluded.words
    where (known_category.parent_id, known_category.names) is distinct from (excluded.parent_id, excluded.names)`);
  const named = [...attributes].map(([code, names]) => ({ code, names }));
  await tx.execute(sql`
    insert into known_attribute (code, names)
    select code, names from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given (code text, names jsonb) order by code
    on conflict (code) do update set names = excluded.names where known_attribute.names <> excluded.names`);
};
