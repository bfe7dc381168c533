import type { SearchRuleResolvers } from '../generated/resolvers.ts';
import { SearchAttributeFacet, SearchCategoryFacet, SearchShopFacet } from './facets.ts';
import { rebuildSearchIndex } from './Mutation/rebuildSearchIndex.ts';
import { removeSearchRule } from './Mutation/removeSearchRule.ts';
import { setSearchRule } from './Mutation/setSearchRule.ts';
import { setSynonyms } from './Mutation/setSynonyms.ts';
import { search } from './Query/search.ts';
import { searchIndex } from './Query/searchIndex.ts';
import { searchRules } from './Query/searchRules.ts';
import { suggest } from './Query/suggest.ts';
import { synonyms } from './Query/synonyms.ts';
import { zeroResultQueries } from './Query/zeroResultQueries.ts';
import { SearchHit, SearchResult } from './SearchResult.ts';
import { CategorySuggestion, ProductSuggestion, Suggestion } from './suggestions.ts';

const SearchRule: SearchRuleResolvers = { product: ({ productId }) => ({ id: productId }) };

/** Every resolver of the context, by type. */
export const resolvers = {
  Query: { search, searchIndex, searchRules, suggest, synonyms, zeroResultQueries },
  Mutation: { rebuildSearchIndex, removeSearchRule, setSearchRule, setSynonyms },
  CategorySuggestion,
  ProductSuggestion,
  SearchAttributeFacet,
  SearchCategoryFacet,
  SearchHit,
  SearchResult,
  SearchRule,
  SearchShopFacet,
  Suggestion,
};
