import { join } from 'node:path';
import { gatewayIssuer } from '@vitrina/platform/auth';
import { describe, expect, it } from 'vitest';
import { generateKeys } from './keys.ts';
import { projectRoot, readLocalConfig } from './local-config.ts';
import { announce, bootstrapEnv, explorerAccounts } from './say.ts';

describe('what npm start is told', () => {
  it('is nothing, and everything has a value', () => {
    expect(readLocalConfig({})).toMatchObject({
      dataHome: join(projectRoot, '.vitrina'),
      VITRINA_GATEWAY_PORT: 4_000,
      VITRINA_GATEWAYS: 1,
      VITRINA_SEED: 'demo',
    });
  });

  it('keeps its data where it is told, a name without a slash in front below the project, wherever it is started', () => {
    expect(readLocalConfig({ VITRINA_DATA_HOME: '/data/market' }).dataHome).toBe('/data/market');
    expect(readLocalConfig({ VITRINA_DATA_HOME: 'other/market' }).dataHome).toBe(join(projectRoot, 'other/market'));
  });

  it('has ports that differ unless somebody makes them equal', () => {
    const ports = Object.entries(readLocalConfig({})).filter(([name]) => name.endsWith('_PORT'));
    expect(ports.length).toBeGreaterThan(4);
    expect(new Set(ports.map(([, port]) => port)).size).toBe(ports.length);
  });

  it.each([
    ['VITRINA_GATEWAY_PORT', '0'],
    ['VITRINA_GATEWAY_PORT', '65536'],
    ['VITRINA_GATEWAY_PORT', '4000.5'],
    ['VITRINA_GATEWAYS', '0'],
    ['VITRINA_GATEWAYS', '9'],
    ['VITRINA_SEED', 'everything'],
    ['VITRINA_SEED_PRODUCTS', '-1'],
    ['VITRINA_SEED_PRODUCTS', 'many'],
    ['VITRINA_POSTGRES_URL', 'localhost'],
    ['VITRINA_SMTP_URL', 'mail'],
    ['VITRINA_REDIS_URL', ''],
  ])('refuses %s=%s, with the name and what was expected', (name, value) => {
    expect(() => readLocalConfig({ [name]: value })).toThrow(new RegExp(`${name}: .*\\(expected: |${name}: `));
  });

  it('takes no goods at all for a number of them', () => {
    expect(readLocalConfig({ VITRINA_SEED_PRODUCTS: '0' }).VITRINA_SEED_PRODUCTS).toBe(0);
    expect(readLocalConfig({}).VITRINA_SEED_PRODUCTS).toBeUndefined();
  });
});

describe('the keys of a market', () => {
  it('are one per issuer, and everybody is told the public half of each alone', async () => {
    const { privateKeys, jwks } = await generateKeys(['orders', 'catalog']);
    const issuers = [gatewayIssuer, 'service:orders', 'service:catalog'];
    expect([...privateKeys.keys()]).toEqual(issuers);
    expect(jwks.keys.map(({ kid }) => kid)).toEqual(issuers);
    expect(jwks.keys.filter((key) => 'd' in key)).toEqual([]);
    expect(new Set([...privateKeys.values()].map(({ d }) => d)).size).toBe(issuers.length);
    for (const key of jwks.keys) expect(privateKeys.get(String(key.kid))).toMatchObject({ x: key.x, y: key.y });
  });
});

describe('what a market says once it is open', () => {
  const addresses = {
    gateway: 'http://127.0.0.1:4000',
    mail: 'http://127.0.0.1:4026',
    phone: 'http://127.0.0.1:4011',
    stripe: 'http://127.0.0.1:4010',
  };

  it('is where to go and whom to be', () => {
    const said = announce(addresses, 'embedded, one process');
    expect(said).toContain('Vitrina is open (embedded, one process).');
    for (const place of ['4000/explorer', '4000/graphql', '4026', '4011', '4010']) expect(said).toContain(place);
    for (const { email, password } of explorerAccounts) {
      expect(said).toContain(email);
      expect(said).toContain(password);
    }
  });

  it('mentions no double of Stripe where the real one is used', () => {
    expect(announce({ ...addresses, stripe: undefined }, 'x')).not.toMatch(/stripe/i);
  });

  it('offers the administrator that identity was told to make', () => {
    expect(explorerAccounts).toContainEqual(
      expect.objectContaining({
        email: bootstrapEnv.VITRINA_BOOTSTRAP_ADMIN_EMAIL,
        password: bootstrapEnv.VITRINA_BOOTSTRAP_ADMIN_PASSWORD,
      }),
    );
  });
});
