import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createUpgradeGate, type Place, refuseUpgrade, type UpgradeGate } from './upgrade-gate.ts';

const request = (url = '/graphql', headers: Record<string, string> = {}) =>
  ({ url, headers: { host: 'market.example', ...headers } }) as unknown as IncomingMessage;
const gateOf = () =>
  createUpgradeGate({ maxSocketsPerAddress: 3, maxWaitingSocketsPerAddress: 2 }, ['https://own.example']);
const enter = (gate: UpgradeGate, address = '203.0.113.7') => gate.enter(request(), address);
const place = (gate: UpgradeGate, address = '203.0.113.7'): Place => {
  const entered = enter(gate, address);
  if ('status' in entered) throw new Error(entered.status);
  return entered;
};

describe('who may open a socket', () => {
  it.each([
    ['/elsewhere', {}, '404 Not Found'],
    ['/graphql?x=1', { origin: 'https://evil.example' }, '403 Forbidden'],
    ['/graphql', { origin: 'null' }, '403 Forbidden'],
  ])('is not %s with %o', (url, headers, status) => {
    expect(gateOf().enter(request(url, headers), 'a')).toEqual({ status });
  });

  it('is a page of ours, one that is allowed, and whoever is no browser', () => {
    for (const headers of [{}, { origin: 'https://market.example' }, { origin: 'https://own.example' }])
      expect(gateOf().enter(request('/graphql', headers as Record<string, string>), 'a')).not.toHaveProperty('status');
  });

  it('is as many of one address as there are places, few of them unknown', () => {
    const gate = gateOf();
    const [first, second] = [place(gate), place(gate)];
    expect(enter(gate)).toEqual({ status: '429 Too Many Requests', retryAfterSeconds: 5 });
    expect(enter(gate, '203.0.113.8')).not.toHaveProperty('status');
    first.known();
    first.known();
    second.known();
    const third = place(gate);
    expect(enter(gate)).toEqual({ status: '429 Too Many Requests', retryAfterSeconds: 60 });
    third.release();
    expect(enter(gate)).not.toHaveProperty('status');
  });

  it('is counted by network: one customer has many addresses of IPv6', () => {
    const gate = gateOf();
    for (const last of ['1', 'aaaa']) place(gate, `2001:db8::${last}`);
    expect(enter(gate, '2001:db8:0:0:bbbb::1')).toHaveProperty('status');
    expect(enter(gate, '2001:db8:0:1::1')).not.toHaveProperty('status');
  });

  it('is nobody once the gateway stops', () => {
    const gate = gateOf();
    gate.shut();
    expect(enter(gate)).toEqual({ status: '503 Service Unavailable', retryAfterSeconds: 1 });
  });

  it('is told in one line of HTTP', async () => {
    const connection = new PassThrough();
    refuseUpgrade(connection, { status: '429 Too Many Requests', retryAfterSeconds: 5 });
    expect(await text(connection)).toBe(
      'HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 5\r\n\r\n',
    );
  });
});
