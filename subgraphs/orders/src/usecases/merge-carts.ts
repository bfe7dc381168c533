import type { Tx } from '@vitrina/platform/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import { maxLines, quantityLimits } from '../domain/refusals.ts';
import { cart, cartLine } from '../store/cart.table.ts';

export interface MergedCart {
  /** The guest's cart as it was called until now. */
  readonly guestCartId: string;
  /** The person's cart that holds everything now. */
  readonly cartId: string;
}

/**
 * Takes an open guest cart into a person's own one: as it is when they have none, line by line otherwise. Of goods in both,
 * quantities add up to the limit and the own cart's price stays; of the others, as many come along as it holds lines. Null when there is no open guest cart under that key; a cart that is
 * being bought stays the guest's.
 */
export const mergeGuestCart = async (
  tx: Tx,
  userId: string,
  guestKey: string,
  now: Date,
): Promise<MergedCart | null> => {
  const [guest] = await tx
    .select()
    .from(cart)
    .where(and(eq(cart.guestKey, guestKey), eq(cart.status, 'OPEN')))
    .for('update');
  if (!guest) return null;
  const [own] = await tx
    .select()
    .from(cart)
    .where(and(eq(cart.userId, userId), ne(cart.status, 'ORDERED')))
    .for('update');
  if (!own) {
    await tx
      .update(cart)
      .set({ userId, guestKey: null, version: guest.version + 1, updatedAt: now })
      .where(eq(cart.id, guest.id));
    return { guestCartId: guest.id, cartId: guest.id };
  }
  if (own.status !== 'OPEN') return null;
  const gathered = await tx.select().from(cartLine).where(eq(cartLine.cartId, guest.id)).orderBy(cartLine.id);
  await tx.delete(cart).where(eq(cart.id, guest.id));
  const held = new Set(
    (await tx.select({ id: cartLine.variantId }).from(cartLine).where(eq(cartLine.cartId, own.id))).map(({ id }) => id),
  );
  const others = gathered.filter(({ variantId }) => !held.has(variantId)).slice(0, Math.max(0, maxLines - held.size));
  const shared = gathered.filter(({ variantId }) => held.has(variantId));
  const moved = [...shared, ...others].map((line) => ({ ...line, cartId: own.id }));
  if (moved.length > 0) {
    const quantity = sql`least(${quantityLimits.max}::int, ${cartLine.quantity} + excluded.quantity)`;
    await tx
      .insert(cartLine)
      .values(moved)
      .onConflictDoUpdate({ target: [cartLine.cartId, cartLine.variantId], set: { quantity } });
  }
  const destination = own.destination ?? guest.destination;
  await tx
    .update(cart)
    .set({ destination, choices: { ...guest.choices, ...own.choices }, version: own.version + 1, updatedAt: now })
    .where(eq(cart.id, own.id));
  return { guestCartId: guest.id, cartId: own.id };
};
