import { listPage, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Work } from '../work.ts';

/** `type` may end in `*`, as in `payment_intent.*`. */
export function matchesType(pattern: string, type: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

function list(work: Work, params: Params) {
  const type = params.string('type');
  const types = params.list('types');
  return listPage(
    work,
    params,
    'event',
    '/v1/events',
    (event) =>
      (!type || matchesType(type, event.type)) && (!types || types.some((item) => matchesType(item, event.type))),
  );
}

/** Past events, for a shop that missed its webhooks. */
export const eventRoutes: readonly Route[] = [
  ['GET', '/v1/events', list],
  ['GET', '/v1/events/:id', retrieveOf('event')],
];
