import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readLocalConfig } from '../market/local-config.ts';
import { assertPortsFree } from './ports.ts';

describe('the ports of a market', () => {
  it('are refused by the variable that moves the first one taken, and are free again after the look', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    await expect(assertPortsFree({ VITRINA_SMTP_PORT: port })).rejects.toThrow(
      `Port ${port} is taken. Stop what uses it, or set VITRINA_SMTP_PORT`,
    );
    squatter.close();
    await once(squatter, 'close');
    await assertPortsFree({ VITRINA_SMTP_PORT: port });
    await assertPortsFree({ VITRINA_SMTP_PORT: port });
  });

  it('are refused when two variables come to the same one, with both names', async () => {
    const ports = { VITRINA_GATEWAY_PORT: 24_001, VITRINA_PHONE_PORT: 24_002, VITRINA_SMTP_PORT: 24_001 };
    await expect(assertPortsFree(ports)).rejects.toThrow(
      'VITRINA_GATEWAY_PORT and VITRINA_SMTP_PORT both come to port 24001. Set one of them to another port',
    );
  });

  it('have to be named: 0, which would be any, is refused', () => {
    expect(() => readLocalConfig({ VITRINA_SMTP_PORT: '0', VITRINA_GATEWAY_PORT: '65536' })).toThrow(
      /VITRINA_GATEWAY_PORT.*\n.*VITRINA_SMTP_PORT/,
    );
  });
});
