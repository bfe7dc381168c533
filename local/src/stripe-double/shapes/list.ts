/** Stripe's page of objects. `has_more` tells the SDK's auto-pagination to go on. */
export interface StripeList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/** A page with its items, the last one unless said otherwise. */
export function newList<T>(url: string, data: T[] = [], hasMore = false): StripeList<T> {
  return { object: 'list', data, has_more: hasMore, url };
}
