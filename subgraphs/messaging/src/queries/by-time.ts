import type { Page, TimeKey } from '@vitrina/platform/pagination';
import { and, asc, type Column, desc, eq, gt, lt, or } from 'drizzle-orm';

/** Where a page of a list sorted by time goes on, and its order; the id decides between equals. */
export const byTime = (
  { at, id }: { readonly at: Column; readonly id: Column },
  first: 'OLDEST' | 'NEWEST',
  { direction, cursor }: Page<TimeKey>,
) => {
  const rises = (first === 'OLDEST') === (direction === 'forward');
  const beyond = rises ? gt : lt;
  const order = rises ? asc : desc;
  const [instant, text] = cursor ?? [];
  return {
    after: cursor && or(beyond(at, instant), and(eq(at, instant), beyond(id, text))),
    order: [order(at), order(id)],
  };
};
