import { type Actor, canInShop, hasScope, requireInShop } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import type { ProductStatus } from './product.ts';

/** True for people who work for the shop in any role, its API clients, and the market's support and admins. */
export const worksFor = (actor: Actor, shopId: string): boolean => {
  if (actor.kind === 'client') return actor.shopId === shopId;
  if (actor.kind !== 'user') return false;
  // Own entries only: a name like "constructor" is no shop somebody works for.
  const capabilities = Object.hasOwn(actor.shops, shopId) ? actor.shops[shopId] : undefined;
  return hasScope(actor, 'support') || (capabilities?.length ?? 0) > 0;
};

/** What decides whether a product may be shown. */
export interface Shown {
  readonly shopId: string;
  readonly status: ProductStatus;
  readonly shopStatus: 'active' | 'closed';
}

/** True when everybody may see it. */
export const isPublic = (product: Shown): boolean => product.status === 'ACTIVE' && product.shopStatus === 'active';

/** True when this actor may see it; drafts, archived products and those of closed shops are for the shop's people. */
export const maySee = (actor: Actor, product: Shown): boolean => isPublic(product) || worksFor(actor, product.shopId);

/** Passes for those who may look at or change all of a shop's goods; the refusal does not tell whether the shop exists. */
export const requireGoodsAccess = (actor: Actor, shopId: string): void => {
  if (canInShop(actor, shopId, 'stock:write')) return;
  requireInShop(actor, shopId, 'catalog:write');
};

/** The one answer for what is not there and what may not be seen. */
export const notFound = (what: string): AppError =>
  new AppError('NOT_FOUND', `There is no such ${what}, or you may not see it.`);
