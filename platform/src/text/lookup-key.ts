/**
 * A value from outside in a form Postgres takes as a parameter: NUL and halves of characters, which no stored key holds,
 * become U+FFFD, so that looking for them finds nothing instead of failing.
 */
export const lookupKey = (value: string): string => value.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
