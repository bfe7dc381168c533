import { cleanText } from './plain-text.ts';

/** A postal address, frozen as it was when it was given. */
export interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string | null;
}

/** Longest value of one line of an address: what carriers' labels and other contexts take. */
export const maxAddressLineLength = 200;

/** What somebody typed in, before it is looked at. */
export type AddressInput = { readonly [K in keyof Address]?: string | null | undefined };

const required = ['name', 'line1', 'city', 'country'] as const;
const all = ['name', 'line1', 'line2', 'city', 'region', 'postalCode', 'country', 'phone'] as const;

/** Makes an address, or names the fields that are missing or too long. */
export const readAddress = (
  input: AddressInput,
): { readonly address: Address } | { readonly missing: string[]; readonly tooLong: string[] } => {
  const cleaned = Object.fromEntries(all.map((key) => [key, cleanText(input[key])]));
  const missing = required.filter((key) => cleaned[key] === null);
  const tooLong = all.filter((key) => (cleaned[key]?.length ?? 0) > maxAddressLineLength);
  if (missing.length > 0 || tooLong.length > 0) return { missing, tooLong };
  return { address: cleaned as unknown as Address };
};
