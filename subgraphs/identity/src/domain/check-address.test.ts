import { describe, expect, it } from 'vitest';
import { addressFormatOf, addressLines, labelOf } from './address-format.ts';
import { type AddressInput, checkAddress } from './check-address.ts';

const berlin: AddressInput = {
  name: 'Anna Petrova',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
};
const codesOf = (input: AddressInput): string[] => {
  const checked = checkAddress(input);
  return checked.ok ? [] : checked.refusals.map((refusal) => `${refusal.field.join('.')}:${refusal.code}`);
};

describe('checking an address', () => {
  it('takes one that fits its country', () => {
    expect(checkAddress(berlin)).toEqual({ ok: true, value: { ...berlin, line2: null, region: null, phone: null } });
  });

  it('names every mistake at once', () => {
    expect(
      codesOf({ name: ' ', line1: '', city: 'x'.repeat(121), postalCode: 'ABC', country: 'DE', phone: 'call me' }),
    ).toEqual([
      'address.name:TEXT_REQUIRED',
      'address.line1:TEXT_REQUIRED',
      'address.city:TEXT_TOO_LONG',
      'address.postalCode:POSTAL_CODE_NOT_VALID',
      'address.phone:PHONE_NOT_VALID',
    ]);
  });

  it('wants what the country requires and nothing more', () => {
    expect(codesOf({ ...berlin, postalCode: null })).toEqual(['address.postalCode:POSTAL_CODE_REQUIRED']);
    expect(codesOf({ ...berlin, country: 'US', postalCode: '95014' })).toEqual(['address.region:REGION_REQUIRED']);
    expect(codesOf({ ...berlin, country: 'BF', postalCode: null })).toEqual([]);
    expect(codesOf({ ...berlin, country: 'GB', postalCode: null })).toEqual([]);
  });

  it.each(['FL', 'fl', 'US-FL', 'Florida'])('reads the region %j as its code', (region) => {
    const checked = checkAddress({ ...berlin, country: 'US', region, postalCode: '32828' });
    expect(checked.ok && checked.value.region).toBe('FL');
  });

  it('refuses regions and countries that do not exist', () => {
    expect(codesOf({ ...berlin, country: 'US', region: 'Bavaria', postalCode: '32828' })).toEqual([
      'address.region:REGION_NOT_VALID',
    ]);
    expect(codesOf({ ...berlin, country: 'QQ' })).toEqual(['address.country:COUNTRY_NOT_VALID']);
  });

  it.each([
    ['8 (916) 123-45-67', 'RU', '+79161234567'],
    ['+49 30 901820', 'RU', '+4930901820'],
  ])('keeps the telephone %j in E.164', (phone, country, expected) => {
    const checked = checkAddress({ ...berlin, country, postalCode: '125075', phone });
    expect(checked.ok && checked.value.phone).toBe(expected);
  });

  it.each([
    "'; DROP TABLE saved_address; --",
    '<script>alert(1)</script>',
    '田中さんにあげて下さい',
    '👩‍👩‍👧‍👦 Familie',
    '%n%p%s {{7*7}}',
  ])('takes the odd name %j as it is', (name) => {
    const checked = checkAddress({ ...berlin, name });
    expect(checked.ok && checked.value.name).toBe(name);
  });

  it('drops what cannot be seen or stored', () => {
    const checked = checkAddress({ ...berlin, name: 'Anna\u0000\u202e\r\n Petrova\u2028' });
    expect(checked.ok && checked.value.name).toBe('Anna Petrova');
  });
});

describe('the format of a country', () => {
  it('lists the fields in the order the country writes them', () => {
    expect(addressFormatOf('RU').fields.map((field) => field.name)).toEqual([
      'POSTAL_CODE',
      'CITY',
      'LINE1',
      'LINE2',
      'NAME',
    ]);
    expect(addressFormatOf('US').fields.map((field) => field.name)).toEqual([
      'NAME',
      'LINE1',
      'LINE2',
      'CITY',
      'REGION',
      'POSTAL_CODE',
    ]);
  });

  it('lists regions where there are codes', () => {
    expect(addressFormatOf('US').regions).toHaveLength(62);
    expect(addressFormatOf('ES').regions).toContainEqual({ code: 'B', name: 'Barcelona' });
    expect(addressFormatOf('DE').regions).toEqual([]);
  });

  it('holds examples that match its own pattern, for every country', () => {
    for (const country of ['AT', 'CZ', 'BR', 'RU', 'KZ', 'PL', 'US', 'LV', 'BH', 'EC']) {
      const { postalCodePattern = '', postalCodeExamples } = addressFormatOf(country);
      for (const example of postalCodeExamples) expect(example).toMatch(new RegExp(`^(?:${postalCodePattern})$`));
    }
  });

  it('labels fields in the reader’s language, with the country’s own word', () => {
    const zip = addressFormatOf('US').fields.at(-1);
    expect(zip && [labelOf(zip, 'en-GB'), labelOf(zip, 'ru'), labelOf(zip, 'fr')]).toEqual([
      'ZIP code',
      'Почтовый индекс',
      'ZIP code',
    ]);
  });

  it('writes an address without gaps', () => {
    const parts = { name: 'Anna', line1: '1 Main St', line2: null, city: 'Orlando', region: null, postalCode: '32828' };
    expect(addressLines({ ...parts, country: 'US' })).toEqual(['Anna', '1 Main St', 'Orlando 32828']);
    expect(addressLines({ ...parts, line2: 'Apt 2', country: 'RU' })).toEqual([
      '32828 Orlando',
      '1 Main St',
      'Apt 2',
      'Anna',
    ]);
    expect(addressLines({ ...parts, postalCode: null, country: 'KZ' })).toEqual(['Orlando', '1 Main St', 'Anna']);
  });
});
