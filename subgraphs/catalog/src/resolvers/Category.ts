import { toConnection } from '@vitrina/platform/pagination';
import { ancestorIds, depthOf } from '../domain/category-tree.ts';
import { textIn } from '../domain/localised-text.ts';
import type { CategoryResolvers } from '../generated/resolvers.ts';
import { categoriesById, childrenByParent, definitionsByCategory, productCounts } from '../queries/categories.ts';
import { newestInCategories } from '../queries/first-pages.ts';
import { isFirstPage, readProductPage } from '../queries/pages.ts';
import { categoryProducts, productsById } from '../queries/products.ts';

const present = <T>(rows: readonly (T | null)[]): T[] => rows.flatMap((row) => (row === null ? [] : [row]));

export const Category: CategoryResolvers = {
  __resolveReference: ({ id }, ctx) => ctx.loaders.one(categoriesById).load(id),
  name: ({ names }, { locale }, ctx) => textIn(names, locale ?? ctx.meta.locale) ?? '',
  parent: ({ parentId }, _args, ctx) => (parentId === null ? null : ctx.loaders.one(categoriesById).load(parentId)),
  ancestors: async ({ path }, _args, ctx) =>
    present(await Promise.all(ancestorIds(path).map((id) => ctx.loaders.one(categoriesById).load(id)))),
  children: ({ id }, _args, ctx) => ctx.loaders.many(childrenByParent).load(id),
  depth: ({ path }) => depthOf(path),
  attributes: ({ id }, _args, ctx) => ctx.loaders.many(definitionsByCategory).load(id),
  products: async ({ id, path }, args, ctx) => {
    const page = readProductPage(args);
    const first = isFirstPage(page) ? await ctx.loaders.many(newestInCategories(page.limit + 1)).load(id) : undefined;
    const ids = first?.map(({ productId }) => productId) ?? (await categoryProducts(ctx.services, path, page));
    const rows = await Promise.all(ids.map((productId) => ctx.loaders.one(productsById).load(productId)));
    return toConnection(present(rows), page, (row) => [row.id]);
  },
  productCount: async ({ id }, _args, ctx) => (await ctx.loaders.one(productCounts).load(id))?.products ?? 0,
};
