import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import type { Refusal } from '@vitrina/platform/result';
import { checkPlacement, maxChildren, pathBelow, tooManyChildren } from '../domain/category-tree.ts';
import { sameTexts } from '../domain/localised-text.ts';
import {
  type CategoryRow,
  type CategoryRowDraft,
  decided,
  orderRows,
  type RowOutcome,
  unknownParent,
} from '../domain/plan-categories.ts';
import type { Services } from '../services.ts';
import {
  type CategoryRecord,
  findByExternalIds,
  insertCategories,
  moveSubtree,
  type NewCategory,
  readChildCounts,
  renameCategories,
  subtreeHeight,
} from '../store/category.store.ts';
import { slugAfterRename } from './change-category.ts';
import {
  categoryNameLength,
  changeTree,
  chooseSlugs,
  recordChanges,
  type SlugWish,
  type TreeChange,
} from './tree-change.ts';

/** Where a category stands while the call is worked through: stored, or about to be. */
interface Place {
  readonly id: string;
  readonly path: string;
  readonly slug: string;
}

/** What a call gathers before it writes. */
interface Draft {
  readonly places: Map<string, Place>;
  /** Children by parent id. */
  readonly children: Map<string, number>;
  readonly stored: ReadonlyMap<string, CategoryRecord>;
  readonly created: NewCategory[];
  readonly renamed: { id: string; names: CategoryRecord['names']; slug: string }[];
  readonly changes: TreeChange[];
  readonly outcomes: Map<number, RowOutcome>;
}

const refuseRow = (draft: Draft, index: number, refusals: readonly [Refusal, ...Refusal[]]): void =>
  void draft.outcomes.set(index, { ok: false, refusals });

const placeRow = async (tx: Tx, draft: Draft, row: CategoryRow, now: Date): Promise<void> => {
  const parent = row.parentExternalId === null ? undefined : draft.places.get(row.parentExternalId);
  if (row.parentExternalId !== null && !parent) return refuseRow(draft, row.index, [unknownParent(row.index)]);
  const before = draft.stored.get(row.externalId);
  const moves = before !== undefined && before.parentId !== (parent?.id ?? null);
  if (before === undefined || moves) {
    const field = ['categories', String(row.index), 'parentExternalId'];
    const path = draft.places.get(row.externalId)?.path;
    const placed = checkPlacement({
      path,
      height: path === undefined ? 1 : await subtreeHeight(tx, path),
      parentPath: parent?.path,
      field,
    });
    if (!placed.ok) return refuseRow(draft, row.index, placed.refusals);
    const siblings = parent ? (draft.children.get(parent.id) ?? 0) : 0;
    if (siblings >= maxChildren) return refuseRow(draft, row.index, [tooManyChildren(field)]);
    if (parent) draft.children.set(parent.id, siblings + 1);
  }
  if (before) await changeRow(tx, draft, { row, before, parent, moves }, now);
  else addRow(draft, row, parent);
};

const addRow = (draft: Draft, row: CategoryRow, parent: Place | undefined): void => {
  const id = newId('cat');
  const made = {
    id,
    parentId: parent?.id ?? null,
    path: pathBelow(parent?.path, id),
    slug: '',
    externalId: row.externalId,
    names: row.names,
  };
  draft.created.push(made);
  draft.places.set(row.externalId, made);
  draft.changes.push({
    categoryId: id,
    version: 1,
    change: 'created',
    detail: { after: { externalId: row.externalId, names: row.names } },
  });
  draft.outcomes.set(row.index, decided(id, 'CREATED'));
};

interface RowChange {
  readonly row: CategoryRow;
  readonly before: CategoryRecord;
  readonly parent: Place | undefined;
  readonly moves: boolean;
}

const changeRow = async (tx: Tx, draft: Draft, { row, before, parent, moves }: RowChange, now: Date): Promise<void> => {
  const renames = !sameTexts(before.names, row.names);
  if (moves) {
    // A parent made by this same call has to exist before something can be moved under it.
    await flushCreated(tx, draft, now);
    await moveSubtree(tx, { id: before.id, path: draft.places.get(row.externalId)?.path ?? before.path }, parent, now);
    // Whatever lay below went along: what comes later in the call must see the new paths.
    for (const place of await findByExternalIds(tx, [...draft.places.keys()]))
      draft.places.set(place.externalId ?? '', place);
    draft.changes.push({
      categoryId: before.id,
      version: before.version + 1,
      change: 'moved',
      detail: { before: { parentId: before.parentId }, after: { parentId: parent?.id ?? null } },
    });
  }
  if (renames) {
    draft.renamed.push({
      id: before.id,
      names: row.names,
      slug: slugAfterRename(before, row.names) === 'keep' ? before.slug : '',
    });
    draft.changes.push({
      categoryId: before.id,
      version: before.version + (moves ? 2 : 1),
      change: 'renamed',
      detail: { before: { names: before.names }, after: { names: row.names } },
    });
  }
  draft.outcomes.set(row.index, decided(before.id, moves || renames ? 'UPDATED' : 'UNCHANGED'));
};

/** Gives slugs to what has none yet and inserts what is new, parents first as they stand. */
const flushCreated = async (tx: Tx, draft: Draft, now: Date): Promise<void> => {
  const fresh = draft.created.splice(0);
  const names = new Map(fresh.map((row) => [row.id, row.names]));
  const byId = new Map([...draft.places.values()].map((place) => [place.id, place]));
  const parentName = (parentId: string | null): string | undefined =>
    parentId === null ? undefined : byId.get(parentId)?.slug || Object.values(names.get(parentId) ?? {})[0];
  const wishes: SlugWish[] = fresh.map((row) => ({
    id: row.id,
    names: row.names,
    parentSlug: parentName(row.parentId),
  }));
  const slugs = await chooseSlugs(tx, wishes);
  await insertCategories(
    tx,
    fresh.map((row) => ({ ...row, slug: slugs.get(row.id) ?? row.id })),
    now,
  );
};

/**
 * Brings up to 500 categories of a taxonomy into the described state: adds, renames and moves, each row set or refused
 * by itself, all in one transaction. Rows may come in any order.
 */
export const setCategories = async (
  services: Services,
  actor: string,
  drafts: readonly CategoryRowDraft[],
): Promise<RowOutcome[]> => {
  const { ordered, refused } = orderRows(drafts, categoryNameLength);
  const now = services.clock.now();
  return changeTree(services, async (tx) => {
    const mentioned = ordered.flatMap(({ externalId, parentExternalId }) =>
      parentExternalId === null ? [externalId] : [externalId, parentExternalId],
    );
    const stored = await findByExternalIds(tx, [...new Set(mentioned)]);
    const draft: Draft = {
      places: new Map(stored.map((row) => [row.externalId ?? '', row])),
      children: await readChildCounts(
        tx,
        stored.map(({ id }) => id),
      ),
      stored: new Map(stored.map((row) => [row.externalId ?? '', row])),
      created: [],
      renamed: [],
      changes: [],
      outcomes: new Map([...refused].map(([index, refusals]) => [index, { ok: false, refusals } as RowOutcome])),
    };
    for (const row of ordered) await placeRow(tx, draft, row, now);
    await flushCreated(tx, draft, now);
    const wanting = draft.renamed.filter(({ slug }) => slug === '');
    const slugs = await chooseSlugs(
      tx,
      wanting.map(({ id, names }) => ({ id, names, parentSlug: undefined })),
    );
    await renameCategories(
      tx,
      draft.renamed.map((row) => ({ ...row, slug: row.slug || (slugs.get(row.id) ?? row.id) })),
      now,
    );
    await recordChanges(services, tx, actor, draft.changes);
    return drafts.map((_, index) => draft.outcomes.get(index) as RowOutcome);
  });
};
