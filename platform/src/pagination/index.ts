import { AppError } from '../errors/index.ts';
import type { KeyParts } from './key-parts.ts';

export * from './key-parts.ts';

/** Relay connection arguments. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What a keyset query needs: how many rows, in which direction, from which key. */
export interface Page<K> {
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly cursor: K | undefined;
}

/** The largest page any list gives. */
export const maxPageSize = 100;

/** Opaque cursor of a sort key (a tuple of strings, numbers or null). */
export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

const isScalar = (part: unknown): boolean => part === null || typeof part === 'string' || typeof part === 'number';

/** The parts of a cursor as they are; undefined when it is none. */
const partsOf = (cursor: string): readonly unknown[] | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && key.every(isScalar) ? key : undefined;
  } catch (cause) {
    // Not JSON, so not a cursor: an answer here, which the caller turns into a refusal.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

const decodeCursor = <K extends readonly unknown[]>(cursor: string, field: string, key: number | KeyParts<K>): K => {
  const readers = typeof key === 'number' ? undefined : key;
  const parts = partsOf(cursor);
  if (parts?.length === (readers?.length ?? key)) {
    const read = readers ? parts.map((part, at) => readers[at]?.(part)) : parts;
    if (!read.includes(undefined)) return read as unknown as K;
  }
  throw new AppError(
    'BAD_USER_INPUT',
    `"${field}" is not a cursor of this list; use a cursor from pageInfo or edges.`,
    { field: [field] },
  );
};

/**
 * Reads and checks connection arguments. `key` says how each part of the list's sort key is read (see `KeyPart`), so that
 * a cursor somebody made up is refused here and no query meets what its columns cannot hold. A number says how many parts
 * there are and no more: for queries that take any text or number. Neither `first` nor `last` means the first 20.
 */
export const readPage = <K extends readonly unknown[]>(args: PageArgs, key: number | KeyParts<K>): Page<K> => {
  if (args.first != null && args.last != null) {
    throw new AppError('BAD_USER_INPUT', 'Give "first" or "last", not both.', { field: ['first'] });
  }
  const direction = args.last != null ? 'backward' : 'forward';
  const field = direction === 'forward' ? 'first' : 'last';
  const limit = args.first ?? args.last ?? 20;
  if (limit < 0 || limit > maxPageSize) {
    throw new AppError('BAD_USER_INPUT', `"${field}" must be between 0 and ${maxPageSize}.`, { field: [field] });
  }
  const raw = direction === 'forward' ? args.after : args.before;
  const cursor = raw == null ? undefined : decodeCursor<K>(raw, direction === 'forward' ? 'after' : 'before', key);
  return { limit, direction, cursor };
};

/** A Relay connection as resolvers return it. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counted only when asked for; `null` where counting would cost more than the page. */
  readonly totalCount?: number | null | (() => Promise<number | null>);
}

/**
 * Makes a connection out of up to `page.limit + 1` rows, read in the page's direction (the extra row tells whether
 * there is more). Backward pages are turned round here, so queries only flip their comparison and their order.
 */
export const toConnection = <T, K extends readonly unknown[]>(
  rows: readonly T[],
  page: Page<K>,
  keyOf: (row: T) => readonly (string | number | null)[],
  totalCount?: Connection<T>['totalCount'],
): Connection<T> => {
  const more = rows.length > page.limit;
  const kept = rows.slice(0, page.limit);
  const ordered = page.direction === 'forward' ? kept : [...kept].reverse();
  const edges = ordered.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  const forward = page.direction === 'forward';
  return {
    edges,
    nodes: ordered,
    pageInfo: {
      hasNextPage: forward ? more : page.cursor !== undefined,
      hasPreviousPage: forward ? page.cursor !== undefined : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: totalCount ?? null,
  };
};
