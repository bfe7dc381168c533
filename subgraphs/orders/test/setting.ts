import { randomUUID } from 'node:crypto';
import { anonymous, type Identity } from '@vitrina/platform/auth';
import type { ManualClock } from '@vitrina/platform/clock';
import type { Database } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { asGuest, asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { expect } from 'vitest';
import type { Services } from '../src/services.ts';
import { orders } from '../src/subgraph.ts';
import { installMarket, marketAnswers } from './market-double.ts';

export const cartFields =
  'id status version currency lines { id variant { id } quantity priceSeen { amountMinor } priceNow { amountMinor } available }';
export const errorFields = `__typename code field message
  ... on PriceChanged { lineId variantId was { amountMinor } now { amountMinor } }
  ... on OutOfStock { variantId requested available }
  ... on ShopClosed { shop { id } }
  ... on NotDeliverable { shop { id } }
  ... on MixedCurrencies { currencies }
  ... on TotalChanged { was { amountMinor } now { amountMinor } }
  ... on InvalidQuantity { min max }
  ... on PaymentDeclined { declineCode }
  ... on IllegalTransition { status availableActions }`;
export const orderFields =
  'id number status paymentStatus version cancelReason availableActions shop { id } totals { goods { amountMinor } delivery { amountMinor } tax { amountMinor } total { amountMinor } }';
const groupFields = `id number status version failure { code } totals { total { amountMinor } } orders { ${orderFields} lines { title quantity total { amountMinor } } timeline { nodes { version event status actor } } }`;

export interface OrderAnswer {
  id: string;
  number: string;
  status: string;
  paymentStatus: string;
  version: number;
  cancelReason: string | null;
  availableActions: string[];
  shop: { id: string };
  totals: Record<'goods' | 'delivery' | 'tax' | 'total', { amountMinor: string }>;
  lines: { title: string; quantity: number; total: { amountMinor: string } }[];
  timeline: { nodes: { version: number; event: string; status: string; actor: string }[] };
}
export interface GroupAnswer {
  id: string;
  number: string;
  status: string;
  version: number;
  failure: { code: string } | null;
  totals: { total: { amountMinor: string } };
  orders: OrderAnswer[];
}
export interface CheckoutAnswer {
  status: string | null;
  group: GroupAnswer | null;
  action: { redirectUrl: string } | null;
  userErrors: ({ __typename: string; code: string } & Record<string, unknown>)[];
  replayed: boolean;
}

const address = { name: 'Ann Guest', line1: 'Street 1', city: 'Berlin', postalCode: '10115', country: 'DE' };

/** A clock that runs, and can be moved ahead besides: what is due in a moment becomes due, as it would in production. */
const runningClock = (): ManualClock => {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    set: (instant) => {
      ahead = instant.getTime() - Date.now();
    },
  };
};

type Ask = <T>(query: string, variables: Record<string, unknown>, as: Identity) => Promise<T>;

/** Goods and people, made as tests need them. */
const makers = ({ sql }: Database, data: Ask) => ({
  /** A variant on sale. */
  variant: async (
    given: { shop?: string; price?: number; onHand?: number; currency?: string; tax?: string } = {},
  ): Promise<string> => {
    const id = newId('var');
    const { shop = 'shp_a', price = 1_000, onHand = 100, currency = 'EUR', tax = 'standard' } = given;
    await sql`insert into double.variant (id, shop_id, price, on_hand, currency, tax) values (${id}, ${shop}, ${price}, ${onHand}, ${currency}, ${tax})`;
    return id;
  },
  /** A person with a default address. */
  person: async (country = 'DE'): Promise<{ id: string; as: Identity }> => {
    const id = newId('usr');
    await sql`insert into double.address values (${id}, ${`adr_${id}`}, ${country}, true)`;
    return { id, as: asUser(id) };
  },
  /** A guest with an empty cart. */
  guest: async (): Promise<{ secret: string; cartId: string; as: Identity }> => {
    const { createCart } = await data<{ createCart: { cart: { id: string }; secret: string } }>(
      'mutation { createCart { secret cart { id } } }',
      {},
      anonymous,
    );
    return { secret: createCart.secret, cartId: createCart.cart.id, as: asGuest(createCart.secret) };
  },
});

/** What buyers do. */
const shopping = (data: Ask) => ({
  add: async (as: Identity, variantId: string, quantity = 1): Promise<{ id: string; lines: { id: string }[] }> => {
    const { addToCart } = await data<{
      addToCart: { cart: { id: string; lines: { id: string }[] }; userErrors: unknown[] };
    }>(
      `mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { ${cartFields} } userErrors { ${errorFields} } } }`,
      { input: { variantId, quantity } },
      as,
    );
    expect(addToCart.userErrors).toEqual([]);
    return addToCart.cart;
  },
  deliverTo: (as: Identity, cartId: string, more: Record<string, unknown> = { address }) =>
    data<{ setCartDelivery: { userErrors: { code: string }[] } }>(
      'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { userErrors { code } } }',
      { input: { cartId, ...more } },
      as,
    ),
  checkout: async (as: Identity, cartId: string, more: Record<string, unknown> = {}): Promise<CheckoutAnswer> => {
    const input = checkoutInput(cartId, more);
    return (await data<{ checkout: CheckoutAnswer }>(checkoutDocument, { input }, as)).checkout;
  },
  group: async (as: Identity, id: string): Promise<GroupAnswer | null> => {
    const query = `query ($id: ID!) { orderGroup(id: $id) { ${groupFields} } }`;
    return (await data<{ orderGroup: GroupAnswer | null }>(query, { id }, as)).orderGroup;
  },
});

type CommandAnswer = Record<
  string,
  { order: OrderAnswer | null; userErrors: { code: string; availableActions?: string[] }[]; replayed: boolean }
>;

/** Orders on a database of its own, with two shops, their goods, and the people who buy. */
export const openSetting = async ({ waitMs = 10_000 } = {}) => {
  let database: Database | undefined;
  const databaseOf = (): Database => {
    if (!database) throw new Error('The setting is not open yet.');
    return database;
  };
  const t: TestContext<Services> = await testContext<Services>(orders, {
    env: { ORDERS_CHECKOUT_WAIT_MS: String(waitMs) },
    clock: runningClock(),
    internal: marketAnswers(databaseOf),
  });
  database = t.database;
  await installMarket(database);
  await database.sql`insert into double.shop (id) values ('shp_a'), ('shp_b')`;

  const data: Ask = async <T>(query: string, variables: Record<string, unknown>, as: Identity): Promise<T> => {
    const answer = await t.ask<T>(query, variables, { as });
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  };

  return {
    ...t,
    sql: database.sql,
    data,
    ...makers(database, data),
    ...shopping(data),
    /** Gives a command to an order. */
    command: async (as: Identity, name: string, input: Record<string, unknown>) => {
      const inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($input: ${inputType}) { ${name}(input: $input) { order { ${orderFields} } userErrors { ${errorFields} } replayed } }`;
      const given = { input: { idempotencyKey: randomUUID(), ...input } };
      const answer = await t.ask<CommandAnswer>(query, given, { as });
      return { payload: answer.data?.[name], error: answer.errors?.[0]?.extensions?.['code'] };
    },
    /** Lets time pass and the sweep look. */
    later: async (seconds: number): Promise<void> => {
      t.clock.advance(seconds * 1_000);
      await t.runSweep('run-sagas');
    },
  };
};

export type Setting = Awaited<ReturnType<typeof openSetting>>;

export const checkoutDocument = `mutation ($input: CheckoutInput!) { checkout(input: $input) {
  status replayed action { redirectUrl } group { ${groupFields} } userErrors { ${errorFields} } } }`;

export const checkoutInput = (cartId: string, more: Record<string, unknown> = {}) => ({
  idempotencyKey: randomUUID(),
  cartId,
  contactEmail: 'ann@example.org',
  payment: { providerToken: 'tok_ok' },
  ...more,
});
