import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { AppError } from '../errors/index.ts';
import { isCurrency } from '../money/index.ts';

const refuse = (name: string, expected: string): never => {
  throw new AppError('BAD_USER_INPUT', `This is not a valid ${name}; send ${expected}.`);
};

const parseBigInt = (value: unknown): bigint => {
  if (typeof value === 'string' && /^-?\d{1,40}$/.test(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return refuse('BigInt', 'a whole number as a string, e.g. "1250"');
};

const isoInstant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const isDay = (day: string): boolean => {
  const read = new Date(`${day}T00:00:00Z`);
  // The runtime reads a 30th of February as a day of March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
};
/** Beyond these years databases disagree about how an instant is written. */
const isWritable = (instant: Date): boolean => instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9_999;

const parseDateTime = (value: unknown): Date => {
  const [, day] = (typeof value === 'string' && isoInstant.exec(value)) || [];
  if (day !== undefined && isDay(day)) {
    const instant = new Date(String(value));
    if (isWritable(instant)) return instant;
  }
  return refuse('DateTime', 'an ISO 8601 instant with an offset, e.g. "2026-01-15T12:00:00Z"');
};

const parseMatching =
  (name: string, expected: string, fits: (value: string) => boolean) =>
  (value: unknown): string =>
    typeof value === 'string' && fits(value) ? value : refuse(name, expected);

const isLocale = (value: string): boolean => {
  try {
    return value.length <= 35 && new Intl.Locale(value).toString().length > 0;
  } catch {
    // RangeError is how the runtime says "not a language tag".
    return false;
  }
};

interface ScalarRules<T> {
  readonly parse: (value: unknown) => T;
  readonly serialize: (value: unknown) => string;
}

const scalar = <T>(name: string, { parse, serialize }: ScalarRules<T>): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    serialize,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.INT ? node.value : valueFromASTUntyped(node)),
  });

const plain = (value: unknown): string => String(value);

/** Resolvers of the scalars in `kit.graphql`. */
export const kitScalars: Readonly<Record<string, GraphQLScalarType>> = {
  BigInt: scalar('BigInt', { parse: parseBigInt, serialize: plain }),
  DateTime: scalar('DateTime', {
    parse: parseDateTime,
    serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  }),
  CurrencyCode: scalar('CurrencyCode', {
    parse: parseMatching('CurrencyCode', 'an ISO 4217 code such as "EUR"', isCurrency),
    serialize: plain,
  }),
  Locale: scalar('Locale', {
    parse: parseMatching('Locale', 'a BCP 47 tag such as "ru" or "en-GB"', isLocale),
    serialize: plain,
  }),
  CountryCode: scalar('CountryCode', {
    parse: parseMatching('CountryCode', 'an ISO 3166-1 code such as "DE"', (value) => /^[A-Z]{2}$/.test(value)),
    serialize: plain,
  }),
};
