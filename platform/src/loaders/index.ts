import DataLoader from 'dataloader';

/** Declares a loader: rows for many keys in one query, in any order; `keyOf` puts them back in place. */
export interface LoaderDefinition<S, K, V> {
  readonly load: (services: S, keys: readonly K[]) => Promise<readonly V[]>;
  readonly keyOf: (row: V) => K;
}

/** The loaders of one request. A definition is its own key, so a loader is declared once and needs no name. */
export interface LoaderRegistry {
  /** At most one row per key. */
  one<S, K extends string, V>(definition: LoaderDefinition<S, K, V>): DataLoader<K, V | null>;
  /** All rows of each key, in the query's order. */
  many<S, K extends string, V>(definition: LoaderDefinition<S, K, V>): DataLoader<K, readonly V[]>;
}

const maxBatchSize = 1_000;

/** Makes the registry of one request over the context's services. */
export const createLoaders = (services: unknown): LoaderRegistry => {
  const ones = new Map<unknown, unknown>();
  const manys = new Map<unknown, unknown>();
  const grouped = async <S, K extends string, V>(definition: LoaderDefinition<S, K, V>, keys: readonly K[]) => {
    const rows = await definition.load(services as S, keys);
    const byKey = new Map<K, V[]>();
    for (const row of rows) {
      const key = definition.keyOf(row);
      const list = byKey.get(key);
      if (list) list.push(row);
      else byKey.set(key, [row]);
    }
    return byKey;
  };
  return {
    one: <S, K extends string, V>(definition: LoaderDefinition<S, K, V>) => {
      const known = ones.get(definition) as DataLoader<K, V | null> | undefined;
      if (known) return known;
      const loader = new DataLoader<K, V | null>(
        async (keys) => {
          const byKey = await grouped(definition, keys);
          return keys.map((key) => byKey.get(key)?.[0] ?? null);
        },
        { maxBatchSize },
      );
      ones.set(definition, loader);
      return loader;
    },
    many: <S, K extends string, V>(definition: LoaderDefinition<S, K, V>) => {
      const known = manys.get(definition) as DataLoader<K, readonly V[]> | undefined;
      if (known) return known;
      const loader = new DataLoader<K, readonly V[]>(
        async (keys) => {
          const byKey = await grouped(definition, keys);
          return keys.map((key) => byKey.get(key) ?? []);
        },
        { maxBatchSize },
      );
      manys.set(definition, loader);
      return loader;
    },
  };
};
