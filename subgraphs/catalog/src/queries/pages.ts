import { AppError } from '@vitrina/platform/errors';
import { isId } from '@vitrina/platform/ids';
import { type Page, type PageArgs, readPage } from '@vitrina/platform/pagination';
import type { ProductKey, VariantKey } from './products.ts';

const foreignCursor = () =>
  new AppError('BAD_USER_INPUT', 'This is not a cursor of this list; use a cursor from pageInfo or edges.', {
    field: ['after'],
  });

/** Reads the arguments of a list of products. */
export const readProductPage = (args: PageArgs): Page<ProductKey> => {
  const page = readPage<ProductKey>(args, 1);
  if (page.cursor && !isId(String(page.cursor[0]), 'prd')) throw foreignCursor();
  return page;
};

/** Reads the arguments of a list of variants. */
export const readVariantPage = (args: PageArgs): Page<VariantKey> => {
  const page = readPage<VariantKey>(args, 2);
  if (page.cursor && !(Number.isInteger(page.cursor[0]) && isId(String(page.cursor[1]), 'var'))) throw foreignCursor();
  return page;
};

/** True for the page most lists are opened with: forwards from the start. Those are read for many parents at once. */
export const isFirstPage = (page: Page<unknown>): boolean => page.direction === 'forward' && page.cursor === undefined;
