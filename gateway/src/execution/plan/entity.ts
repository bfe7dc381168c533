/** A piece of an answer while it is being put together. */
export type Entity = Record<string, unknown>;

/** True for objects that fields can be merged into. */
export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mergeLists = (target: unknown[], source: readonly unknown[]): void => {
  for (const [index, item] of source.entries()) {
    const existing = target[index];
    if (isEntity(existing) && isEntity(item)) mergeEntity(existing, item);
    else target[index] = item;
  }
};

/**
 * Adds what another subgraph sent to what is already there. Lists of equal length are the same list seen from two
 * subgraphs and are merged item by item; in everything else the later answer wins.
 */
export const mergeEntity = (target: Entity, source: Entity): void => {
  for (const key of Object.keys(source)) {
    const value = source[key];
    // Data of a subgraph may carry any key; this one would reach every object of the process.
    if (value === undefined || key === '__proto__') continue;
    const existing = target[key];
    if (isEntity(existing) && isEntity(value)) mergeEntity(existing, value);
    else if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length)
      mergeLists(existing, value);
    else target[key] = value;
  }
};

const flattenInto = (value: unknown, path: readonly (string | number)[], depth: number, found: Entity[]): void => {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) flattenInto(item, path, next, found);
    return;
  }
  const step = path[depth];
  if (step === undefined) {
    found.push(value as Entity);
    return;
  }
  flattenInto((value as Entity)[step], path, depth + 1, found);
};

/** All objects at a plan's path below some objects; `@` stands for every item of a list. */
export const entitiesAt = (from: readonly Entity[], path: readonly (string | number)[]): Entity[] => {
  const found: Entity[] = [];
  for (const entity of from) flattenInto(entity, path, 0, found);
  return found;
};

/** The concrete paths (with list positions) of the objects that a plan's path leads to; looked up only when something failed. */
export const concretePaths = (
  root: Entity,
  path: readonly (string | number)[],
): ReadonlyMap<unknown, (string | number)[]> => {
  const paths = new Map<unknown, (string | number)[]>();
  const walk = (value: unknown, depth: number, at: (string | number)[]): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, path[depth] === '@' ? depth + 1 : depth, [...at, index]);
      return;
    }
    const step = path[depth];
    if (step === undefined) {
      if (!paths.has(value)) paths.set(value, at);
      return;
    }
    walk((value as Entity)[step], depth + 1, [...at, step]);
  };
  walk(root, 0, []);
  return paths;
};
