import { storableText } from './storable.ts';

/**
 * A value from outside in a form Postgres takes as a parameter: what no stored key holds is replaced, so that looking
 * for it finds nothing instead of failing.
 */
export const lookupKey = (value: string): string => storableText(value);
