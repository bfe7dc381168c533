import { type SQL, sql } from 'drizzle-orm';
import { textArray } from './json-rows.ts';

/**
 * Attribute definitions that hold in categories: their own and inherited ones, from the root down. Where a move brought
 * two definitions of one code onto a path, the nearest wins.
 */
export const definitionsSql = (categoryIds: readonly string[]): SQL => sql`
  select * from (
    select distinct on (here.id, definition.code)
      here.id as "inCategoryId", definition.category_id as "categoryId", definition.code, definition.names, definition.type, definition.unit,
      definition.required, definition.filterable, definition.choices, nlevel(above.path) as level, definition.position
    from category here
    join category above on above.path @> here.path
    join category_attribute definition on definition.category_id = above.id
    where here.id = any(${textArray(categoryIds)})
    order by here.id, definition.code, nlevel(above.path) desc
  ) as effective
  order by "inCategoryId", level, position`;
