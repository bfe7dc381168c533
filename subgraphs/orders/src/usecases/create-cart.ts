import { createHash, randomBytes } from 'node:crypto';
import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { eq } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { type CartRow, cart } from '../store/cart.table.ts';
import { cartInUse, makeCart } from './find-cart.ts';

export interface CreatedCart {
  readonly cart: CartRow;
  /** Shown once; only its hash is kept. */
  readonly secret: string | null;
}

/** 192 bits: what a guest's orders are worth must not be guessable. */
const secretBytes = 24;

const isKnownKey = async (tx: Tx, guestKey: string): Promise<boolean> => {
  const [known] = await tx.select({ id: cart.id }).from(cart).where(eq(cart.guestKey, guestKey)).limit(1);
  return known !== undefined;
};

/**
 * The caller's cart in use, or a new one. A guest gets a secret of ours, unless they sent one we gave out before: a
 * secret somebody made up could be one that others make up too.
 */
export const createCart = ({ database, clock }: Ports, identity: Identity): Promise<CreatedCart> =>
  database.transaction(async (tx) => {
    const now = clock.now();
    const { actor, cartKey } = identity;
    const current = await cartInUse(tx, identity);
    if (current) return { cart: current, secret: null };
    if (actor.kind === 'user')
      return { cart: await makeCart(tx, { userId: actor.userId, guestKey: null }, now), secret: null };
    if (cartKey && (await isKnownKey(tx, cartKey)))
      return { cart: await makeCart(tx, { userId: null, guestKey: cartKey }, now), secret: null };
    const secret = randomBytes(secretBytes).toString('base64url');
    const guestKey = createHash('sha256').update(secret).digest('hex');
    return { cart: await makeCart(tx, { userId: null, guestKey }, now), secret };
  });
