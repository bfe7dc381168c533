import { AppError } from '@vitrina/platform/errors';
import { isCurrency } from '@vitrina/platform/money';
import { lookupKey } from '@vitrina/platform/text';
import type { Filters } from '../engine/contract.ts';
import type { SearchFiltersInput } from '../generated/resolvers.ts';

const maxValues = 50;
const maxAttributes = 20;

const texts = (values: readonly string[] | null | undefined, field: readonly string[]): string[] | undefined => {
  if (!values?.length) return undefined;
  if (values.length > maxValues)
    throw new AppError('BAD_USER_INPUT', `Filter by at most ${maxValues} values at once.`, { field });
  return values.map(lookupKey);
};

const priceOf = (price: SearchFiltersInput['price']): Filters['price'] => {
  if (!price) return undefined;
  if (!isCurrency(price.currency))
    throw new AppError('BAD_USER_INPUT', 'Filter by an ISO 4217 currency such as EUR or RUB.', {
      field: ['filters', 'price', 'currency'],
    });
  return { currency: price.currency, minMinor: price.minMinor ?? undefined, maxMinor: price.maxMinor ?? undefined };
};

/** Checks the filters of a search; an empty list of values is no wish. */
export const readFilters = (input: SearchFiltersInput | null | undefined): Filters => {
  if (!input) return {};
  const { attributes } = input;
  if ((attributes?.length ?? 0) > maxAttributes)
    throw new AppError('BAD_USER_INPUT', `Filter by at most ${maxAttributes} attributes at once.`, {
      field: ['filters', 'attributes'],
    });
  return {
    categoryId: input.categoryId == null ? undefined : lookupKey(input.categoryId),
    shopIds: texts(input.shopIds, ['filters', 'shopIds']),
    brands: texts(input.brands, ['filters', 'brands']),
    price: priceOf(input.price),
    inStock: input.inStock ?? undefined,
    attributes: attributes?.flatMap(({ code, values }, index) => {
      const wanted = texts(values, ['filters', 'attributes', String(index), 'values']);
      return wanted ? [{ code: lookupKey(code), values: wanted }] : [];
    }),
  };
};
