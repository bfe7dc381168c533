import { randomUUID } from 'node:crypto';
import type { Identity } from '@vitrina/platform/auth';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import type { Services } from '../src/services.ts';
import { seller } from '../src/subgraph.ts';

export const ownerCapabilities = [
  'shop:settings',
  'staff:manage',
  'catalog:write',
  'stock:write',
  'media:write',
  'orders:read',
  'orders:fulfil',
  'payments:read',
];
export const managerCapabilities = ownerCapabilities.filter((capability) => capability !== 'staff:manage');

interface Contact {
  readonly userId: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** Stands in identity's place: people by id, and the shop roles it was told, as `shop user` → role. */
export const identityDouble = () => {
  const people = new Map<string, Contact>();
  const roles = new Map<string, string>();
  let away = false;
  const told = () => {
    if (away) throw new Error('Identity is away.');
  };
  const answers = {
    identity: {
      UserByEmail: ({ email }: { email: string }) => ({
        userByEmail: [...people.values()].find((person) => person.email === email) ?? null,
      }),
      UserContacts: ({ ids }: { ids: readonly string[] }) => ({
        userContacts: [...people.values()].filter((person) => ids.includes(person.userId)),
      }),
      GrantShopRole: ({ input }: { input: { userId: string; shopId: string; role: string } }) => {
        told();
        roles.set(`${input.shopId} ${input.userId}`, input.role);
        return { grantShopRole: { ok: true } };
      },
      RevokeShopRole: ({ input }: { input: { userId: string; shopId: string } }) => {
        told();
        roles.delete(`${input.shopId} ${input.userId}`);
        return { revokeShopRole: { ok: true } };
      },
    },
  };
  return {
    answers,
    roles,
    goAway: (gone: boolean) => {
      away = gone;
    },
    person: (userId: string, emailVerified = true): Identity => {
      people.set(userId, { userId, email: `${userId}@example.com`, emailVerified });
      return asUser(userId);
    },
  };
};

export type SellerTest = TestContext<Services> & { readonly double: ReturnType<typeof identityDouble> };

export const sellerTest = async (env: Record<string, string> = {}): Promise<SellerTest> => {
  const double = identityDouble();
  return { ...(await testContext<Services>(seller, { env, internal: double.answers })), double };
};

/** What a mutation gave: its payload. */
export interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
  readonly [field: string]: unknown;
}

/** Runs one mutation; `selection` is what to read besides the user errors. */
export const mutate = async (
  context: SellerTest,
  field: string,
  input: Record<string, unknown>,
  selection: string,
  as?: Identity,
): Promise<Payload> => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { __typename code field } } }`;
  const answer = await context.ask<Record<string, Payload>>(document, { input }, as ? { as } : {});
  const payload = answer.data?.[field];
  if (!payload)
    throw new Error(
      answer.errors?.map((error) => `${error.extensions?.['code']}: ${error.message}`).join('; ') ?? 'No answer.',
    );
  return payload;
};

export const codesOf = ({ userErrors }: Payload): string[] => userErrors.map((error) => error.code);

let count = 0;

export interface OpenedShop {
  readonly shopId: string;
  readonly ownerId: string;
  readonly owner: Identity;
}

/** Opens a shop; its owner's identity carries what the gateway would read from identity afterwards. */
export const openShop = async (context: SellerTest, change: Record<string, unknown> = {}): Promise<OpenedShop> => {
  count += 1;
  const ownerId = `usr_owner${count}`;
  const input = {
    idempotencyKey: randomUUID(),
    slug: `shop-${count}`,
    name: `Shop ${count}`,
    country: 'US',
    currency: 'USD',
    ...change,
  };
  const { shop } = await mutate(context, 'openShop', input, 'shop { id }', context.double.person(ownerId));
  const shopId = (shop as { id: string } | null)?.id;
  if (!shopId) throw new Error('The shop was not opened.');
  return { shopId, ownerId, owner: asUser(ownerId, { shops: { [shopId]: ownerCapabilities } }) };
};
