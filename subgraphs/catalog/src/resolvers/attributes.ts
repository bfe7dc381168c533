import { invariant } from '@vitrina/platform/errors';
import { textIn } from '../domain/localised-text.ts';
import type {
  AttributeChoiceResolvers,
  AttributeDefinitionResolvers,
  ProductAttributeResolvers,
  ProductOptionResolvers,
  ProductOptionValueResolvers,
} from '../generated/resolvers.ts';
import type { ProductAttributeMapper } from '../mappers.ts';
import { categoriesById, definitionsByCategory } from '../queries/categories.ts';
import type { Context } from '../request.ts';

const definitionOf = async ({ value, categoryId }: ProductAttributeMapper, ctx: Context) => {
  const definitions = await ctx.loaders.many(definitionsByCategory).load(categoryId);
  return definitions.find(({ code }) => code === value.code);
};

export const ProductAttribute: ProductAttributeResolvers = {
  code: ({ value }) => value.code,
  type: ({ value }) => value.type,
  name: async (attribute, { locale }, ctx) =>
    textIn((await definitionOf(attribute, ctx))?.names ?? {}, locale ?? ctx.meta.locale) ?? attribute.value.code,
  unit: async (attribute, _args, ctx) => (await definitionOf(attribute, ctx))?.unit ?? null,
  text: ({ value }) => (value.type === 'TEXT' ? value.value : null),
  number: ({ value }) => (value.type === 'NUMBER' ? value.value : null),
  boolean: ({ value }) => (value.type === 'BOOLEAN' ? value.value : null),
  choices: async (attribute, _args, ctx) => {
    const { value } = attribute;
    if (value.type !== 'SELECT' && value.type !== 'MULTI_SELECT') return [];
    const offered = (await definitionOf(attribute, ctx))?.choices ?? [];
    return value.value.map((code) => offered.find((choice) => choice.code === code) ?? { code, labels: {} });
  },
};

export const AttributeChoice: AttributeChoiceResolvers = {
  label: ({ code, labels }, { locale }, ctx) => textIn(labels, locale ?? ctx.meta.locale) ?? code,
};

export const AttributeDefinition: AttributeDefinitionResolvers = {
  name: ({ code, names }, { locale }, ctx) => textIn(names, locale ?? ctx.meta.locale) ?? code,
  category: async ({ categoryId }, _args, ctx) => {
    const found = await ctx.loaders.one(categoriesById).load(categoryId);
    invariant(found, `The category ${categoryId} of a definition exists.`);
    return found;
  },
};

export const ProductOption: ProductOptionResolvers = {
  name: ({ code, names }, { locale }, ctx) => textIn(names, locale ?? ctx.meta.locale) ?? code,
};

export const ProductOptionValue: ProductOptionValueResolvers = {
  label: ({ code, labels }, { locale }, ctx) => textIn(labels, locale ?? ctx.meta.locale) ?? code,
};
