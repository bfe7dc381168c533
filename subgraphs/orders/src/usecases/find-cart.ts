import type { Identity } from '@vitrina/platform/auth';
import { compiled, type Executor, type Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq, ne, sql } from 'drizzle-orm';
import { isIdLike } from '../domain/plain-text.ts';
import { type CartRow, cart } from '../store/cart.table.ts';
import { isBuyer, notFound } from './access.ts';
import { mergeGuestCart } from './merge-carts.ts';

const inUse = ne(cart.status, 'ORDERED');

/** The person's cart in use. */
export const cartOfUser = async (executor: Executor, userId: string): Promise<CartRow | null> => {
  const [found] = await executor
    .select()
    .from(cart)
    .where(and(eq(cart.userId, userId), inUse));
  return found ?? null;
};

/** The cart in use of whoever holds the secret. */
export const cartOfGuest = async (executor: Executor, guestKey: string): Promise<CartRow | null> => {
  const [found] = await executor
    .select()
    .from(cart)
    .where(and(eq(cart.guestKey, guestKey), inUse));
  return found ?? null;
};

/** The caller's cart in use: a person's own one first, then the one they filled before signing in. */
export const cartInUse = async (executor: Executor, { actor, cartKey }: Identity): Promise<CartRow | null> => {
  const own = actor.kind === 'user' ? await cartOfUser(executor, actor.userId) : null;
  return own ?? (cartKey ? await cartOfGuest(executor, cartKey) : null);
};

const cartById = compiled((orm) =>
  orm
    .select()
    .from(cart)
    .where(eq(cart.id, sql.placeholder('id'))),
);

/** A cart of the caller by id, or null when it is not theirs. */
export const findCart = async (executor: Executor, identity: Identity, id: string): Promise<CartRow | null> => {
  const [found] = isIdLike(id) ? await cartById(executor, { id }) : [];
  return found && isBuyer(identity, found) ? found : null;
};

/** Makes a person's cart, or finds the one another request made at the same moment. */
export const makeCart = async (
  tx: Tx,
  owner: { readonly userId: string | null; readonly guestKey: string | null },
  now: Date,
): Promise<CartRow> => {
  const [made] = await tx
    .insert(cart)
    .values({ id: newId('crt'), ...owner, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning();
  const found =
    made ??
    (owner.userId ? await cartOfUser(tx, owner.userId) : owner.guestKey ? await cartOfGuest(tx, owner.guestKey) : null);
  if (!found) throw notFound('cart', 'cartId');
  return found;
};

const locked = async (tx: Tx, id: string): Promise<CartRow[]> =>
  isIdLike(id) ? tx.select().from(cart).where(eq(cart.id, id)).for('update') : [];

const beingBought = plainRefusal(
  'CHECKOUT_IN_PROGRESS',
  ['cartId'],
  'This cart is being bought; wait for the outcome, it opens again should the purchase fail.',
);
const bought = plainRefusal('CART_ORDERED', ['cartId'], 'This cart was bought already; put goods into a new one.');

/**
 * The cart a change is for, locked: the one named, or the caller's cart in use. What somebody gathered before signing in
 * is taken into their own cart on the way. Refused while it is being bought, and afterwards.
 */
export const cartForChange = async (
  tx: Tx,
  identity: Identity,
  cartId: string | null,
  now: Date,
): Promise<Result<CartRow, Refusal>> => {
  const { actor, cartKey } = identity;
  const merged = actor.kind === 'user' && cartKey ? await mergeGuestCart(tx, actor.userId, cartKey, now) : null;
  const id =
    merged && merged.guestCartId === cartId
      ? merged.cartId
      : (cartId ?? merged?.cartId ?? (await cartInUse(tx, identity))?.id);
  const [found] = id ? await locked(tx, id) : [];
  if (!found && cartId === null && actor.kind === 'user')
    return ok(await makeCart(tx, { userId: actor.userId, guestKey: null }, now));
  if (!found && cartId === null)
    return refuse(
      plainRefusal(
        'NO_CART',
        ['cartId'],
        'There is no cart yet; make one with createCart and send its secret in the header "x-vitrina-cart".',
      ),
    );
  if (!found || !isBuyer(identity, found)) throw notFound('cart', 'cartId');
  if (found.status === 'CHECKING_OUT') return refuse(beingBought);
  return found.status === 'ORDERED' ? refuse(bought) : ok(found);
};
