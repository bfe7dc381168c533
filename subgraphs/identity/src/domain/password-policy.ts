import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

const minLength = 8;
/** Hashing time does not grow with this, but the request should not carry a book. */
export const maxPasswordLength = 128;

/** What everybody tries first; compared after lower-casing and without what people append. */
const obvious = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd qwerty qwertyui qwertyuiop qwerty123 йцукенгш йцукен пароль letmein
  letmein1 iloveyou welcome welcome1 admin administrator changeme default football baseball basketball superman batman
  sunshine princess dragon monkey shadow master trustno1 starwars whatever computer internet michelle jennifer jordan23
  1q2w3e4r 1qaz2wsx zaq12wsx q1w2e3r4 asdfghjk asdfghjkl zxcvbnm zxcvbnm1 abc abcd abcdefg abcdefgh abcd1234 abc12345
  vitrina secret iloveu samsung liverpool charlie marina natasha любовь привет`.split(/\s+/),
);

/** True for one character over and over, or characters that only climb or only fall by one. */
const isRun = (text: string): boolean => {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const digitsAround = '012345678901234567890';
  return (steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9)) || digitsAround.includes(text);
};

const isObvious = (password: string, email: string): boolean => {
  const lower = password.toLowerCase();
  const stem = lower.replace(/[\d!@#$%^&*.?_-]+$/u, '');
  const local = email.split('@')[0] ?? '';
  return (
    isRun(lower) || obvious.has(lower) || obvious.has(stem) || lower === email || (local.length >= 4 && stem === local)
  );
};

/** The form that is hashed: NFKC, so that one password typed on two keyboards stays one (NIST SP 800-63B, 5.1.1.2). */
export const passwordForm = (password: string): string =>
  password.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFKC');

/**
 * Judges a new password by length (in code points) and against what everybody tries first. No rules of composition:
 * they make passwords worse (NIST SP 800-63B, appendix A).
 */
export const judgePassword = (password: string, email: string, field: readonly string[]): Result<string, Refusal> => {
  const form = passwordForm(password);
  const length = [...form].length;
  if (length < minLength)
    return refuse(
      plainRefusal('PASSWORD_TOO_SHORT', field, `Use at least ${minLength} characters; a few words do well.`),
    );
  if (length > maxPasswordLength)
    return refuse(plainRefusal('PASSWORD_TOO_LONG', field, `Use at most ${maxPasswordLength} characters.`));
  if (isObvious(form, email))
    return refuse(
      plainRefusal(
        'PASSWORD_TOO_COMMON',
        field,
        'This password is among the first anybody would try; choose another one.',
      ),
    );
  return ok(form);
};
