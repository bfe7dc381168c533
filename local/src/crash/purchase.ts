import { randomUUID } from 'node:crypto';
import type { StripeDoubleControl } from '../stripe-double/index.ts';
import type { Claim } from './evidence.ts';
import type { Guest } from './guest.ts';
import type { Databases } from './read-evidence.ts';
import type { Scenario } from './scenarios.ts';

const createCart = 'mutation { createCart { cart { id } secret } }';
const addToCart = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { userErrors { code message } } }';
const setDelivery = `mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) {
  cart { shops { shop { id } deliveryOptions { methodId paymentOnDelivery } } } userErrors { code message } } }`;
const checkout = `mutation ($input: CheckoutInput!) { checkout(input: $input) {
  status action { redirectUrl } group { id } userErrors { code message } } }`;

const address = {
  name: 'Анна Гостья',
  line1: 'Тверская улица, 1',
  city: 'Москва',
  postalCode: '125009',
  country: 'RU',
};

type UserErrors = readonly { readonly code: string; readonly message: string }[];

interface Delivery {
  readonly setCartDelivery: {
    readonly cart: {
      readonly shops: readonly {
        readonly shop: { readonly id: string };
        readonly deliveryOptions: readonly { readonly methodId: string; readonly paymentOnDelivery: boolean }[];
      }[];
    };
    readonly userErrors: UserErrors;
  };
}

interface Bought {
  readonly checkout: {
    readonly status: string | null;
    readonly action: { readonly redirectUrl: string | null } | null;
    readonly group: { readonly id: string } | null;
    readonly userErrors: UserErrors;
  };
}

/** What a purchase can reach behind the market: the bank, and time itself. */
export interface Behind {
  readonly databases: Databases;
  readonly stripe: StripeDoubleControl;
}

const accepted = (errors: UserErrors, what: string): void => {
  if (errors.length > 0) throw new Error(`${what} was refused: ${errors.map(({ code }) => code).join(', ')}`);
};

const fillCart = async (guest: Guest, variantIds: readonly string[], terms: Scenario['terms']): Promise<string> => {
  const { createCart: made } = await guest.ask<{ createCart: { cart: { id: string }; secret: string } }>(createCart);
  const cartId = made.cart.id;
  guest.secret.value = made.secret;
  for (const variantId of variantIds) {
    const added = await guest.ask<{ addToCart: { userErrors: UserErrors } }>(addToCart, {
      input: { cartId, variantId, quantity: 1 },
    });
    accepted(added.addToCart.userErrors, 'addToCart');
  }
  const { setCartDelivery: set } = await guest.ask<Delivery>(setDelivery, { input: { cartId, address } });
  accepted(set.userErrors, 'setCartDelivery');
  if (terms === 'PREPAID') return cartId;
  const choices = set.cart.shops.map(({ shop, deliveryOptions }) => ({
    shopId: shop.id,
    methodId: deliveryOptions.find(({ paymentOnDelivery }) => paymentOnDelivery)?.methodId,
  }));
  const { setCartDelivery: chosen } = await guest.ask<Delivery>(setDelivery, { input: { cartId, address, choices } });
  accepted(chosen.userErrors, 'the delivery paid for at the door');
  return cartId;
};

/** Lets the time of a purchase or of its hold run out, as if the buyer had been away that long. */
const letTimePass = {
  ofPurchase: ({ databases }: Behind, groupId: string) =>
    databases.of('orders')`
      update kit.saga_instance set deadline_at = now(), signals = signals + 1, next_run_at = now()
      where subject = ${groupId} and name = 'orders.checkout' and ended_at is null`,
  ofHold: async ({ databases }: Behind, groupId: string) => {
    await databases.of('catalog').begin(async (tx) => {
      await tx`update reservation set expires_at = now() - interval '1 second' where reference = ${groupId} and state = 'HELD'`;
      await tx`update reservation_line set held_until = now() - interval '1 second'
        where held_until is not null and reservation_id = (select id from reservation where reference = ${groupId})`;
    });
  },
};

const visitBank = async (behind: Behind, scenario: Scenario, { checkout: answer }: Bought): Promise<void> => {
  const groupId = answer.group?.id ?? '';
  if (scenario.atTheBank === 'never come back') {
    await letTimePass.ofPurchase(behind, groupId);
    return;
  }
  if (scenario.atTheBank === 'approve too late for the goods') await letTimePass.ofHold(behind, groupId);
  const intentId = /_challenge\/([^?]+)/.exec(answer.action?.redirectUrl ?? '')?.[1];
  if (!intentId) throw new Error(`The bank's page of ${groupId} is not known: ${answer.action?.redirectUrl}`);
  await behind.stripe.authenticate(intentId, 'approve');
};

/** Writes down what the guest knows, before and after every answer. */
export type Record = (claim: Claim) => void;

/** Fills a cart and buys it, under one idempotency key until there is an answer, then does what the scenario says. */
export const buy = async (
  guest: Guest,
  scenario: Scenario,
  variantIds: readonly string[],
  behind: Behind,
  record: Record,
): Promise<void> => {
  const cartId = await fillCart(guest, variantIds, scenario.terms);
  const key = randomUUID();
  const claim = { key, cartId, mustEnd: scenario.mustEnd };
  record({ ...claim, groupId: null, status: null });
  const { terms, providerToken } = scenario;
  const input = {
    idempotencyKey: key,
    cartId,
    contactEmail: 'anna@example.com',
    payment: { terms, providerToken, ...(providerToken && { returnUrl: 'https://shop.example/back' }) },
  };
  const answer = await guest.ask<Bought>(checkout, { input });
  const { status, group, userErrors } = answer.checkout;
  record({ ...claim, groupId: group?.id ?? null, status });
  if (!group) throw new Error(`checkout was refused before a group was made: ${JSON.stringify(userErrors)}`);
  if (status === 'REQUIRES_ACTION') await visitBank(behind, scenario, answer);
  else if (scenario.atTheBank !== null && status === 'PROCESSING') {
    const waiting = await untilTheBankAsks(guest, group.id);
    if (waiting) await visitBank(behind, scenario, { checkout: { ...answer.checkout, action: waiting } });
  }
};

const groupState = 'query ($id: ID!) { orderGroup(id: $id) { status action { redirectUrl } } }';

/** Follows a purchase that was answered before the bank was reached. */
const untilTheBankAsks = async (guest: Guest, id: string): Promise<{ redirectUrl: string | null } | null> => {
  for (;;) {
    const { orderGroup } = await guest.ask<{
      orderGroup: { status: string; action: { redirectUrl: string | null } | null } | null;
    }>(groupState, { id });
    if (orderGroup?.status === 'REQUIRES_ACTION') return orderGroup.action;
    if (orderGroup?.status !== 'PROCESSING') return null;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
};
