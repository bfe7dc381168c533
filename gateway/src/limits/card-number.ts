/** Issuer ranges: first digits and the lengths in use (ISO/IEC 7812; the ranges are published by the schemes). */
const issuers: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 18, 19] },
  { prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(30[0-5]|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
  { prefix: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { prefix: /^(62|81)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/** Check digit by ISO/IEC 7812-1 annex B (Luhn). */
const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const isCardNumber = (digits: string): boolean =>
  issuers.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) &&
  !/^(\d)\1+$/.test(digits) &&
  passesLuhn(digits);

/** Runs of 13 to 19 digits, tolerating single spaces, dashes or dots between them. */
const candidate = /(?<![\d+])\d(?:[ .\u00a0\u2010-\u2015-]?\d){12,18}(?!\d)/g;

/** UUIDs (RFC 9562) of any version: idempotency keys, of which one in some ten thousand reads like a card number. */
const uuids = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f])/gi;

/**
 * True when the text is a card number or has one in it. Inside a longer text 13 digits are let pass: there they are far
 * more often an EAN barcode than one of the few 13-digit cards that were ever issued.
 */
export const containsCardNumber = (text: string): boolean => {
  if (text.length < 13) return false;
  for (const [found] of text.replaceAll(uuids, '').matchAll(candidate)) {
    const digits = found.replace(/\D/g, '');
    if (digits.length === 13 && found.length !== text.trim().length) continue;
    if (isCardNumber(digits)) return true;
  }
  return false;
};

/**
 * True for a GTIN (8, 12, 13 or 14 digits with a right check digit; GS1 General Specifications, section 7.9). No card in
 * use has such a length and passes both checks but by rare chance, and a field of that name holds goods.
 */
export const isTradeItemNumber = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^(\d{8}|\d{12,14})$/.test(value)) return false;
  const sum = [...value]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
};
