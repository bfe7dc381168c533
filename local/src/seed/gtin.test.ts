import { describe, expect, it } from 'vitest';
import { isbn13FromIsbn10, isGtin13 } from './gtin.ts';

describe('isGtin13', () => {
  it.each(['9780306406157', '8809288404089', '4006381333931'])('accepts %s', (gtin) => {
    expect(isGtin13(gtin)).toBe(true);
  });

  it.each(['9780306406158', '978030640615', '97803064061577', '978030640615X', ''])('refuses %s', (gtin) => {
    expect(isGtin13(gtin)).toBe(false);
  });
});

describe('isbn13FromIsbn10', () => {
  it('puts a new check digit behind the prefix 978', () => {
    expect(isbn13FromIsbn10('0306406152')).toBe('9780306406157');
  });

  it('restores leading zeros and reads X as ten', () => {
    expect(isbn13FromIsbn10('439023483')).toBe('9780439023481');
    expect(isbn13FromIsbn10('014028009x')).toBe('9780140280098');
  });

  it.each(['0306406153', '', '0000000000', 'B000FC1BN8', '03064061522'])('refuses %s', (isbn) => {
    expect(isbn13FromIsbn10(isbn)).toBeUndefined();
  });
});
