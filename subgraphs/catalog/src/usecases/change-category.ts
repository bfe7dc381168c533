import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, refuse } from '@vitrina/platform/result';
import { checkPlacement, isWithin, pathBelow } from '../domain/category-tree.ts';
import type { TextEntry } from '../domain/check-text.ts';
import { textIn } from '../domain/localised-text.ts';
import { slugOf } from '../domain/slug.ts';
import type { Services } from '../services.ts';
import {
  type CategoryRecord,
  dissolve,
  findCategory,
  findChildren,
  insertCategories,
  moveSubtree,
  renameCategories,
  subtreeHeight,
} from '../store/category.store.ts';
import {
  changeTree,
  checkNames,
  chooseSlugs,
  findParent,
  recordChanges,
  type TreeOutcome,
  unknownCategory,
} from './tree-change.ts';

/** Adds a category. */
export const createCategory = async (
  services: Services,
  actor: string,
  input: { readonly parentId?: string | null | undefined; readonly names: readonly TextEntry[] },
): Promise<TreeOutcome> => {
  const names = checkNames(input.names, ['names']);
  if (!names.ok) return names;
  return changeTree(services, async (tx) => {
    const parent = await findParent(tx, input.parentId, ['parentId']);
    if (!parent.ok) return parent;
    const placed = checkPlacement({ height: 1, parentPath: parent.value?.path, field: ['parentId'] });
    if (!placed.ok) return placed;
    const id = newId('cat');
    const slug = (await chooseSlugs(tx, [{ id, names: names.value, parentSlug: parent.value?.slug }])).get(id) ?? id;
    const row = {
      id,
      parentId: parent.value?.id ?? null,
      path: pathBelow(parent.value?.path, id),
      slug,
      externalId: null,
      names: names.value,
    };
    await insertCategories(tx, [row], services.clock.now());
    await recordChanges(services, tx, actor, [
      {
        categoryId: id,
        version: 1,
        change: 'created',
        detail: { after: { parentId: row.parentId, names: row.names } },
      },
    ]);
    return ok({ id });
  });
};

/** The slug a category has under other names: the same while its name leads to the same one. */
export const slugAfterRename = (before: CategoryRecord, names: CategoryRecord['names']): 'keep' | 'choose' =>
  slugOf(textIn(before.names, 'en') ?? '') === slugOf(textIn(names, 'en') ?? '') ? 'keep' : 'choose';

/** Gives a category other names; the slug follows, the old one redirects. */
export const renameCategory = async (
  services: Services,
  actor: string,
  input: { readonly categoryId: string; readonly names: readonly TextEntry[] },
): Promise<TreeOutcome> => {
  const names = checkNames(input.names, ['names']);
  if (!names.ok) return names;
  return changeTree(services, async (tx) => {
    const before = await findCategory(tx, input.categoryId);
    if (!before) return unknownCategory(['categoryId']);
    const parent = before.parentId === null ? undefined : await findCategory(tx, before.parentId);
    const wish = { id: before.id, names: names.value, parentSlug: parent?.slug };
    const slug =
      slugAfterRename(before, names.value) === 'keep'
        ? before.slug
        : ((await chooseSlugs(tx, [wish])).get(before.id) ?? before.slug);
    await renameCategories(tx, [{ id: before.id, names: names.value, slug }], services.clock.now());
    const detail = { before: { names: before.names, slug: before.slug }, after: { names: names.value, slug } };
    await recordChanges(services, tx, actor, [
      { categoryId: before.id, version: before.version + 1, change: 'renamed', detail },
    ]);
    return ok({ id: before.id });
  });
};

/** Puts a category under another parent, or makes it a root. */
export const moveCategory = (
  services: Services,
  actor: string,
  input: { readonly categoryId: string; readonly parentId?: string | null | undefined },
): Promise<TreeOutcome> =>
  changeTree(services, async (tx) => {
    const moved = await findCategory(tx, input.categoryId);
    if (!moved) return unknownCategory(['categoryId']);
    const parent = await findParent(tx, input.parentId, ['parentId']);
    if (!parent.ok) return parent;
    const placed = checkPlacement({
      path: moved.path,
      height: await subtreeHeight(tx, moved.path),
      parentPath: parent.value?.path,
      field: ['parentId'],
    });
    if (!placed.ok) return placed;
    if (moved.parentId === (parent.value?.id ?? null)) return ok({ id: moved.id });
    await moveSubtree(tx, moved, parent.value, services.clock.now());
    const detail = { before: { parentId: moved.parentId }, after: { parentId: parent.value?.id ?? null } };
    await recordChanges(services, tx, actor, [
      { categoryId: moved.id, version: moved.version + 1, change: 'moved', detail },
    ]);
    return ok({ id: moved.id });
  });

/** Dissolves one category into another. Children go along; products are refiled here, the one place where they are. */
export const mergeCategories = (
  services: Services,
  actor: string,
  input: { readonly sourceId: string; readonly targetId: string },
): Promise<TreeOutcome> =>
  changeTree(services, async (tx) => {
    const source = await findCategory(tx, input.sourceId);
    if (!source) return unknownCategory(['sourceId']);
    const target = await findCategory(tx, input.targetId);
    if (!target) return unknownCategory(['targetId']);
    if (source.id === target.id)
      return refuse(
        plainRefusal('CYCLE', ['targetId'], 'A category cannot be merged into itself; name another target.'),
      );
    if (isWithin(target.path, source.path))
      return refuse(
        plainRefusal('CYCLE', ['targetId'], 'A category cannot be merged into one below it; move that one out first.'),
      );
    const placed = checkPlacement({
      height: (await subtreeHeight(tx, source.path)) - 1,
      parentPath: target.path,
      field: ['targetId'],
    });
    if (!placed.ok) return placed;
    const now = services.clock.now();
    for (const child of await findChildren(tx, source.id)) await moveSubtree(tx, child, target, now);
    await dissolve(tx, source, target, now);
    const detail = { source: { id: source.id, slug: source.slug, names: source.names, parentId: source.parentId } };
    await recordChanges(services, tx, actor, [
      { categoryId: target.id, version: target.version + 1, change: 'merged', detail },
    ]);
    return ok({ id: target.id });
  });
