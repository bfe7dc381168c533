import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../text/fold.ts';
import { findLinks } from './detect-links.ts';

const own = ['market.example', '127.0.0.1'];
const hosts = (text: string): string[] => findLinks(fold(text), own).map(({ host }) => host);

const label = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
const ending = fc.constantFrom('com', 'ru', 'app', 'dev', 'zip', 'mov', 'sh', 'md', 'py', 'page', 'me', 'museum');

describe('a link', () => {
  it('with a scheme is seen whatever its host ends in, also where files end so', () => {
    fc.assert(
      fc.property(
        label,
        label,
        ending,
        fc.constantFrom('', '/', '/pay?id=1', ':8443/x', '#a'),
        (sub, name, tld, rest) => {
          const host = `${sub}.${name}.${tld}`;
          expect(hosts(`look: https://${host}${rest} now`)).toEqual([host]);
          expect(hosts(`HTTP : // ${host}${rest}`)).toEqual([host]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['scam.netlify.app', 'scam.netlify.app'],
    ['go to shop-sale.ru/landing today', 'shop-sale.ru'],
    ['пиши на лавка.рф', 'лавка.рф'],
    ['www.some.place.example', 'some.place.example'],
    ['site [.] com', 'site.com'],
    ['lavka (dot) online', 'lavka.online'],
    ['s h o p . r u', 'shop.ru'],
    ['bit.ly/3xyz', 'bit.ly'],
    ['https://market.example@evil.com/pay', 'evil.com'],
    ['https://market.example.evil.com', 'market.example.evil.com'],
    ['notmarket.example.com', 'notmarket.example.com'],
  ])('is seen in %s', (text, host) => {
    expect(hosts(text)).toContain(host);
  });

  it.each([
    'https://market.example/p/mug',
    'see pay.market.example/orders/1 for it',
    'http://127.0.0.1:4000/p/mug',
    'the receipt is in чек.pdf, photo.png and notes.md',
    'run setup.sh, then archive.zip',
    'It is ready.So we can go.',
    'version 2.10.3 of it costs 1.500 rub.',
    'and so on...me too',
  ])('is none in %s', (text) => {
    expect(hosts(text)).toEqual([]);
  });
});
