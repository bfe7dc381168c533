import type { MoneyData } from './landing-data.ts';

/**
 * An amount as readers of a language write it. Decimals are the currency's by the graph, not by the runtime's tables.
 * Intl takes a decimal string, so amounts beyond 2^53 stay exact.
 */
export const formatMoney = ({ amountMinor, currency, exponent }: MoneyData, locale: string): string => {
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const decimal = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(decimal as Intl.StringNumericLiteral);
};

/** `PT1M5S`: a length as schema.org wants it (ISO 8601). */
export const isoDuration = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `PT${Math.floor(whole / 60)}M${whole % 60}S`;
};

/** Days, hours, minutes and seconds until a moment; zeros once it has passed. */
export const timeLeft = (endsAt: Date, now: Date): readonly [number, number, number, number] => {
  const seconds = Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 1_000));
  return [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
};
