import { describe, expect, it } from 'vitest';
import { type AddressParts, addressFormatOf, addressLines, labelOf } from './address-format.ts';
import { type AddressInput, checkAddress } from './check-address.ts';

const parts = (country: string, changes: Partial<AddressParts> = {}): AddressParts => ({
  name: 'Anna Petrova',
  line1: 'Main St 1',
  line2: null,
  city: 'Town',
  region: 'XX',
  postalCode: '12345',
  country,
  ...changes,
});

describe('an address on a label', () => {
  it.each<[string, string[]]>([
    ['DE', ['Anna Petrova', 'Main St 1', '12345 Town']],
    ['US', ['Anna Petrova', 'Main St 1', 'Town XX 12345']],
    ['RU', ['12345 Town', 'Main St 1', 'Anna Petrova']],
    ['BR', ['Anna Petrova', 'Main St 1', 'Town-XX', '12345']],
    ['BY', ['XX', '12345 Town', 'Main St 1', 'Anna Petrova']],
    ['CN', ['Anna Petrova', 'Main St 1', 'Town', 'XX, 12345']],
    ['FI', ['Anna Petrova', 'Main St 1', 'FI-12345 Town']],
    ['GG', ['Anna Petrova', 'Main St 1', 'Town', 'GUERNSEY', '12345']],
    ['IT', ['Anna Petrova', 'Main St 1', '12345 Town XX']],
  ])('is written as they do in %s', (country, lines) => expect(addressLines(parts(country))).toEqual(lines));

  it.each<[string, Partial<AddressParts>, string[]]>([
    ['BR', { region: null }, ['Anna Petrova', 'Main St 1', 'Town', '12345']],
    ['CN', { region: null }, ['Anna Petrova', 'Main St 1', 'Town', '12345']],
    ['CN', { region: null, postalCode: null }, ['Anna Petrova', 'Main St 1', 'Town']],
    ['GT', { postalCode: null }, ['Anna Petrova', 'Main St 1', 'Town']],
    ['US', { region: null, postalCode: null }, ['Anna Petrova', 'Main St 1', 'Town']],
    ['BY', { region: null }, ['12345 Town', 'Main St 1', 'Anna Petrova']],
    ['DE', { line2: 'Flat 2' }, ['Anna Petrova', 'Main St 1', 'Flat 2', '12345 Town']],
  ])('in %s has no gaps where %o is missing', (country, changes, lines) => {
    expect(addressLines(parts(country, changes))).toEqual(lines);
  });

  it('of a country we know nothing of is written all the same', () => {
    const lines = addressLines(parts('QQ'));
    for (const part of ['Anna Petrova', 'Main St 1', 'Town']) expect(lines.join('\n')).toContain(part);
  });

  it('takes what somebody is called as it is, also where that looks like a place for something else', () => {
    expect(addressLines(parts('DE', { name: '%Z %C' }))[0]).toBe('%Z %C');
  });
});

describe('what a country asks for', () => {
  const input = (country: string, changes: Partial<AddressInput> = {}): AddressInput => ({
    ...parts(country),
    region: null,
    ...changes,
  });
  const codesOf = (address: AddressInput): string[] => {
    const checked = checkAddress(address);
    return checked.ok ? [] : checked.refusals.map(({ code }) => code);
  };

  it.each<[string, Partial<AddressInput>, string[]]>([
    ['DE', { postalCode: '1011' }, ['POSTAL_CODE_NOT_VALID']],
    ['DE', { postalCode: '10119x' }, ['POSTAL_CODE_NOT_VALID']],
    ['DE', { postalCode: ' 10119 ' }, []],
    ['US', { region: 'CA', postalCode: '95014-1234' }, []],
    ['US', { region: 'CA', postalCode: '95014-12345' }, ['POSTAL_CODE_NOT_VALID']],
    ['US', { region: 'ca-CA', postalCode: '95014' }, ['REGION_NOT_VALID']],
    ['FK', { postalCode: 'fiqq 1zz' }, []],
    ['RU', { postalCode: '191186' }, []],
    ['RU', { postalCode: '19118' }, ['POSTAL_CODE_NOT_VALID']],
    ['BF', { postalCode: 'anything' }, []],
    ['DE', { phone: '123' }, ['PHONE_NOT_VALID']],
    ['DE', { phone: '+'.padEnd(41, '1') }, ['PHONE_NOT_VALID']],
    ['DE', { phone: ' \u202e ' }, []],
    ['DE', { line2: 'x'.repeat(121) }, ['TEXT_TOO_LONG']],
    ['ZZ', {}, ['COUNTRY_NOT_VALID']],
    ['EU', {}, ['COUNTRY_NOT_VALID']],
  ])('is held to in %s: %o', (country, changes, codes) => expect(codesOf(input(country, changes))).toEqual(codes));

  it('tells the remedy by an example of that country, where there is one', () => {
    const missing = checkAddress(input('DE', { postalCode: null }));
    expect(missing).toMatchObject({ ok: false, refusals: [{ message: expect.stringContaining('26133') }] });
  });

  it('has a label for each of its fields, in Russian for who reads it and in English for everybody else', () => {
    const { fields } = addressFormatOf('US');
    for (const locale of ['ru', 'ru-RU', 'en', 'de', 'zh-Hant-TW']) {
      const labels = fields.map((field) => labelOf(field, locale));
      expect(new Set(labels).size).toBe(fields.length);
      expect(labels.every((label) => /\p{Script=Cyrillic}/u.test(label))).toBe(locale.startsWith('ru'));
    }
  });

  it('begins with the name or ends with it, and asks for it, the street and the city everywhere', () => {
    for (const country of ['US', 'RU', 'JP', 'QQ', 'IR', 'BY']) {
      const required = addressFormatOf(country).fields.filter((field) => field.required);
      expect(required.map(({ name }) => name)).toEqual(expect.arrayContaining(['NAME', 'LINE1', 'CITY']));
    }
  });
});
