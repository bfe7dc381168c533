import { describe, expect, it } from 'vitest';
import { readConfig } from '../config/index.ts';
import { processConfig } from './process-config.ts';

const good = {
  VITRINA_POSTGRES_URL: 'postgres://vitrina:secret@postgres:5432',
  VITRINA_SIGNING_KEY: '{"kid":"service:orders"}',
  VITRINA_JWKS: '{"keys":[]}',
  VITRINA_SUBGRAPHS: 'catalog=http://catalog:4000, orders=http://orders:4000/?zone=a',
};
const read = (env: Record<string, string> = {}) => readConfig(processConfig, { ...good, ...env });

describe('what a process is told', () => {
  it('is read into values', () => {
    const config = read();
    expect(config.VITRINA_SIGNING_KEY).toEqual({ kid: 'service:orders' });
    expect([...config.VITRINA_SUBGRAPHS]).toEqual([
      ['catalog', 'http://catalog:4000'],
      ['orders', 'http://orders:4000/?zone=a'],
    ]);
  });

  it.each([
    ['VITRINA_SIGNING_KEY', 'a key'],
    ['VITRINA_JWKS', '{'],
    ['VITRINA_SUBGRAPHS', 'catalog'],
    ['VITRINA_SUBGRAPHS', 'catalog=http://catalog:4000,'],
    ['VITRINA_PORT', '70000'],
    ['VITRINA_OTLP_URL', 'somewhere'],
  ])('is refused by the name of %s when it does not fit', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
  });
});
