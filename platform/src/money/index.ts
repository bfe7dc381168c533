import { AppError } from '../errors/index.ts';

/** An amount in the currency's smallest unit. Never a float; `exponent` is ISO 4217's number of decimals. */
export interface Money {
  readonly amountMinor: bigint;
  /** ISO 4217 alphabetic code. */
  readonly currency: string;
  readonly exponent: number;
}

/** ISO 4217 exponents that are not 2, for the currencies in use today (SIX list one, 2026). */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** Tells whether `code` is an ISO 4217 currency this runtime knows. */
export const isCurrency = (code: string): boolean => knownCurrencies.has(code);

/** Decimals of a currency by ISO 4217. */
export const exponentOf = (currency: string): number => exponents[currency] ?? 2;

/** Builds an amount; refuses an unknown currency by name. */
export const money = (amountMinor: bigint | number, currency: string): Money => {
  if (!isCurrency(currency)) {
    throw new AppError('BAD_USER_INPUT', `"${currency}" is not an ISO 4217 currency code; use one such as EUR or RUB.`);
  }
  return { amountMinor: BigInt(amountMinor), currency, exponent: exponentOf(currency) };
};

/**
 * Splits `totalMinor` in proportion to `weights` by the largest remainder method (Hamilton): the parts always sum to
 * the whole, and ties go to the earlier part so that the same input always gives the same split. All-zero weights
 * count as equal ones.
 */
export const allocate = (totalMinor: bigint, weights: readonly bigint[]): bigint[] => {
  if (weights.length === 0) throw new RangeError('Nothing to allocate to.');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('Weights must not be negative.');
  const sum = weights.reduce((left, right) => left + right, 0n);
  const effective = sum === 0n ? weights.map(() => 1n) : weights;
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const sign = totalMinor < 0n ? -1n : 1n;
  const total = totalMinor * sign;
  const shares = effective.map((weight, index) => ({
    index,
    part: (total * weight) / whole,
    rest: (total * weight) % whole,
  }));
  let left = total - shares.reduce((acc, share) => acc + share.part, 0n);
  for (const share of [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map((share) => share.part * sign);
};

/** `basisPoints` (1/10,000) of an amount, rounded half up. */
export const basisPointsOf = (amountMinor: bigint, basisPoints: number): bigint => {
  const scaled = amountMinor * BigInt(basisPoints);
  return scaled >= 0n ? (scaled + 5_000n) / 10_000n : -((-scaled + 5_000n) / 10_000n);
};

/** The amount as a person of that locale (BCP 47) reads it, exact at any size. */
export const formatMoney = (amount: Money, locale: string): string => {
  const digits = amount.amountMinor
    .toString()
    .replace('-', '')
    .padStart(amount.exponent + 1, '0');
  const point = digits.length - amount.exponent;
  const decimal = `${amount.amountMinor < 0n ? '-' : ''}${digits.slice(0, point)}${amount.exponent > 0 ? `.${digits.slice(point)}` : ''}`;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: amount.exponent,
    maximumFractionDigits: amount.exponent,
  });
  // ECMA-402 formats decimal strings exactly; a JavaScript number would lose digits above 2^53.
  return format.format(decimal as `${number}`);
};
