import type { DigitRun } from '../text/digit-runs.ts';

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, digits summed, divisible by ten. */
const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** Prefixes and lengths of card schemes; 13 digits are left out, because barcodes of goods have as many. */
const schemes = [
  /^220[0-4]\d{12,15}$/, // Mir
  /^4\d{15}(?:\d{3})?$/, // Visa
  /^(?:5[1-5]\d{4}|222[1-9]\d\d|22[3-9]\d{3}|2[3-6]\d{4}|27[01]\d{3}|2720\d\d)\d{10}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^35(?:2[89]|[3-8]\d)\d{12}$/, // JCB
  /^(?:6011|64[4-9]\d|65\d\d)\d{12}$/, // Discover
  /^62\d{14,17}$/, // UnionPay
  /^(?:5018|5020|5038|6304|6390|6759|676[1-3])\d{12}(?:\d{2,3})?$/, // Maestro
  /^(?:8600|9860)\d{12}$/, // Uzcard, Humo
];

/** Card numbers among digit runs: a scheme's prefix and length, and the check digit right; also inside longer runs. */
export const hasCardNumber = (runs: readonly DigitRun[]): boolean =>
  runs.some(({ digits, groups }) => {
    const isCard = (number: string) => schemes.some((scheme) => scheme.test(number)) && passesLuhn(number);
    if (isCard(digits)) return true;
    // A date or a code after the number, or one before it: whole groups only, so that chance digits do not add up.
    for (let from = 0; from < groups.length; from += 1) {
      let length = 0;
      for (let until = from; until < groups.length && length < 19; until += 1) {
        length += groups[until] ?? 0;
        const start = groups.slice(0, from).reduce((sum, group) => sum + group, 0);
        if (length >= 15 && isCard(digits.slice(start, start + length))) return true;
      }
    }
    return false;
  });

const ibanLike = /(?<![a-z0-9])([a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){2,7}(?:\s?[a-z0-9]{1,3})?)(?![a-z0-9])/g;

/** ISO 13616: the first four characters moved to the end, letters as 10–35, the whole ≡ 1 modulo 97. */
const isIban = (text: string): boolean => {
  const compact = text.replace(/\s/g, '').toLowerCase();
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(compact)) return false;
  const moved = compact.slice(4) + compact.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
};

/** Accounts of Russian banks are twenty digits that begin with the kind of their owner (Bank of Russia, plan of accounts). */
const isRussianAccount = (digits: string): boolean => /^(?:40[1-8]|423|426|30[12])\d{17}$/.test(digits);

/** Base58 leaves out 0, O, I and l; in lower case, as texts are folded, every letter can stand for one that it has. */
const wallets = /(?<![a-z0-9])(?:0x[0-9a-f]{40}|bc1[a-z0-9]{25,60}|t[1-9a-z]{33}|[13][1-9a-z]{25,33})(?![a-z0-9])/;

/** The first bank account or wallet of a folded text: IBAN, a Russian account, Bitcoin, Ethereum or Tron; else undefined. */
export const findAccount = (folded: string, runs: readonly DigitRun[]): string | undefined => {
  for (const match of folded.matchAll(ibanLike)) if (isIban(match[1] ?? '')) return match[0];
  const account = runs.find(({ digits }) => isRussianAccount(digits));
  if (account) return account.raw;
  const wallet = wallets.exec(folded)?.[0];
  return wallet !== undefined && /\d/.test(wallet) && /[a-z]{2}/.test(wallet) ? wallet : undefined;
};
