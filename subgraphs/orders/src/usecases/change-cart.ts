import type { Identity } from '@vitrina/platform/auth';
import { statement, type Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { isIdLike } from '../domain/plain-text.ts';
import { invalidQuantity, maxLines, notForSale, plain, quantityLimits } from '../domain/refusals.ts';
import type { Ports } from '../ports.ts';
import { type CartRow, cart, cartLine } from '../store/cart.table.ts';
import { notFound } from './access.ts';
import { cartForChange } from './find-cart.ts';

export type CartResult = Result<CartRow, Refusal>;

const isQuantity = (quantity: number): boolean => quantity >= quantityLimits.min && quantity <= quantityLimits.max;

/** Locks the cart, changes it, and counts the change; a refusal changes nothing. */
const changing = (
  ports: Ports,
  identity: Identity,
  cartId: string | null,
  change: (tx: Tx, found: CartRow) => Promise<Refusal | null>,
): Promise<CartResult> =>
  ports.database.transaction(async (tx) => {
    const now = ports.clock.now();
    const found = await cartForChange(tx, identity, cartId, now);
    if (!found.ok) return found;
    const refusal = await change(tx, found.value);
    if (refusal) return refuse(refusal);
    const [changed] = await tx
      .update(cart)
      .set({ version: sql`${cart.version} + 1`, updatedAt: now })
      .where(eq(cart.id, found.value.id))
      .returning();
    return ok(changed ?? found.value);
  });

/** Puts units into a cart on top of what is there, at the price of this moment. */
export const addToCart = async (
  ports: Ports,
  identity: Identity,
  input: { cartId: string | null; variantId: string; quantity: number },
): Promise<CartResult> => {
  const { variantId, quantity } = input;
  if (!isQuantity(quantity)) return refuse(invalidQuantity(['quantity']));
  const [quote] = isIdLike(variantId) ? await ports.catalog.quote([variantId]) : [];
  if (quote?.status !== 'ON_SALE') return refuse(notForSale(['variantId'], variantId));
  return changing(ports, identity, input.cartId, async (tx, { id }) => {
    const lines = await tx
      .select({ variantId: cartLine.variantId, quantity: cartLine.quantity })
      .from(cartLine)
      .where(eq(cartLine.cartId, id));
    const known = lines.find((line) => line.variantId === variantId);
    if (!known && lines.length >= maxLines)
      return plain('CART_FULL', ['cartId'], `A cart holds ${maxLines} lines; order these first.`);
    const total = (known?.quantity ?? 0) + quantity;
    if (!isQuantity(total)) return invalidQuantity(['quantity']);
    const priced = { quantity: total, priceSeenMinor: BigInt(quote.unitPriceMinor), currency: quote.currency };
    await tx
      .insert(cartLine)
      .values({ id: newId('cln'), cartId: id, variantId, productId: quote.productId, shopId: quote.shopId, ...priced })
      .onConflictDoUpdate({ target: [cartLine.cartId, cartLine.variantId], set: priced });
    return null;
  });
};

const lineUnknown = (field: string): Refusal =>
  plain('LINE_UNKNOWN', [field], 'This line is not in the cart any more; look at the cart again.');

/** Sets how many units a line has. */
export const setLineQuantity = async (
  ports: Ports,
  identity: Identity,
  input: { cartId: string; lineId: string; quantity: number },
): Promise<CartResult> => {
  if (!isQuantity(input.quantity)) return refuse(invalidQuantity(['quantity']));
  if (!isIdLike(input.lineId)) return refuse(lineUnknown('lineId'));
  return changing(ports, identity, input.cartId, async (tx, { id }) => {
    const changed = await tx
      .update(cartLine)
      .set({ quantity: input.quantity })
      .where(and(eq(cartLine.cartId, id), eq(cartLine.id, input.lineId)))
      .returning({ id: cartLine.id });
    return changed.length > 0 ? null : lineUnknown('lineId');
  });
};

/** Takes lines out; lines that are gone already are no error. */
export const removeLines = (
  ports: Ports,
  identity: Identity,
  input: { cartId: string; lineIds: readonly string[] },
): Promise<CartResult> =>
  changing(ports, identity, input.cartId, async (tx, { id }) => {
    const lineIds = input.lineIds.filter(isIdLike);
    if (lineIds.length > 0)
      await tx.delete(cartLine).where(and(eq(cartLine.cartId, id), inArray(cartLine.id, lineIds)));
    return null;
  });

/** Makes today's prices the ones the buyer has seen; what is not sold any more keeps its old one. */
export const acceptPrices = async (ports: Ports, identity: Identity, cartId: string): Promise<CartResult> => {
  if (!isIdLike(cartId)) throw notFound('cart', 'cartId');
  const variants = await ports.database.orm
    .select({ variantId: cartLine.variantId })
    .from(cartLine)
    .where(eq(cartLine.cartId, cartId));
  const quotes = await ports.catalog.quote(variants.map(({ variantId }) => variantId));
  return changing(ports, identity, cartId, async (tx, { id }) => {
    await statement(tx)`
      update cart_line set price_seen_minor = quote."unitPriceMinor", currency = quote.currency
      from jsonb_to_recordset(${JSON.stringify(quotes)}::jsonb) as quote("variantId" text, "unitPriceMinor" bigint, currency text)
      where cart_id = ${id} and variant_id = quote."variantId"`;
    return null;
  });
};

/** Takes a guest's cart into the person's own one; {@link cartForChange} does the work. */
export const attachCart = (ports: Ports, identity: Identity, cartId: string): Promise<CartResult> =>
  changing(ports, identity, cartId, async () => null);
