/**
 * True for a GTIN-8, -12, -13 or -14 with a valid check digit (GS1 General Specifications, section 7.9: weights 3 and 1
 * alternate from the right, the sum with the check digit is a multiple of ten).
 */
export const isGtin = (value: string): boolean => {
  if (!/^(\d{8}|\d{12,14})$/.test(value)) return false;
  const sum = [...value]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
};
