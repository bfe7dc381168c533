import { type Actor, actorKey, canInShop, hasScope, type Identity } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import type { ActorKind, OrderStatus } from '../domain/order-state.ts';

interface Owned {
  readonly userId: string | null;
  readonly guestKey: string | null;
}

/** True for the person who bought, or whoever holds the secret of the cart a guest bought with. */
export const isBuyer = ({ actor, cartKey }: Identity, owned: Owned): boolean => {
  if (owned.userId !== null) return actor.kind === 'user' && actor.userId === owned.userId;
  return owned.guestKey !== null && owned.guestKey === cartKey;
};

/** True for those who help everybody. */
export const isSupport = (actor: Actor): boolean => hasScope(actor, 'support');

/** Groups show all shops' parts, so shops do not see them. */
export const canReadGroup = (identity: Identity, group: Owned): boolean =>
  isBuyer(identity, group) || isSupport(identity.actor);

/** A draft is the buyer's business alone: the shop hears of it once it is confirmed. */
export const canReadOrder = (
  identity: Identity,
  order: Owned & { readonly shopId: string; readonly status: OrderStatus },
): boolean =>
  isBuyer(identity, order) ||
  isSupport(identity.actor) ||
  (order.status !== 'DRAFT' && canInShop(identity.actor, order.shopId, 'orders:read'));

/** As whom somebody may act on an order; several when the buyer also works in the shop. */
export const actorKindsOn = (identity: Identity, order: Owned & { readonly shopId: string }): ActorKind[] => {
  const { actor } = identity;
  const kinds: ActorKind[] = [];
  if (isBuyer(identity, order)) kinds.push('BUYER');
  if (hasScope(actor, 'admin')) kinds.push('ADMIN');
  else if (canInShop(actor, order.shopId, 'orders:fulfil')) kinds.push('SHOP');
  return kinds;
};

/** Who did something, for the record. A guest's key is not written down: the order knows it. */
export const refOf = (identity: Identity): string =>
  identity.actor.kind === 'anonymous' ? 'guest' : actorKey(identity);

/** Missing and hidden look the same. */
export const notFound = (what: string, field: string): AppError =>
  new AppError('NOT_FOUND', `There is no such ${what}; check the id, or sign in as somebody who may see it.`, {
    field: ['input', field],
  });
