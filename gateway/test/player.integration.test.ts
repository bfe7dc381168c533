import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPlayer } from '../../web/player/build/build-player.ts';
import { playerDist } from '../src/player/player-assets.ts';
import { type Market, startMarket } from './fixtures/market.ts';

describe('the player as an asset', () => {
  let market: Market;
  beforeAll(async () => {
    if (!existsSync(`${playerDist}/player.json`)) await buildPlayer();
  });
  afterEach(() => market.close());

  it('is served under names that change with its content, kept for ever, compressed, to every origin', async () => {
    market = await startMarket('embedded');
    const manifest = await fetch(`${market.url}/assets/player.json`);
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
    const { entry, engine } = (await manifest.json()) as { entry: string; engine: string };
    for (const path of [entry, engine]) {
      expect(path).toMatch(/^\/assets\/[a-z-]+-[\w-]{8}\.js$/);
      const asset = await fetch(`${market.url}${path}`, { headers: { 'accept-encoding': 'br' } });
      expect([asset.status, asset.headers.get('content-encoding'), asset.headers.get('cache-control')]).toEqual([
        200,
        'br',
        'public, max-age=31536000, immutable',
      ]);
      expect(asset.headers.get('content-type')).toContain('javascript');
      expect(asset.headers.get('access-control-allow-origin')).toBe('*');
      expect(await asset.text()).toContain('import');
    }
    const stable = await fetch(`${market.url}/assets/player.js`);
    expect([await stable.text(), stable.headers.get('cache-control')]).toEqual([
      `export * from '${entry}';\n`,
      'no-cache',
    ]);
  });

  it('starts small: what every page loads is a tenth of what only a watched video needs', async () => {
    market = await startMarket('embedded');
    const { entry } = (await (await fetch(`${market.url}/assets/player.json`)).json()) as { entry: string };
    const asset = await fetch(`${market.url}${entry}`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect(Number(asset.headers.get('content-length'))).toBeLessThan(18 * 1_024);
  });

  it('gives nothing that is not the bundle', async () => {
    market = await startMarket('embedded');
    for (const path of ['/assets/nothing.js', '/assets/..%2f..%2fpackage.json', '/assets/.vite/manifest.json'])
      expect([path, (await fetch(`${market.url}${path}`)).status]).toEqual([path, 404]);
  });
});
