import { createHash } from 'node:crypto';
import { AppError } from '@vitrina/platform/errors';
import { readPage } from '@vitrina/platform/pagination';
import { maxDepth } from '../../domain/index-declaration.ts';
import { maxQueryLength, queryKey } from '../../domain/query-words.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { searchGoods } from '../../usecases/search-goods.ts';
import { readFilters } from '../read-filters.ts';

/** Binds a cursor to what it continues. */
const fingerprintOf = (parts: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('base64url')
    .slice(0, 12);

export const search: QueryResolvers['search'] = async (_root, args, { services }) => {
  const { query, sort } = args;
  if (query.length > maxQueryLength)
    throw new AppError('BAD_USER_INPUT', `A query has at most ${maxQueryLength} characters; shorten it.`, {
      field: ['query'],
    });
  const filters = readFilters(args.filters);
  const fingerprint = fingerprintOf([query, filters, sort]);
  const page = readPage<[number, string]>({ first: args.first ?? undefined, after: args.after ?? undefined }, 2);
  const [place = -1, of = fingerprint] = page.cursor ?? [];
  if (of !== fingerprint || !Number.isInteger(place) || place < -1 || place >= maxDepth)
    throw new AppError('BAD_USER_INPUT', '"after" belongs to another search; start from the first page.', {
      field: ['after'],
    });
  const outcome = await searchGoods(services, { query, filters, sort, offset: place + 1, limit: page.limit });
  const key = queryKey(query);
  const plain = Object.values(filters).every((filter) => filter === undefined);
  if (page.cursor === undefined && plain && key !== '') services.queryCounter.count(key, outcome.total > 0);
  return { ...outcome, fingerprint };
};
