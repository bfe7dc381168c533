import { isValidPhoneNumber } from 'libphonenumber-js';
import type { DigitRun } from '../text/digit-runs.ts';

/** Words after which a number is one of a parcel, an order, a product or a company. */
const notAPhone =
  /(?:трек|накладн|отправлен|посылк|заказ|артикул|арт\.|штрих|код|инн|огрн|снилс|серийн|модел|индекс|сдэк|счет|чек|#|track|parcel|order|article|sku|isbn|ean|gtin|barcode|serial|model|invoice|imei|receipt|vin)[^.!?\n]{0,24}$/;
/** Words that say a number is for calling. */
const isCalled =
  /(?:тел|тлф|моб|звон|набер|набир|номер|сотов|вотсап|ватсап|вайбер|ватцап|смс|пиши|phone|my number|call|mobile|cell|tel\b|text|sms|ring|dial|whatsapp|viber|contact|txt)[^\n]{0,24}$/;

/** How people group a Russian number after its 7 or 8 (or its missing 8). */
const russianGroups =
  /^(?:1,)?(?:3,3,2,2|3,3,4|3,2,2,3|3,7|3,4,3|3,2,5|10|6,4|6,2,2)$|^(?:11|4,3,2,2|4,7|4,3,4|4,2,2,3|1,10|12)$/;

/** A hot line whoever calls pays nothing for; written with 8 or with +7. */
const isFree = (digits: string): boolean => /^[78]800\d{7}$/.test(digits);

const isRussian = (run: DigitRun): boolean => {
  const { digits } = run;
  const grouping = run.groups.join(',');
  const written =
    russianGroups.test(grouping) || run.isHidden || run.hasBrackets || run.groups.every((one) => one === 1);
  // Eleven digits of a mobile number in five odd groups are still one; thousands (`7 990 8 990`) are prices.
  const odd =
    /^[78]9/.test(digits) && run.groups.length <= 5 && !/(?:^|,)[12],3,[12],3/.test(grouping) && !/1$/.test(grouping);
  if (/^[78]\d{10}$/.test(digits))
    return !isFree(digits) && (written || odd) && isValidPhoneNumber(digits.slice(1), 'RU');
  if (!/^9\d{9}$/.test(digits)) return false;
  const isCompact = run.groups.length === 1 && !run.isHidden;
  if (notAPhone.test(run.before) && !run.hasBrackets) return false;
  return written && (!isCompact || isCalled.test(run.before)) && isValidPhoneNumber(digits, 'RU');
};

const isForeign = (run: DigitRun): boolean => {
  const { digits } = run;
  if (digits.length > 15 || isFree(digits)) return false;
  const called = isCalled.test(run.before);
  if (run.hasPlus) return digits.length >= 10 && isValidPhoneNumber(`+${digits}`);
  if (notAPhone.test(run.before)) return false;
  if (/^(?:380|375|998|996|995|994|992|374)\d{9}$/.test(digits) && (called || run.isHidden || run.groups.length > 2))
    return isValidPhoneNumber(`+${digits}`);
  const grouping = run.groups.join(',');
  if (digits.length === 10 && !digits.startsWith('0'))
    return (
      (run.hasBrackets || grouping === '3,3,4' || (called && (run.groups.length === 1 || run.isHidden))) &&
      isValidPhoneNumber(digits, 'US')
    );
  if (/^0\d{9,10}$/.test(digits))
    return (called || run.hasBrackets || run.isHidden) && isValidPhoneNumber(digits, 'GB');
  return false;
};

/** A number inside a longer run: a price or a date before it, an hour after. Whole groups only. */
const within = (run: DigitRun): DigitRun[] => {
  const parts: DigitRun[] = [run];
  if (run.digits.length <= 11 || run.groups.length < 2) return parts;
  let start = 0;
  for (let from = 0; from < run.groups.length; from += 1) {
    let length = 0;
    for (let until = from; until < run.groups.length && length < 11; until += 1) {
      length += run.groups[until] ?? 0;
      const digits = run.digits.slice(start, start + length);
      if (length === 11 && /^[78]9/.test(digits))
        parts.push({ ...run, digits, groups: run.groups.slice(from, until + 1) });
    }
    start += run.groups[from] ?? 0;
  }
  return parts;
};

/**
 * Telephone numbers among the digit runs of a text: Russian ones in any grouping, spelled, disguised or spaced; others
 * with a plus, in their national grouping, or where words say they are for calling. Free numbers (8 800) are hot lines
 * and no contact. What follows `трек`, `заказ`, `артикул` is not taken for a number of ten digits.
 */
export const findPhones = (runs: readonly DigitRun[]): string[] =>
  runs
    .flatMap((run) => (run.apart === undefined ? [run] : [run, { ...run, digits: run.apart }]))
    .filter((run) => within(run).some((part) => isRussian(part) || isForeign(part)))
    .map(({ raw }) => raw);

/** A number of seven digits as it is written in a town, where a word says that it is for calling. */
const local =
  /(?<![а-яa-z])(?:тел(?:ефон)?|моб|звони(?:те)?|набери(?:те)?|phone|call(?: me)?)[.:]?\s+\d{3}[-\s]\d{2}[-\s]\d{2}(?![-\d])/;

/** The first local number of a resolved text; undefined for none. */
export const findLocalPhone = (resolved: string): string | undefined => local.exec(resolved)?.[0];
