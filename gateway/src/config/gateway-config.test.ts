import { expect, it } from 'vitest';
import { readGatewayConfig } from './gateway-config.ts';

const accounts = [{ label: 'Buyer', email: 'buyer@example.org', password: 'not a secret' }];

it('offers demo accounts in development, and none in production even when a list was handed in', () => {
  const env = { VITRINA_DEMO_ACCOUNTS: JSON.stringify(accounts) };
  expect(readGatewayConfig(env).demoAccounts).toEqual(accounts);
  expect(readGatewayConfig({ ...env, NODE_ENV: 'production' }).demoAccounts).toEqual([]);
});

it('is open to everyone in development and to admins in production, unless told otherwise', () => {
  expect(readGatewayConfig({})).toMatchObject({ freeForm: 'everyone', introspection: 'everyone' });
  expect(readGatewayConfig({ NODE_ENV: 'production' })).toMatchObject({ freeForm: 'admins', introspection: 'admins' });
});

it('names the variable that does not fit', () => {
  expect(() => readGatewayConfig({ VITRINA_GATEWAY_PORT: 'http' })).toThrow(/VITRINA_GATEWAY_PORT/);
  for (const unusable of ['[1]', 'buyer@example.org'])
    expect(() => readGatewayConfig({ VITRINA_DEMO_ACCOUNTS: unusable })).toThrow(/VITRINA_DEMO_ACCOUNTS/);
});
