import { canInShop, hasScope, type Identity } from '@vitrina/platform/auth';
import type { EscrowMapper, PaymentMapper, Viewpoint } from '../mappers.ts';
import type { Context } from '../request.ts';
import type { EscrowRow, PaymentRow } from '../store/payment.table.ts';
import { escrowByOrder, partsByPayment, paymentById } from './payments.ts';

/**
 * As whom somebody may look at a payment as a whole: its buyer (a person, or a guest who holds the cart's secret), or
 * the market (support, admins, other contexts). Undefined for everybody else; staff see parts, see below.
 */
const wholeViewpoint = ({ actor, cartKey }: Identity, row: PaymentRow): Viewpoint | undefined => {
  if (actor.kind === 'service' || hasScope(actor, 'support')) return 'market';
  if (actor.kind === 'user' && row.buyerId === actor.userId) return 'buyer';
  if (row.guestKey !== null && cartKey === row.guestKey) return 'buyer';
  return undefined;
};

const maySeePart = ({ actor }: Identity, part: EscrowRow): boolean => canInShop(actor, part.shopId, 'payments:read');

/** A payment as this viewer may see it; null when it does not concern them, just as when it does not exist. */
export const visiblePayment = async (context: Context, row: PaymentRow | null): Promise<PaymentMapper | null> => {
  if (!row) return null;
  const parts = (await context.loaders.many(partsByPayment).load(row.id)) ?? [];
  const viewpoint = wholeViewpoint(context.identity, row);
  if (viewpoint) return { __typename: 'Payment', id: row.id, row, parts, viewpoint };
  const own = parts.filter((part) => maySeePart(context.identity, part));
  return own.length === 0 ? null : { __typename: 'Payment', id: row.id, row, parts: own, viewpoint: 'staff' };
};

/** The escrow of an order as this viewer may see it, or null. */
export const visibleEscrow = async (context: Context, orderId: string): Promise<EscrowMapper | null> => {
  const part = await context.loaders.one(escrowByOrder).load(orderId);
  if (!part) return null;
  if (maySeePart(context.identity, part)) return { part, viewpoint: 'staff' };
  const row = await context.loaders.one(paymentById).load(part.paymentId);
  const viewpoint = row ? wholeViewpoint(context.identity, row) : undefined;
  return viewpoint ? { part, viewpoint } : null;
};
