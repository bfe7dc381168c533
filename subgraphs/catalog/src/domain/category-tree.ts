import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

/** Deepest level of the tree; a root is level 1. */
export const maxDepth = 12;
/** Most children one category may have. */
export const maxChildren = 500;

/** Level of a path: ids from the root down, joined by dots. */
export const depthOf = (path: string): number => path.split('.').length;

/** Ids of the categories above, root first. */
export const ancestorIds = (path: string): readonly string[] => path.split('.').slice(0, -1);

/** The path of a category below a parent (or as a root). */
export const pathBelow = (parentPath: string | undefined, id: string): string =>
  parentPath === undefined ? id : `${parentPath}.${id}`;

/** True when `path` is `above` or lies below it. */
export const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`);

/** What decides whether a category may go to a place. */
export interface Placement {
  /** Present path; undefined for a new category. */
  readonly path?: string | undefined;
  /** Levels of the subtree that goes along, itself included. */
  readonly height: number;
  /** Path of the wanted parent; undefined for a root. */
  readonly parentPath: string | undefined;
  readonly field: readonly string[];
}

/** Whether the place may be taken: not inside itself, not too deep. */
export const checkPlacement = ({ path, height, parentPath, field }: Placement): Result<true, Refusal> => {
  if (path !== undefined && parentPath !== undefined && isWithin(parentPath, path)) {
    return refuse(
      plainRefusal('CYCLE', field, 'A category cannot lie inside itself; choose a parent outside its own branch.'),
    );
  }
  const deepest = (parentPath === undefined ? 0 : depthOf(parentPath)) + height;
  if (deepest > maxDepth)
    return refuse(
      plainRefusal('TOO_DEEP', field, `The tree would become ${deepest} levels deep; at most ${maxDepth} are allowed.`),
    );
  return ok(true);
};

/** Says that a parent is full. */
export const tooManyChildren = (field: readonly string[]): Refusal =>
  plainRefusal(
    'TOO_MANY_CHILDREN',
    field,
    `A category has at most ${maxChildren} children; group them under new ones first.`,
  );
