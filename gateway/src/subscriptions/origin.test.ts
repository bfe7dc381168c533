import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isOriginAllowed } from './origin.ts';

const shops = ['https://shop.example', 'http://localhost:3000'];
const asked = (origin: string | undefined, host = 'api.example') =>
  isOriginAllowed({ headers: { origin, host } } as IncomingMessage, shops);

describe('a socket', () => {
  it.each([
    ['of a program, which says no origin', undefined],
    ['of a page that is named', 'https://shop.example'],
    ['of a page that is named, with its port', 'http://localhost:3000'],
    ['of a page of the gateway itself', 'https://api.example'],
  ])('%s may be opened', (_whose, origin) => expect(asked(origin)).toBe(true));

  it.each([
    ['of another page', 'https://evil.example'],
    ['of a page whose name ends like ours', 'https://evil-shop.example'],
    ['of a page whose name begins like ours', 'https://shop.example.evil.example'],
    ['of a page of another scheme', 'http://shop.example'],
    ['of a page at another port', 'https://shop.example:8443'],
    ['of our host at another port', 'https://api.example:8443'],
    ['of a page that hides where it is from', 'null'],
    ['of a file', 'file://'],
    ['of nonsense', 'shop.example'],
    ['of nothing', ''],
  ])('%s may not', (_whose, origin) => expect(asked(origin)).toBe(false));
});
