import { createHash, randomBytes } from 'node:crypto';
import { type Actor, canInShop } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { clientScopes } from '../domain/capabilities.ts';
import {
  clientNotFound,
  scopeNotHeld,
  scopesRequired,
  scopeUnknown,
  shopNotFound,
  tooManyClients,
} from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { type ApiClientRow, countWorkingClients, insertClient, revokeClient } from '../store/api-clients.ts';
import { lockShop } from '../store/shops.ts';

const keyPrefix = 'vtk_';
const shownCharacters = 8;
const maxClients = 50;

type Person = Extract<Actor, { kind: 'user' }>;

/** SHA-256 of a key, lower-case hex: what is stored and what the gateway asks by. */
const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

const checkScopes = (person: Person, shopId: string, scopes: readonly string[]): readonly Refusal[] => {
  if (scopes.length === 0) return [scopesRequired()];
  return scopes.flatMap((scope, index) => {
    if (!clientScopes.some((known) => known === scope)) return [scopeUnknown(index, clientScopes)];
    return canInShop(person, shopId, scope) ? [] : [scopeNotHeld(index)];
  });
};

export interface NewClient {
  readonly shopId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Makes a key for a program; nobody can give more than they hold. The key itself is in this answer only. */
export const createClient = async (
  services: Services,
  person: Person,
  { shopId, name, scopes }: NewClient,
): Promise<Result<{ readonly client: ApiClientRow; readonly key: string }, Refusal>> => {
  const { database, clock } = services;
  const read = readText(name, { field: ['name'], min: 1, max: 80 });
  const [first, ...rest] = [...(read.ok ? [] : read.refusals), ...checkScopes(person, shopId, scopes)];
  if (first) return refuse(first, ...rest);
  if (!read.ok) return refuse(...read.refusals);
  const key = keyPrefix + randomBytes(32).toString('base64url');
  const client: ApiClientRow = {
    id: newId('key'),
    shopId,
    name: read.value,
    scopes: [...new Set(scopes)],
    keyHash: hashKey(key),
    keyPrefix: key.slice(0, keyPrefix.length + shownCharacters),
    createdBy: person.userId,
    createdAt: clock.now(),
    revokedAt: null,
  };
  return database.transaction(async (tx) => {
    if (!(await lockShop(tx, shopId))) return refuse(shopNotFound());
    if ((await countWorkingClients(tx, shopId)) >= maxClients) return refuse(tooManyClients(maxClients));
    await insertClient(tx, client);
    return ok({ client, key });
  });
};

/** Stops a key of the shop from working. */
export const revokeApiClient = async (
  { database, clock }: Services,
  shopId: string,
  clientId: string,
): Promise<Result<ApiClientRow, Refusal>> => {
  const client = await revokeClient(database.orm, shopId, clientId, clock.now());
  return client ? ok(client) : refuse(clientNotFound());
};
