import type { Facet } from '../domain/index-declaration.ts';
import type { IndexDocument } from '../domain/index-document.ts';
import type { LocalisedText } from '../domain/localised-text.ts';

/**
 * What is looked for, understood: every group must be found, by any of its alternatives, each of which is one word or a
 * phrase. Engines that correct misspellings by themselves may use `text` alone.
 */
export interface Wanted {
  /** The query as applied, a plain text. Empty together with no groups means "everything". */
  readonly text: string;
  readonly groups: readonly (readonly string[])[];
  /** The whole query as a number of goods (SKU, GTIN), when it looks like one. */
  readonly code: string | undefined;
}

/** What hits have to satisfy; absent means no wish. Alternatives within one field. */
export interface Filters {
  readonly categoryId?: string | undefined;
  readonly shopIds?: readonly string[] | undefined;
  readonly brands?: readonly string[] | undefined;
  readonly price?:
    | { readonly currency: string; readonly minMinor?: bigint | undefined; readonly maxMinor?: bigint | undefined }
    | undefined;
  readonly inStock?: boolean | undefined;
  readonly attributes?: readonly { readonly code: string; readonly values: readonly string[] }[] | undefined;
}

export type Sort = 'RELEVANCE' | 'PRICE_ASC' | 'PRICE_DESC' | 'NEWEST';

/** Which goods are meant, without order and page. */
export interface Selection {
  readonly wanted: Wanted;
  readonly filters: Filters;
  /** `most` gives up one word of two or more, and finds what has all the others. */
  readonly match: 'all' | 'most';
  /** Shops whose goods are not shown. */
  readonly closedShopIds: readonly string[];
  /** Products a rule hides or puts elsewhere. */
  readonly excludedIds: readonly string[];
  /** About how many products the words match, where that is known; tells an engine which way of looking is the cheapest. */
  readonly expected?: number | undefined;
  /** Only these products; all when absent. */
  readonly onlyIds?: readonly string[] | undefined;
}

export interface PageRequest extends Selection {
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

export interface Hit {
  readonly productId: string;
  readonly titles: LocalisedText;
}

export interface PageOfHits {
  readonly hits: readonly Hit[];
  /** Matches in all; exact up to about 5,000, and possibly estimated beyond. */
  readonly total: number;
}

/** Counts of one facet's values, most hits first; estimated when there are more than some thousand matches. Attributes are `code=value`, prices `EUR:3`, availability `true`/`false`. */
export type FacetCounts = Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;

/** A document's state in the index, for comparing it with the catalogue. */
export interface IndexedState {
  readonly productId: string;
  readonly version: number;
  /** Digest of the whole document: changes that do not raise the version (stock, category names) show here. */
  readonly digest: string;
}

export interface IndexStats {
  readonly documents: number;
  /** True while a second index is being filled. */
  readonly building: boolean;
}

/**
 * A search engine behind the market's goods. One suite of tests holds every adapter to this contract.
 *
 * Versions: a document never replaces one of a higher version; one of the same version does, unless it comes by
 * {@link SearchEngine.fill}. Writes are visible to searches when their promise resolves.
 */
export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch';
  /** Makes sure there is an index to search. */
  prepare(): Promise<void>;
  /** Writes documents to the index, and to the one being built. */
  put(documents: readonly IndexDocument[]): Promise<void>;
  /** Removes products from the index and from the one being built; unknown ones are fine. */
  remove(productIds: readonly string[]): Promise<void>;
  search(request: PageRequest): Promise<PageOfHits>;
  /** Matches, counted up to `most`: tells cheaply whether an understanding of a query finds anything. */
  probe(selection: Selection, most: number): Promise<number>;
  /** A facet's own filter is ignored in its counts. */
  count(selection: Selection): Promise<FacetCounts>;
  /** Products whose titles or names hold all the words, the last one as a prefix. */
  complete(words: readonly string[], closedShopIds: readonly string[], limit: number): Promise<readonly Hit[]>;
  /** States of documents by id, after `after`, in byte order of ids. */
  scan(after: string, limit: number): Promise<readonly IndexedState[]>;
  /** Starts a second, empty index; one that was being built is thrown away. Searches go on in the first. */
  startBuild(): Promise<void>;
  /** Writes to the index being built, unless it has the document already in this or a higher version. */
  fill(documents: readonly IndexDocument[]): Promise<void>;
  /** Lets the built index take the place of the first at once. */
  swap(): Promise<void>;
  stats(): Promise<IndexStats>;
}
