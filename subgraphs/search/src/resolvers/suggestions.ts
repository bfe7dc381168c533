import type {
  CategorySuggestionResolvers,
  ProductSuggestionResolvers,
  SuggestionResolvers,
} from '../generated/resolvers.ts';

export const Suggestion: SuggestionResolvers = { __resolveType: ({ __typename }) => __typename };
export const CategorySuggestion: CategorySuggestionResolvers = { category: ({ categoryId }) => ({ id: categoryId }) };
export const ProductSuggestion: ProductSuggestionResolvers = { product: ({ productId }) => ({ id: productId }) };
