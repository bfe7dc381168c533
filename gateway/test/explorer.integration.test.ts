import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildExplorer } from '../src/explorer/build-explorer.ts';
import { explorerDist } from '../src/explorer/serve-explorer.ts';
import { type Market, startMarket } from './fixtures/market.ts';

const demoAccounts = [{ label: 'Buyer', email: 'buyer@example.org', password: 'not a secret' }];
const sample = { hash: 'h', name: 'titles', room: 'storefront', text: 'query titles { products { totalCount } }' };

describe('the explorer', () => {
  let market: Market;
  beforeAll(async () => {
    if (!existsSync(`${explorerDist}/index.html`)) await buildExplorer();
  });
  afterEach(() => market.close());

  it('is served whole from the gateway and may load nothing from elsewhere', async () => {
    market = await startMarket('embedded');
    const response = await fetch(`${market.url}/explorer`);
    const html = await response.text();
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'self'"),
    ]);
    const references = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, address]) => address ?? '')
      .filter((address) => !address.startsWith('data:'));
    expect(references.length).toBeGreaterThan(1);
    for (const address of references) {
      expect(address).toMatch(/^\/explorer\//);
      const asset = await fetch(`${market.url}${address}`);
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
      await asset.arrayBuffer();
    }
  });

  it('offers sample operations and demo accounts', async () => {
    market = await startMarket('embedded', {
      config: { demoAccounts },
      deps: { registry: new Map([[sample.hash, sample]]) },
    });
    const settings = await (await fetch(`${market.url}/explorer/settings.json`)).json();
    expect(settings).toEqual({
      accounts: demoAccounts,
      operations: [{ label: 'storefront: titles', text: sample.text }],
    });
  });
});
