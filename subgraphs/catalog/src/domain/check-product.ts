import type { Refusal, Result } from '@vitrina/platform/result';
import { checkAttributes } from './check-attributes.ts';
import { checkOptionalText, checkText, checkTexts } from './check-text.ts';
import { checkOptions, checkVariants } from './check-variants.ts';
import { isGtin } from './gtin.ts';
import { Problems } from './problems.ts';
import { type AttributeDefinition, type ProductContent, productLimits } from './product.ts';
import type { ProductDraft } from './product-draft.ts';

/** What a product is checked against. */
export interface ProductRules {
  /** Path below `input` at which the product stands. */
  readonly field: readonly string[];
  /** Present id of the category (a merged one's successor); undefined when there is none. */
  readonly categoryId: string | undefined;
  /** Attribute definitions that hold in the category. */
  readonly definitions: readonly AttributeDefinition[];
}

/** Checks a whole product and puts it into one form, so that equal products compare equal. */
export const checkProduct = (
  draft: ProductDraft,
  { field, categoryId, definitions }: ProductRules,
): Result<ProductContent, Refusal> => {
  const problems = new Problems();
  const at = (...path: string[]) => [...field, ...path];
  const externalId = checkText(draft.externalId, at('externalId'), 128, problems) ?? '';
  const titles = checkTexts(draft.titles, { field: at('titles'), maxLength: productLimits.titleLength }, problems);
  const descriptions = checkTexts(
    draft.descriptions ?? [],
    { field: at('descriptions'), maxLength: productLimits.descriptionLength, optional: true },
    problems,
  );
  const brand = checkOptionalText(draft.brand, at('brand'), 100, problems);
  const taxCategory = draft.taxCategory ?? 'standard';
  const gtin = draft.gtin?.trim() || null;
  if (gtin !== null && !isGtin(gtin))
    problems.add(
      'INVALID_GTIN',
      at('gtin'),
      'A GTIN has 8, 12, 13 or 14 digits with a valid check digit; correct it or leave it out.',
    );
  if (!/^[a-z0-9_]{1,40}$/.test(taxCategory))
    problems.add(
      'INVALID_CODE',
      at('taxCategory'),
      'A tax category is 1 to 40 lower case letters, digits or underscores, e.g. "standard".',
    );
  if (categoryId === undefined)
    problems.add('UNKNOWN_CATEGORY', at('categoryId'), 'There is no such category; pick one with searchCategories.');
  const onSale = draft.status === 'ACTIVE';
  const attributes =
    categoryId === undefined
      ? []
      : checkAttributes(draft.attributes ?? [], definitions, { field: at('attributes'), onSale }, problems);
  const options = checkOptions(draft.options ?? [], at('options'), problems);
  const variants = checkVariants(draft.variants, options, at('variants'), problems);
  return problems.unless(() => ({
    externalId,
    titles,
    descriptions,
    brand,
    gtin,
    status: draft.status,
    categoryId: categoryId ?? '',
    attributes,
    options,
    currency: draft.currency,
    taxCategory,
    variants,
  }));
};
