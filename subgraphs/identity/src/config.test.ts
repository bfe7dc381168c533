import { readConfig } from '@vitrina/platform/config';
import { describe, expect, it } from 'vitest';
import { identityConfig } from './config.ts';

const read = (env: Record<string, string> = {}) => readConfig(identityConfig, env);
const secret = 'x'.repeat(32);

describe('the configuration of identity', () => {
  it('needs nothing on a developer’s machine', () => {
    expect(read()).toMatchObject({
      VITRINA_SESSION_IDLE_DAYS: 30,
      VITRINA_SESSION_ABSOLUTE_DAYS: 180,
      VITRINA_AUTH_BUDGET_FACTOR: 1,
    });
  });

  it('needs the secret that seals signing keys in production, and a long one', () => {
    expect(() => read({ NODE_ENV: 'production' })).toThrow(/VITRINA_IDENTITY_KEY_SECRET: is required in production/);
    expect(() => read({ NODE_ENV: 'production', VITRINA_IDENTITY_KEY_SECRET: 'short' })).toThrow(
      /VITRINA_IDENTITY_KEY_SECRET/,
    );
    expect(read({ NODE_ENV: 'production', VITRINA_IDENTITY_KEY_SECRET: secret })).toMatchObject({
      VITRINA_IDENTITY_KEY_SECRET: secret,
    });
  });

  it.each<Record<string, string>>([
    { VITRINA_BOOTSTRAP_ADMIN_EMAIL: 'ada@example.com' },
    { VITRINA_BOOTSTRAP_ADMIN_PASSWORD: 'correct horse battery' },
  ])('takes a first admin with address and password, never half of one: %o', (half) => {
    expect(() => read(half)).toThrow(/VITRINA_BOOTSTRAP_ADMIN_PASSWORD: comes together with/);
  });

  it.each([
    ['VITRINA_SESSION_IDLE_DAYS', '0'],
    ['VITRINA_SESSION_ABSOLUTE_DAYS', '3651'],
    ['VITRINA_IDENTITY_KEY_ROTATION_DAYS', 'monthly'],
    ['VITRINA_AUTH_BUDGET_FACTOR', '0'],
    ['VITRINA_PASSWORD_HASH_CONCURRENCY', '65'],
    ['VITRINA_WEB_URL', 'shop.example'],
    ['VITRINA_BOOTSTRAP_ADMIN_EMAIL', 'ada'],
    ['VITRINA_BOOTSTRAP_ADMIN_PASSWORD', 'short'],
  ])('refuses %s=%s by name', (name, value) => {
    const admin = { VITRINA_BOOTSTRAP_ADMIN_EMAIL: 'ada@example.com', VITRINA_BOOTSTRAP_ADMIN_PASSWORD: 'long enough' };
    expect(() => read({ ...admin, [name]: value })).toThrow(new RegExp(`${name}: `));
  });
});
