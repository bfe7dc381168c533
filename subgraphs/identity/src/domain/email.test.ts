import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email.ts';

describe('normalising an e-mail address', () => {
  it.each([
    ['  Anna.Petrova@Example.COM ', 'anna.petrova@example.com'],
    ['почта@пример.рф', 'почта@xn--e1afmkfd.xn--p1ai'],
    ['Info@MÜNCHEN.de', 'info@xn--mnchen-3ya.de'],
    ['a+tag@sub.example.org', 'a+tag@sub.example.org'],
    ["o'brien@example.ie", "o'brien@example.ie"],
  ])('spells %j as %j', (given, expected) => {
    expect(normaliseEmail(given)).toBe(expected);
  });

  it('gives composed and decomposed spellings one form', () => {
    expect(normaliseEmail('jose\u0301@example.es')).toBe(normaliseEmail('jos\u00e9@example.es'));
  });

  it.each([
    '',
    '@',
    'anna',
    'anna@',
    '@example.com',
    'anna@localhost',
    'a b@example.com',
    'anna@exam ple.com',
    'anna@example.com\r\nBcc: all@example.com',
    'anna@example.com,eve@example.com',
    '<anna@example.com>',
    'anna\u0000@example.com',
    'anna\ud800@example.com',
    '.anna@example.com',
    `${'a'.repeat(65)}@example.com`,
    `anna@${'a'.repeat(64)}.com`,
    'a@'.repeat(10_000),
  ])('refuses %j', (given) => {
    expect(normaliseEmail(given)).toBeNull();
  });
});
