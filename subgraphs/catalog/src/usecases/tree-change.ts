import type { Tx } from '@vitrina/platform/database';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { categoryChanged } from '@vitrina/schema/events';
import { maxChildren, tooManyChildren } from '../domain/category-tree.ts';
import { checkTexts, type TextEntry } from '../domain/check-text.ts';
import { type LocalisedText, textIn } from '../domain/localised-text.ts';
import { Problems } from '../domain/problems.ts';
import { slugCandidates } from '../domain/slug.ts';
import type { Services } from '../services.ts';
import {
  type AuditEntry,
  type CategoryRecord,
  findCategory,
  lockTree,
  readChildCounts,
  readTakenSlugs,
  writeAudit,
} from '../store/category.store.ts';

/** Longest name of a category. */
export const categoryNameLength = 200;

/** One change of the tree: what happened to which category, for the audit and for the index. */
export interface TreeChange {
  readonly categoryId: string;
  readonly version: number;
  readonly change: 'created' | 'renamed' | 'moved' | 'merged';
  readonly detail: Readonly<Record<string, unknown>>;
}

export type TreeOutcome = Result<{ readonly id: string }, Refusal>;

/** Runs a change of the tree alone, in one transaction. */
export const changeTree = <T>({ database }: Services, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    await lockTree(tx);
    return work(tx);
  });

/** Writes the audit rows of changes and publishes them. */
export const recordChanges = async (
  { events, clock }: Services,
  tx: Tx,
  actor: string,
  changes: readonly TreeChange[],
): Promise<void> => {
  const at = clock.now();
  await writeAudit(
    tx,
    changes.map(({ categoryId, change, detail }): AuditEntry => ({ categoryId, actor, action: change, detail, at })),
  );
  await events.publishAll(
    tx,
    categoryChanged,
    changes.map(({ categoryId, version, change }) => ({
      aggregateId: categoryId,
      aggregateVersion: version,
      payload: { categoryId, change },
    })),
  );
};

/** Checks the names of a category. */
export const checkNames = (names: readonly TextEntry[], field: readonly string[]): Result<LocalisedText, Refusal> => {
  const problems = new Problems();
  const texts = checkTexts(names, { field, maxLength: categoryNameLength }, problems);
  return problems.unless(() => texts);
};

/** The category that is to stand above, or a refusal; `undefined` as value means "a root". */
export const findParent = async (
  tx: Tx,
  parentId: string | null | undefined,
  field: readonly string[],
): Promise<Result<CategoryRecord | undefined, Refusal>> => {
  if (parentId == null) return ok(undefined);
  const parent = await findCategory(tx, parentId);
  if (!parent)
    return refuse(plainRefusal('UNKNOWN_PARENT', field, 'There is no such category; pick one with searchCategories.'));
  const children = (await readChildCounts(tx, [parent.id])).get(parent.id) ?? 0;
  return children >= maxChildren ? refuse(tooManyChildren(field)) : ok(parent);
};

export const unknownCategory = (field: readonly string[]) =>
  refuse(plainRefusal('UNKNOWN_CATEGORY', field, 'There is no such category; pick one with searchCategories.'));

/** A category that needs a slug. */
export interface SlugWish {
  readonly id: string;
  readonly names: LocalisedText;
  readonly parentSlug: string | undefined;
}

/** Slugs by category id; a slug that leads to the same category already is its to take back. */
export const chooseSlugs = async (tx: Tx, wishes: readonly SlugWish[]): Promise<Map<string, string>> => {
  const wanted = wishes.map(({ id, names, parentSlug }) => ({
    id,
    candidates: slugCandidates(textIn(names, 'en') ?? '', parentSlug, id),
  }));
  const taken = await readTakenSlugs(
    tx,
    wanted.flatMap(({ candidates }) => candidates),
  );
  const chosen = new Map<string, string>();
  for (const { id, candidates } of wanted) {
    const slug = candidates.find((candidate) => (taken.get(candidate) ?? id) === id) ?? `${id.replace('_', '-')}`;
    taken.set(slug, id);
    chosen.set(id, slug);
  }
  return chosen;
};
