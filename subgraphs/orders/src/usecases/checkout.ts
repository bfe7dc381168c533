import type { Identity } from '@vitrina/platform/auth';
import { compiled, type Tx } from '@vitrina/platform/database';
import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { plainRefusal, type Refusal, type Result } from '@vitrina/platform/result';
import { eq, sql } from 'drizzle-orm';
import type { Terms } from '../domain/order-state.ts';
import type { PaymentChoice } from '../sagas/checkout/data.ts';
import { checkoutSaga } from '../sagas/checkout-saga.ts';
import type { Services } from '../services.ts';
import { type CartRow, cart, cartLine } from '../store/cart.table.ts';
import { notFound, refOf } from './access.ts';
import { findCart } from './find-cart.ts';
import { type Buyer, placePurchase } from './place-purchase.ts';
import { type Plan, planPurchase } from './plan-purchase.ts';

export interface CheckoutRequest {
  readonly cartId: string;
  readonly contactEmail: string | null;
  readonly addressId: string | null;
  readonly terms: Terms;
  readonly payment: PaymentChoice;
  readonly expectedTotalMinor: bigint | null;
  readonly locale: string;
}

/** What is remembered under the idempotency key: either the group that was made, or why none was. */
export type PurchaseOutcome =
  | { readonly groupId: string; readonly sagaId: string }
  | { readonly refusals: readonly Refusal[] };

export interface Purchase {
  readonly outcome: PurchaseOutcome;
  readonly replayed: boolean;
}

type Planned = Result<Plan, Refusal>;

/**
 * Plans before the transaction, because planning asks other contexts and must not hold a connection; writes only when the
 * key is new. A failure to plan is kept until then: a replay is answered although catalogue or shops are away.
 */
const buyOnce = async (
  services: Services,
  scope: IdempotencyScope,
  plan: () => Promise<Planned>,
  write: (tx: Tx, plan: Plan) => Promise<PurchaseOutcome>,
): Promise<Purchase> => {
  const planned = await plan().then(
    (result) => () => result,
    (error: unknown) => (): Planned => {
      throw error;
    },
  );
  return idempotently<PurchaseOutcome>(services.database, scope, async (tx) => {
    const result = planned();
    return result.ok ? write(tx, result.value) : { refusals: result.refusals };
  });
};

/** Waits for the purchase to get somewhere; it goes on by itself afterwards. */
const settleFor = async ({ sagas, checkoutWaitMs }: Services, { outcome }: Purchase): Promise<void> => {
  if ('sagaId' in outcome) await sagas.advanceFor(outcome.sagaId, checkoutWaitMs);
};

const emailForm = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}\.[^\s@.\p{Cc}]{2,63}$/u;

const guestRefusals = ({ actor }: Identity, { contactEmail, addressId, payment }: CheckoutRequest): Refusal[] => {
  const signedIn = actor.kind === 'user';
  const refusals: Refusal[] = [];
  if (!signedIn && !contactEmail)
    refusals.push(plainRefusal('EMAIL_REQUIRED', ['contactEmail'], 'Say where news about the order shall go.'));
  if (contactEmail && !emailForm.test(contactEmail))
    refusals.push(
      plainRefusal('EMAIL_INVALID', ['contactEmail'], 'This is not an e-mail address; check it for typing errors.'),
    );
  if (!signedIn && addressId)
    refusals.push(
      plainRefusal('SIGN_IN_REQUIRED', ['addressId'], 'Saved addresses are for signed-in people; use setCartDelivery.'),
    );
  if (!signedIn && (payment.paymentMethodId || payment.saveMethod)) {
    refusals.push(
      plainRefusal(
        'SIGN_IN_REQUIRED',
        ['payment'],
        'Saved payment methods are for signed-in people; pay with a card typed in.',
      ),
    );
  }
  return refusals;
};

const paymentRefusals = ({ terms, payment: { paymentMethodId, providerToken } }: CheckoutRequest): Refusal[] => {
  const given = [paymentMethodId, providerToken].filter((value) => value !== null).length;
  if (terms === 'PREPAID' && given !== 1)
    return [
      plainRefusal('PAYMENT_METHOD_REQUIRED', ['payment'], 'Give either a saved payment method or a card typed in.'),
    ];
  if (terms === 'ON_DELIVERY' && given > 0)
    return [
      plainRefusal(
        'PAYMENT_METHOD_UNUSED',
        ['payment'],
        'Nothing is charged now; leave the payment method out, or pay in advance.',
      ),
    ];
  return [];
};

/** Why a cart cannot be bought as such. Said before its goods are looked at: its own purchase holds them. */
const unavailable = ({ status }: CartRow): Refusal | null => {
  switch (status) {
    case 'OPEN':
      return null;
    case 'CHECKING_OUT':
      return plainRefusal(
        'CHECKOUT_IN_PROGRESS',
        ['cartId'],
        'This cart is being bought already; follow that purchase.',
      );
    case 'ORDERED':
      return plainRefusal('CART_ORDERED', ['cartId'], 'This cart was bought already; put goods into a new one.');
  }
};

const cartId = sql.placeholder('cartId');
const linesOfCart = compiled((orm) =>
  orm.select().from(cartLine).where(eq(cartLine.cartId, cartId)).orderBy(cartLine.id),
);
const lockedCart = compiled((orm) => orm.select().from(cart).where(eq(cart.id, cartId)).for('update'));

const planCart = async (
  services: Services,
  identity: Identity,
  request: CheckoutRequest,
  found: CartRow,
): Promise<Planned> => {
  const taken = unavailable(found);
  if (taken) return { ok: false, refusals: [taken] };
  const [first, ...rest] = [...guestRefusals(identity, request), ...paymentRefusals(request)];
  if (first) return { ok: false, refusals: [first, ...rest] };
  const lines = await linesOfCart(services.database.orm, { cartId: found.id });
  return planPurchase(services, identity, {
    ...request,
    lines: lines.map((line) => ({ ...line, lineId: line.id })),
    choices: found.choices,
    destination: found.destination,
  });
};

const buyerOf = (identity: Identity, contactEmail: string | null): Buyer => {
  const { actor, cartKey } = identity;
  const owner =
    actor.kind === 'user' ? { userId: actor.userId, guestKey: null } : { userId: null, guestKey: cartKey ?? null };
  return { ...owner, contactEmail, doer: { kind: 'BUYER', ref: refOf(identity) } };
};

/** Takes the cart out of use for as long as it is being bought; refused when it is not what was planned with any more. */
const claimCart = async (tx: Tx, planned: CartRow): Promise<Refusal | null> => {
  const [now] = await lockedCart(tx, { cartId: planned.id });
  if (now?.version === planned.version) return unavailable(now);
  return plainRefusal(
    'CART_CHANGED',
    ['cartId'],
    'The cart was changed at the same moment; look at it and order again.',
  );
};

/** Buys a cart: drafts, saga and idempotency row in one transaction, then as much of the saga as the wait allows. */
export const checkout = async (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  request: CheckoutRequest,
): Promise<Purchase> => {
  const found = await findCart(services.database.orm, identity, request.cartId);
  if (!found) throw notFound('cart', 'cartId');
  const purchase = await buyOnce(
    services,
    scope,
    () => planCart(services, identity, request, found),
    async (tx, plan) => {
      const now = services.clock.now();
      const refusal = await claimCart(tx, found);
      if (refusal) return { refusals: [refusal] };
      const { groupId, written } = placePurchase(tx, plan, buyerOf(identity, request.contactEmail), found.id, now);
      const data = { terms: plan.terms, payment: request.payment };
      const [sagaId] = await Promise.all([
        services.sagas.start(tx, checkoutSaga, { subject: groupId, data, goOn: true }),
        written,
      ]);
      return { groupId, sagaId };
    },
  );
  await settleFor(services, purchase);
  return purchase;
};

export interface BuyNowRequest {
  readonly variantId: string;
  readonly quantity: number;
  readonly priceSeenMinor: bigint;
  readonly currency: string;
  readonly addressId: string | null;
  readonly deliveryMethodId: string | null;
  readonly paymentMethodId: string;
  readonly returnUrl: string | null;
  readonly locale: string;
}

/** Buys one variant with what the person has saved, past the cart. */
export const buyNow = async (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  request: BuyNowRequest,
): Promise<Purchase> => {
  const { deliveryMethodId, paymentMethodId, returnUrl } = request;
  const plan = async (): Promise<Planned> => {
    const [quote] = deliveryMethodId ? await services.catalog.quote([request.variantId]) : [];
    return planPurchase(services, identity, {
      lines: [{ ...request, lineId: null }],
      choices: quote && deliveryMethodId ? { [quote.shopId]: deliveryMethodId } : {},
      destination: null,
      addressId: request.addressId,
      terms: 'PREPAID',
      expectedTotalMinor: null,
      locale: request.locale,
    });
  };
  const purchase = await buyOnce(services, scope, plan, async (tx, planned) => {
    const { groupId, written } = placePurchase(tx, planned, buyerOf(identity, null), null, services.clock.now());
    const payment = { paymentMethodId, providerToken: null, saveMethod: false, returnUrl };
    const data = { terms: planned.terms, payment };
    const [sagaId] = await Promise.all([
      services.sagas.start(tx, checkoutSaga, { subject: groupId, data, goOn: true }),
      written,
    ]);
    return { groupId, sagaId };
  });
  await settleFor(services, purchase);
  return purchase;
};
