import type { Tx } from '@vitrina/platform/database';
import { asc, eq, sql } from 'drizzle-orm';
import type { AttributeDefinition } from '../domain/product.ts';
import { categoryAttribute } from './category.table.ts';

/** A category's own definitions, in order. */
export const readOwnDefinitions = (tx: Tx, categoryId: string) =>
  tx
    .select()
    .from(categoryAttribute)
    .where(eq(categoryAttribute.categoryId, categoryId))
    .orderBy(asc(categoryAttribute.position));

/** Codes defined above or below a category, but not by itself. */
export const readCodesOnPaths = async (
  tx: Tx,
  category: { readonly id: string; readonly path: string },
): Promise<Set<string>> => {
  const rows = await tx.execute<{ code: string }>(sql`
    select definition.code from category_attribute definition join category other on other.id = definition.category_id
    where (other.path @> ${category.path}::ltree or other.path <@ ${category.path}::ltree) and other.id <> ${category.id}`);
  return new Set(rows.map((row) => row.code));
};

/** Puts these definitions in the place of the category's own ones. */
export const replaceDefinitions = async (
  tx: Tx,
  categoryId: string,
  definitions: readonly AttributeDefinition[],
): Promise<void> => {
  await tx.delete(categoryAttribute).where(eq(categoryAttribute.categoryId, categoryId));
  if (definitions.length === 0) return;
  await tx
    .insert(categoryAttribute)
    .values(definitions.map((definition, position) => ({ ...definition, position, choices: [...definition.choices] })));
};
