import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type AttributeDefinitionDraft, checkDefinitions } from '../domain/check-definitions.ts';
import type { Services } from '../services.ts';
import { findCategory, writeAudit } from '../store/category.store.ts';
import { readCodesOnPaths, readOwnDefinitions, replaceDefinitions } from '../store/category-attribute.store.ts';
import { changeTree, unknownCategory } from './tree-change.ts';

/**
 * Replaces a category's own attribute definitions. A code may be defined once on any path of the tree, so definitions
 * above and below are looked at. Values that products hold already stay as they are until the product is set again.
 */
export const setCategoryAttributes = (
  services: Services,
  actor: string,
  input: { readonly categoryId: string; readonly attributes: readonly AttributeDefinitionDraft[] },
): Promise<Result<{ readonly id: string }, Refusal>> =>
  changeTree(services, async (tx) => {
    const category = await findCategory(tx, input.categoryId);
    if (!category) return unknownCategory(['categoryId']);
    const checked = checkDefinitions(input.attributes, category.id);
    if (!checked.ok) return checked;
    const elsewhere = await readCodesOnPaths(tx, category);
    const [taken, ...more] = checked.value.flatMap(({ code }, index) =>
      elsewhere.has(code)
        ? [
            plainRefusal(
              'CODE_TAKEN',
              ['attributes', String(index), 'code'],
              `A category above or below defines "${code}" already; choose another code.`,
            ),
          ]
        : [],
    );
    if (taken) return refuse(taken, ...more);
    const before = await readOwnDefinitions(tx, category.id);
    await replaceDefinitions(tx, category.id, checked.value);
    const detail = { before: before.map(({ code }) => code), after: checked.value.map(({ code }) => code) };
    await writeAudit(tx, [
      { categoryId: category.id, actor, action: 'attributes-set', detail, at: services.clock.now() },
    ]);
    return ok({ id: category.id });
  });
