import { encodeCursor } from '@vitrina/platform/pagination';
import { maxDepth } from '../domain/index-declaration.ts';
import type { SearchHitResolvers, SearchResultResolvers } from '../generated/resolvers.ts';
import type { SearchHitMapper, SearchResultMapper } from '../mappers.ts';
import { readFacets } from '../queries/facets.ts';
import { titleFragments } from './title-fragments.ts';

const nodesOf = (outcome: SearchResultMapper): SearchHitMapper[] =>
  outcome.hits.map(({ hit, promoted }) => ({ ...hit, promoted, outcome }));

const cursorOf = ({ offset, fingerprint }: SearchResultMapper, index: number): string =>
  encodeCursor([offset + index, fingerprint]);

export const SearchResult: SearchResultResolvers = {
  edges: (outcome) => nodesOf(outcome).map((node, index) => ({ node, cursor: cursorOf(outcome, index) })),
  nodes: nodesOf,
  pageInfo: (outcome) => {
    const { hits, offset, total } = outcome;
    const end = offset + hits.length;
    return {
      hasNextPage: end < Math.min(total, maxDepth),
      hasPreviousPage: offset > 0,
      startCursor: hits.length > 0 ? cursorOf(outcome, 0) : null,
      endCursor: hits.length > 0 ? cursorOf(outcome, hits.length - 1) : null,
    };
  },
  totalCount: ({ total }) => total,
  correctedQuery: ({ correctedQuery }) => correctedQuery ?? null,
  facets: ({ selection }, _args, { services }) => readFacets(services, selection),
};

export const SearchHit: SearchHitResolvers = {
  product: ({ productId }) => ({ id: productId }),
  title: ({ titles, outcome }, _args, { meta }) => titleFragments(titles, outcome, meta.locale),
};
