import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText, tidy } from '@vitrina/platform/text';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type AddressFormat, type AddressParts, addressFormatOf } from './address-format.ts';

/** An address as somebody typed it. */
export interface AddressInput {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly country: string;
  readonly phone?: string | null | undefined;
}

/** An address that fits its country. */
export interface CheckedAddress extends AddressParts {
  /** E.164. */
  readonly phone: string | null;
}

const maxLength = 120;
const at = (name: string): string[] => ['address', name];

const knownCountry = (country: string): boolean =>
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country) !== undefined &&
  !['EU', 'UN', 'EZ', 'QO', 'XA', 'XB', 'ZZ'].includes(country);

const optional = (value: string | null | undefined, name: string): Result<string | null, Refusal> =>
  value == null || tidy(value) === '' ? ok(null) : readText(value, { field: at(name), min: 0, max: maxLength });

const isRequired = (format: AddressFormat, name: 'REGION' | 'POSTAL_CODE'): boolean =>
  format.fields.some((field) => field.name === name && field.required);

const checkPostalCode = (value: string | null | undefined, format: AddressFormat): Result<string | null, Refusal> => {
  const read = optional(value, 'postalCode');
  if (!read.ok) return read;
  const example = format.postalCodeExamples[0];
  const remedy = example ? `write it like ${example}` : 'look it up and fill it in';
  if (read.value === null) {
    return isRequired(format, 'POSTAL_CODE')
      ? refuse(plainRefusal('POSTAL_CODE_REQUIRED', at('postalCode'), `Addresses there need a postal code; ${remedy}.`))
      : ok(null);
  }
  const code = read.value.toUpperCase();
  const fits = format.postalCodePattern === undefined || new RegExp(`^(?:${format.postalCodePattern})$`).test(code);
  return fits
    ? ok(code)
    : refuse(
        plainRefusal(
          'POSTAL_CODE_NOT_VALID',
          at('postalCode'),
          `This is not a postal code of that country; ${remedy}.`,
        ),
      );
};

const checkRegion = (value: string | null | undefined, format: AddressFormat): Result<string | null, Refusal> => {
  const read = optional(value, 'region');
  if (!read.ok) return read;
  if (read.value === null) {
    return isRequired(format, 'REGION')
      ? refuse(plainRefusal('REGION_REQUIRED', at('region'), 'Addresses there name their region; choose one.'))
      : ok(null);
  }
  if (format.regions.length === 0) return ok(read.value);
  const typed = read.value.toLowerCase().replace(`${format.country.toLowerCase()}-`, '');
  const region = format.regions.find(({ code, name }) => code.toLowerCase() === typed || name.toLowerCase() === typed);
  return region
    ? ok(region.code)
    : refuse(
        plainRefusal(
          'REGION_NOT_VALID',
          at('region'),
          'There is no such region in that country; choose one that "addressFormat" lists.',
        ),
      );
};

const checkPhone = (value: string | null | undefined, country: string): Result<string | null, Refusal> => {
  const text = tidy(value ?? '');
  if (text === '') return ok(null);
  const parsed =
    text.length <= 40
      ? parsePhoneNumberFromString(text, isSupportedCountry(country) ? (country as CountryCode) : undefined)
      : undefined;
  return parsed?.isValid()
    ? ok(parsed.number)
    : refuse(
        plainRefusal(
          'PHONE_NOT_VALID',
          at('phone'),
          'This is not a telephone number; write it with the country code, like +79161234567.',
        ),
      );
};

/** Checks an address against the format of its country; every mistake at once. */
export const checkAddress = (input: AddressInput): Result<CheckedAddress, Refusal> => {
  const format = addressFormatOf(input.country);
  if (!knownCountry(input.country))
    return refuse(
      plainRefusal('COUNTRY_NOT_VALID', at('country'), 'There is no such country; use its ISO 3166-1 code, e.g. DE.'),
    );
  const name = readText(input.name, { field: at('name'), min: 1, max: maxLength });
  const line1 = readText(input.line1, { field: at('line1'), min: 1, max: maxLength });
  const line2 = optional(input.line2, 'line2');
  const city = readText(input.city, { field: at('city'), min: 1, max: maxLength });
  const region = checkRegion(input.region, format);
  const postalCode = checkPostalCode(input.postalCode, format);
  const phone = checkPhone(input.phone, input.country);
  if (name.ok && line1.ok && line2.ok && city.ok && region.ok && postalCode.ok && phone.ok) {
    const parts = { name: name.value, line1: line1.value, line2: line2.value, city: city.value };
    return ok({
      ...parts,
      region: region.value,
      postalCode: postalCode.value,
      country: input.country,
      phone: phone.value,
    });
  }
  const [first, ...rest] = [name, line1, line2, city, region, postalCode, phone].flatMap((part) =>
    part.ok ? [] : part.refusals,
  );
  return first
    ? refuse(first, ...rest)
    : refuse(plainRefusal('ADDRESS_NOT_VALID', ['address'], 'This address cannot be read; fill it in again.'));
};
