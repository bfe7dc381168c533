/** An entity that `node(id)` finds: which prefix its ids carry and which context owns it. */
export interface NodeType {
  /** Prefix of its ids, the part before the underscore. */
  readonly prefix: string;
  /** Name of the type in the schema; the owner declares it with `@key(fields: "id")`. */
  readonly type: string;
  /** Folder name of the owning context. */
  readonly owner: string;
}

/**
 * Every entity that can be found by id alone. A test holds this list against the contexts' SDL: an entity keyed by
 * `id` is listed here or in {@link notNodes}.
 */
export const nodeTypes: readonly NodeType[] = [];

/** Entities that are keyed by `id` and yet not to be had by `node`, with the reason. */
export const notNodes: Readonly<Record<string, string>> = {};
