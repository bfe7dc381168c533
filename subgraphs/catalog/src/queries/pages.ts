import { idPart, integerPart, type Page, type PageArgs, readPage } from '@vitrina/platform/pagination';
import type { ProductKey, VariantKey } from './products.ts';

/** Reads the arguments of a list of products. */
export const readProductPage = (args: PageArgs): Page<ProductKey> => readPage<ProductKey>(args, [idPart('prd')]);

/** Reads the arguments of a list of variants. */
export const readVariantPage = (args: PageArgs): Page<VariantKey> =>
  readPage<VariantKey>(args, [integerPart, idPart('var')]);

/** True for the page most lists are opened with: forwards from the start. Those are read for many parents at once. */
export const isFirstPage = (page: Page<unknown>): boolean => page.direction === 'forward' && page.cursor === undefined;
