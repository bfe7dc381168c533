import { invalidParam, resourceMissing } from './errors.ts';
import type { Params } from './params.ts';
import type { ObjectType, ObjectTypes, StripeList } from './shapes/index.ts';
import { newList } from './shapes/list.ts';
import type { Work } from './work.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

type Filter<T extends ObjectType> = (object: ObjectTypes[T]) => boolean;

/** `created` as an exact second or as bounds `gt`, `gte`, `lt`, `lte`. */
function createdFilter(params: Params): (created: number) => boolean {
  if (!params.has('created')) return () => true;
  const range = params.group('created');
  const bounds = {
    gt: range.integer('gt'),
    gte: range.integer('gte'),
    lt: range.integer('lt'),
    lte: range.integer('lte'),
  };
  return (created) =>
    created > (bounds.gt ?? -1) &&
    created >= (bounds.gte ?? 0) &&
    created < (bounds.lt ?? Number.MAX_SAFE_INTEGER) &&
    created <= (bounds.lte ?? Number.MAX_SAFE_INTEGER);
}

/** The page of ids that follows the cursor, newest first, or precedes it when the cursor is `ending_before`. */
function cut<T>(newestFirst: readonly T[], at: { after: number; before: number; limit: number }) {
  if (at.before >= 0) {
    const from = Math.max(0, at.before - at.limit);
    return { page: newestFirst.slice(from, at.before), hasMore: from > 0 };
  }
  const from = at.after + 1;
  return { page: newestFirst.slice(from, from + at.limit), hasMore: from + at.limit < newestFirst.length };
}

/**
 * Answers a list request: newest first, `limit` 1–100, `starting_after` / `ending_before` an id of the list, and
 * `created` bounds. Reads its parameters and refuses leftovers, so the caller reads its own filters first.
 */
export function listPage<T extends ObjectType>(
  work: Work,
  params: Params,
  type: T,
  url: string,
  filter: Filter<T> = () => true,
): StripeList<ObjectTypes[T]> {
  const limit = params.integer('limit') ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) throw invalidParam(`Limit must be between 1 and ${MAX_LIMIT}.`, 'limit');
  const startingAfter = params.string('starting_after');
  const endingBefore = params.string('ending_before');
  if (startingAfter && endingBefore) {
    throw invalidParam(
      'You may only specify one of these parameters: starting_after, ending_before.',
      'starting_after',
    );
  }
  const isWithin = createdFilter(params);
  params.done();

  const found: ObjectTypes[T][] = [];
  for (const { owner, object } of work.tx.all(type)) {
    if (owner === work.account && isWithin(createdOf(object)) && filter(object)) found.push(object);
  }
  found.reverse();
  const indexOf = (id: string | undefined, param: string): number => {
    if (id === undefined) return -1;
    const index = found.findIndex((object) => object.id === id);
    if (index < 0) throw resourceMissing(type, id, param);
    return index;
  };
  const after = indexOf(startingAfter, 'starting_after');
  const before = indexOf(endingBefore, 'ending_before');
  const { page, hasMore } = cut(found, { after, before, limit });
  return newList(url, page, hasMore);
}

function createdOf(object: { created: number }): number {
  return object.created;
}

/** `GET …/:id`: the object, or Stripe's "No such …". Parameters that change nothing here are taken and ignored. */
export const retrieveOf =
  <T extends ObjectType>(type: T, ...ignored: readonly string[]) =>
  (work: Work, params: Params, id: string): ObjectTypes[T] => {
    for (const name of ignored) params.string(name);
    params.done();
    return work.tx.require(type, id);
  };

/** `GET …`: a page of the account's objects whose fields equal the parameters of the same names. */
export const listOf =
  <T extends ObjectType>(type: T, url: string, ...fields: readonly (keyof ObjectTypes[T] & string)[]) =>
  (work: Work, params: Params): StripeList<ObjectTypes[T]> => {
    const asked = fields.map((field) => [field, params.string(field)] as const);
    return listPage(work, params, type, url, (object) =>
      asked.every(([field, value]) => !value || object[field] === value),
    );
  };
