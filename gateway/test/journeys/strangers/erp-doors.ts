import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from '../client.ts';
import { type Heard, heardOf } from './knock.ts';
import type { Ids } from './world.ts';

const room = new URL('../../../../schema/operations/erp/', import.meta.url);

/** Names of the operations that programs of shops may run. */
export const erpOperations = (): string[] =>
  readdirSync(room)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.replace('.graphql', ''));

/** What each of them is given, by the ids it is about. */
export const erpVariables: Readonly<Record<string, (own: Ids) => Record<string, unknown>>> = {
  ErpShipOrder: ({ orderId }) => ({ input: { idempotencyKey: randomUUID(), orderId } }),
  ErpShopOrders: ({ shopId }) => ({ shopId, first: 5 }),
  ProductByExternalId: ({ shopId, draftExternalId }) => ({ shopId, externalId: draftExternalId }),
  ProductsSet: ({ shopId }) => ({ input: { shopId, products: [] } }),
  SetStock: ({ shopId, goodVariantId }) => ({ input: { shopId, lines: [{ variantId: goodVariantId, onHand: 0 }] } }),
};

/** Runs a registered operation by its hash, as programs do. */
export const runRegistered = async (as: Client, name: string, variables: object): Promise<Heard> => {
  const sha256Hash = createHash('sha256')
    .update(readFileSync(new URL(`${name}.graphql`, room), 'utf8'))
    .digest('hex');
  const answer = await as.send<Record<string, unknown>>({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  return heardOf(answer, Object.values(answer.data ?? {})[0]);
};
