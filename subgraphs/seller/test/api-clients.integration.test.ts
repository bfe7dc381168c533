import { createHash } from 'node:crypto';
import { createTokenSigner, createTokenVerifier, gatewayIssuer, generateSigningKey } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { silentLogger } from '@vitrina/platform/logging';
import { createHost, type SubgraphHost } from '@vitrina/platform/subgraph';
import { asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seller } from '../src/subgraph.ts';
import {
  codesOf,
  managerCapabilities,
  mutate,
  type OpenedShop,
  openShop,
  type SellerTest,
  sellerTest,
} from './fixtures.ts';

describe('API clients', () => {
  let context: SellerTest;
  let host: SubgraphHost;
  let gatewayToken: string;
  beforeAll(async () => {
    context = await sellerTest();
    const { privateJwk, publicJwk } = await generateSigningKey(gatewayIssuer);
    host = await createHost({
      definition: seller,
      services: context.services,
      verifier: createTokenVerifier({ keys: [publicJwk] }),
      log: silentLogger,
    });
    gatewayToken = await (await createTokenSigner(privateJwk)).sign({ actor: { kind: 'service', name: 'gateway' } });
  });
  afterAll(() => context.close());

  const create = ({ shopId, owner }: OpenedShop, change: Record<string, unknown> = {}, as = owner) =>
    mutate(
      context,
      'createApiClient',
      { shopId, name: 'Warehouse', scopes: ['stock:write', 'orders:read'], ...change },
      'key apiClient { id name scopes keyPrefix revokedAt }',
      as,
    );

  /** Asks as the gateway does when a request comes with that key. */
  const lookUp = async (key: string): Promise<unknown> => {
    const hash = createHash('sha256').update(key).digest('hex');
    const meta = { requestId: newId('req'), ip: '', userAgent: 'gateway', locale: 'en' };
    const answer = await host.execute({
      query: 'query ($hash: String!) { apiClientByKeyHash(hash: $hash) { clientId shopId scopes } }',
      variables: { hash },
      token: gatewayToken,
      meta,
    });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data['apiClientByKeyHash'];
  };

  it('get a key that is shown once and stored only as a hash', async () => {
    const shop = await openShop(context);
    const payload = await create(shop);
    const key = String(payload['key']);
    expect(key).toMatch(/^vtk_[\w-]{43}$/);
    const client = payload['apiClient'] as { id: string; keyPrefix: string };
    expect(key.startsWith(client.keyPrefix)).toBe(true);
    expect(await lookUp(key)).toEqual({
      clientId: client.id,
      shopId: shop.shopId,
      scopes: ['stock:write', 'orders:read'],
    });
    const [{ stored } = { stored: '' }] = await context.database.sql<
      { stored: string }[]
    >`select row_to_json(c)::text as stored from api_client c where id = ${client.id}`;
    expect(stored).not.toContain(key.slice(client.keyPrefix.length));
  });

  it('stop working the moment they are revoked, and revoking again changes nothing', async () => {
    const shop = await openShop(context);
    const payload = await create(shop);
    const clientId = (payload['apiClient'] as { id: string }).id;
    const revoke = () =>
      mutate(context, 'revokeApiClient', { shopId: shop.shopId, clientId }, 'apiClient { revokedAt }', shop.owner);
    const first = await revoke();
    expect(await lookUp(String(payload['key']))).toBeNull();
    context.clock.advance(60_000);
    expect(await revoke()).toEqual(first);
  });

  it('are unknown by any other key', async () => {
    for (const key of ['', 'vtk_', 'vtk_unknown', "' or true --"]) expect(await lookUp(key)).toBeNull();
  });

  it('never get more than who makes them holds', async () => {
    const shop = await openShop(context);
    const limited = asUser('usr_limited', { shops: { [shop.shopId]: ['shop:settings', 'orders:read'] } });
    expect(codesOf(await create(shop, {}, limited))).toEqual(['SCOPE_NOT_HELD']);
    expect(codesOf(await create(shop, { scopes: ['orders:read'] }, limited))).toEqual([]);
    expect(codesOf(await create(shop, { scopes: ['staff:manage', 'admin', 'orders:read'] }))).toEqual([
      'SCOPE_UNKNOWN',
      'SCOPE_UNKNOWN',
    ]);
    expect(codesOf(await create(shop, { scopes: [], name: ' ' }))).toEqual(['TEXT_REQUIRED', 'SCOPES_REQUIRED']);
  });

  it('of one shop cannot be revoked from another', async () => {
    const [mine, theirs] = [await openShop(context), await openShop(context)];
    const payload = await create(theirs);
    const clientId = (payload['apiClient'] as { id: string }).id;
    expect(
      codesOf(
        await mutate(context, 'revokeApiClient', { shopId: mine.shopId, clientId }, 'apiClient { id }', mine.owner),
      ),
    ).toEqual(['API_CLIENT_NOT_FOUND']);
    expect(await lookUp(String(payload['key']))).not.toBeNull();
  });

  it('are listed for whoever runs the shop, latest first', async () => {
    const shop = await openShop(context);
    await create(shop, { name: 'First' });
    context.clock.advance(1_000);
    await create(shop, { name: 'Second' });
    const manager = asUser('usr_manager', { shops: { [shop.shopId]: managerCapabilities } });
    const answer = await context.ask(
      'query ($id: ID!) { shop(id: $id) { apiClients { name revokedAt } } }',
      { id: shop.shopId },
      { as: manager },
    );
    expect(answer.data).toEqual({
      shop: {
        apiClients: [
          { name: 'Second', revokedAt: null },
          { name: 'First', revokedAt: null },
        ],
      },
    });
  });

  it('are looked up by the gateway alone', async () => {
    for (const as of [asUser('usr_admin', { scopes: ['admin'] }), asService('orders')]) {
      const answer = await context.ask('query { apiClientByKeyHash(hash: "00") { clientId } }', {}, { as });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
