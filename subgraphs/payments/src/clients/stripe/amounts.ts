/** Currencies without decimals whose amounts Stripe wants with two that are 00 (docs.stripe.com/currencies#special-cases). */
const hundredfold = new Set(['ISK', 'UGX']);
/** Stripe counts whole units where ISO 4217 counts hundredths: parts of a unit could be neither taken nor returned. */
const uncountable = new Set(['MGA']);

const factorOf = (currency: string): bigint => (hundredfold.has(currency) ? 100n : 1n);

/** True for a currency in which every amount of ours can be told to Stripe. */
export const isChargeable = (currency: string): boolean => !uncountable.has(currency);

/** An amount in ISO 4217's minor units as Stripe counts it. */
export const toStripe = (amountMinor: bigint, currency: string): number => Number(amountMinor * factorOf(currency));

/** An amount of Stripe's in ISO 4217's minor units; `currency` as Stripe writes it, in small letters. */
export const fromStripe = (amount: number, currency: string): bigint =>
  BigInt(amount) / factorOf(currency.toUpperCase());
