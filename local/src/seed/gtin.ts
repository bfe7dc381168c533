/** Weighted sum of GS1 (weights 3 and 1, counted from the digit left of the check digit). */
const gs1CheckDigit = (body: string): number => {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const weight = (body.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(body[index]) * weight;
  }
  return (10 - (sum % 10)) % 10;
};

/**
 * Whether a text is a GTIN-13 whose check digit holds (GS1 General Specifications, section 7.9).
 * ISBN-13 is a GTIN-13, so books and boxed goods are judged by the same rule.
 */
export const isGtin13 = (text: string): boolean =>
  /^\d{13}$/.test(text) && gs1CheckDigit(text.slice(0, 12)) === Number(text[12]);

/**
 * Turns a valid ISBN-10 into its ISBN-13 (ISO 2108: prefix 978, new check digit); `undefined` when the check digit
 * of the ISBN-10 is wrong. Leading zeros that a spreadsheet ate are put back first, because the check digit proves them.
 */
export const isbn13FromIsbn10 = (isbn10: string): string | undefined => {
  const padded = isbn10.trim().toUpperCase().padStart(10, '0');
  if (!/^\d{9}[\dX]$/.test(padded) || padded === '0000000000') return undefined;
  let sum = 0;
  for (let index = 0; index < 10; index += 1) {
    const digit = padded[index] === 'X' ? 10 : Number(padded[index]);
    sum += digit * (10 - index);
  }
  if (sum % 11 !== 0) return undefined;
  const body = `978${padded.slice(0, 9)}`;
  return `${body}${gs1CheckDigit(body)}`;
};
