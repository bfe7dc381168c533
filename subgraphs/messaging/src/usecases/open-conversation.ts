import type { Actor } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { askOrder, askProduct } from '../clients/subjects.ts';
import { guestOrder, notOnSale, openingBlocked, orderNotFound, ownShop, subjectRequired } from '../domain/refusals.ts';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { holdPair, lockPair } from '../store/conversations.ts';
import { answersFor, authorOf } from './access.ts';
import { spendOpening } from './limits.ts';

interface Subject {
  readonly shopId: string;
  readonly buyerId: string;
  readonly subject: string;
  readonly productId: string | null;
  readonly orderId: string | null;
}

const aboutProduct = async (ports: Ports, actor: Actor, productId: string): Promise<Result<Subject, Refusal>> => {
  const product = await askProduct(ports, productId);
  if (!product?.onSale || actor.kind !== 'user') return refuse(notOnSale());
  const { shopId } = product;
  if (answersFor(actor, shopId)) return refuse(ownShop());
  return ok({ shopId, buyerId: actor.userId, subject: productId, productId, orderId: null });
};

const aboutOrder = async (ports: Ports, actor: Actor, orderId: string): Promise<Result<Subject, Refusal>> => {
  const order = await askOrder(ports, orderId);
  const isBuyer = actor.kind === 'user' && order?.buyerId === actor.userId;
  if (!order || !(isBuyer || answersFor(actor, order.shopId))) return refuse(orderNotFound());
  if (order.buyerId === null) return refuse(guestOrder());
  return ok({ shopId: order.shopId, buyerId: order.buyerId, subject: orderId, productId: null, orderId });
};

/**
 * Opens the one conversation of a buyer and a shop about a product or an order, or finds it. Whoever opens is checked
 * against the context that owns the subject. Refusals: see `openConversation` in the SDL.
 */
export const openConversation = async (
  ports: Ports,
  actor: Actor,
  input: { readonly productId: string | null; readonly orderId: string | null },
): Promise<Result<ConversationRow, Refusal>> => {
  const { productId, orderId } = input;
  if ((productId === null) === (orderId === null)) return refuse(subjectRequired());
  const spent = await spendOpening(ports, authorOf(actor));
  if (!spent.ok) return spent;
  const about = productId
    ? await aboutProduct(ports, actor, productId)
    : await aboutOrder(ports, actor, orderId as string);
  return about.ok ? findOrInsert(ports, about.value) : about;
};

const findOrInsert = ({ database, clock }: Ports, about: Subject): Promise<Result<ConversationRow, Refusal>> =>
  database.transaction(async (tx) => {
    // One opening or block of the two at a time, so that the second one finds what the first one made.
    await holdPair(tx, about.buyerId, about.shopId);
    const theirs = await lockPair(tx, about.buyerId, about.shopId);
    const known = theirs.find(({ subject }) => subject === about.subject);
    if (known) return ok(known);
    if (theirs.some((row) => row.blockedByBuyerAt || row.blockedByShopAt)) return refuse(openingBlocked());
    const now = clock.now();
    const [row] = await tx
      .insert(conversation)
      .values({ id: newId('cnv'), ...about, createdAt: now, activeAt: now })
      .returning();
    return ok(row as ConversationRow);
  });
