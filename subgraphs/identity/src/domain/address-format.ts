import { addressFormatTable, generalFormat } from './address-formats.ts';
import { addressRegionTable } from './address-regions.ts';

export type AddressFieldName = 'NAME' | 'LINE1' | 'LINE2' | 'CITY' | 'REGION' | 'POSTAL_CODE';

export interface AddressField {
  readonly name: AddressFieldName;
  readonly required: boolean;
  /** What the country calls it (`zip`, `county`), where it has a word of its own. */
  readonly term: string | undefined;
}

export interface AddressRegion {
  readonly code: string;
  readonly name: string;
}

/** How a country writes its addresses. */
export interface AddressFormat {
  readonly country: string;
  readonly fields: readonly AddressField[];
  /** Lines with the placeholders of address-formats.ts. */
  readonly lines: readonly string[];
  readonly postalCodePattern: string | undefined;
  readonly postalCodeExamples: readonly string[];
  readonly regions: readonly AddressRegion[];
}

const given = (cell: string | undefined): string | undefined => (cell === undefined || cell === '-' ? undefined : cell);
const listed = (cell: string | undefined): readonly string[] => given(cell)?.split(',') ?? [];

const readRegions = (text: string): readonly AddressRegion[] =>
  text.split('~').map((entry) => {
    const [code = '', name = ''] = entry.trim().split(':');
    return { code, name };
  });

const regionsByCountry = new Map(
  addressRegionTable
    .replaceAll(/\n\s+/g, ' ')
    .trim()
    .split('\n')
    .map((line) => {
      const [country = '', regions = ''] = line.split(' ; ');
      return [country, readRegions(regions)] as const;
    }),
);

const fieldsOf = (
  format: string,
  required: string,
  zipTerm: string | undefined,
  regionTerm: string | undefined,
): AddressField[] => {
  const always = (name: AddressFieldName): AddressField => ({ name, required: true, term: undefined });
  const kinds: Readonly<Record<string, readonly AddressField[]>> = {
    N: [always('NAME')],
    A: [always('LINE1'), { name: 'LINE2', required: false, term: undefined }],
    C: [always('CITY')],
    S: [{ name: 'REGION', required: required.includes('S'), term: regionTerm }],
    Z: [{ name: 'POSTAL_CODE', required: required.includes('Z'), term: zipTerm }],
  };
  return [...format.matchAll(/%([NACSZ])/g)].flatMap(([, letter]) => kinds[letter ?? ''] ?? []);
};

const readFormat = (row: string): AddressFormat => {
  const [country = '', lines = '', required = '', pattern, examples, zipTerm, regionTerm] = row.split(' ; ');
  return {
    country,
    fields: fieldsOf(lines, required, given(zipTerm), given(regionTerm)),
    lines: lines.split('|'),
    postalCodePattern: given(pattern),
    postalCodeExamples: listed(examples),
    regions: regionsByCountry.get(country) ?? [],
  };
};

const formats = new Map(
  addressFormatTable
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 2), readFormat(row)] as const),
);
const general = readFormat(generalFormat);

/** The format of a country; a general one, with nothing required but name, street and city, where we know no better. */
export const addressFormatOf = (country: string): AddressFormat => formats.get(country) ?? { ...general, country };

type Labels = Readonly<Record<string, string>>;
const english: Labels = {
  NAME: 'Full name',
  LINE1: 'Street and house',
  LINE2: 'Flat, floor, entrance',
  CITY: 'City',
  REGION: 'Region',
  POSTAL_CODE: 'Postal code',
  zip: 'ZIP code',
  state: 'State',
  county: 'County',
  parish: 'Parish',
  area: 'Area',
  district: 'District',
  island: 'Island',
};
const russian: Labels = {
  NAME: 'Имя и фамилия',
  LINE1: 'Улица и дом',
  LINE2: 'Квартира, этаж, подъезд',
  CITY: 'Город',
  REGION: 'Регион',
  POSTAL_CODE: 'Почтовый индекс',
  state: 'Штат',
  county: 'Графство',
  parish: 'Приход',
  area: 'Район',
  district: 'Округ',
  island: 'Остров',
};

/** What to write beside a field, in Russian or English. */
export const labelOf = (field: AddressField, locale: string): string => {
  const labels = new Intl.Locale(locale).language === 'ru' ? russian : english;
  return labels[field.term ?? ''] ?? labels[field.name] ?? field.name;
};

/** The parts of an address that its lines are made of. */
export interface AddressParts {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string;
}

/** The address as its country writes it, without the country's name; empty parts leave no gaps. */
export const addressLines = (address: AddressParts): string[] => {
  const { lines } = addressFormatOf(address.country);
  const values: Readonly<Record<string, string>> = {
    N: address.name,
    A: [address.line1, address.line2].filter(Boolean).join('\n'),
    C: address.city,
    S: address.region ?? '',
    Z: address.postalCode ?? '',
  };
  return lines
    .filter(
      (line) => !line.includes('%') || [...line.matchAll(/%([NACSZ])/g)].some(([, letter]) => values[letter ?? '']),
    )
    .flatMap((line) =>
      line
        .replaceAll(/%([NACSZ])/g, (_, letter: string) => values[letter] ?? '')
        .replaceAll(/[^\S\n]+/g, ' ')
        .replaceAll(/^[\s,-]+|[\s,-]+$/g, '')
        .split('\n'),
    );
};
