import { describe, expect, it } from 'vitest';
import { judgePassword } from './password-policy.ts';

const codeOf = (password: string): string => {
  const judged = judgePassword(password, 'anna.petrova@example.com', ['password']);
  return judged.ok ? 'OK' : judged.refusals[0].code;
};

describe('judging a new password', () => {
  it.each(['', 'short', '1234567', '😀😀😀'])('finds %j too short', (password) => {
    expect(codeOf(password)).toBe('PASSWORD_TOO_SHORT');
  });

  it.each([
    'password',
    'Password123!',
    'qwertyuiop',
    '12345678',
    '87654321',
    '1234567890',
    'aaaaaaaa',
    'abcdefgh',
    'anna.petrova1',
    'anna.petrova@example.com',
    '1q2w3e4r',
  ])('finds %j too common', (password) => {
    expect(codeOf(password)).toBe('PASSWORD_TOO_COMMON');
  });

  it.each([
    'correct horse battery',
    'лошадь батарея',
    'tr0ub4dor&3x',
    '😀😁😂🤣😃😄😅😆',
    "' OR 1=1; --",
    'x'.repeat(64).concat('y'.repeat(64)),
  ])('takes %j', (password) => {
    expect(codeOf(password)).toBe('OK');
  });

  it('counts characters, not bytes, at the upper end', () => {
    expect(codeOf('ж'.repeat(127).concat('з'))).toBe('OK');
    expect(codeOf('ab'.repeat(65))).toBe('PASSWORD_TOO_LONG');
  });

  it('gives two spellings of one password the same form', () => {
    expect(judgePassword('pass\u00e9 compos\u00e9', 'a@b.example', [])).toEqual(
      judgePassword('passe\u0301 compose\u0301', 'a@b.example', []),
    );
  });
});
