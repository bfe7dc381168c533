import { fromString, getType, typeid } from 'typeid-js';

/**
 * Opaque, typed, time-ordered identifiers: a short prefix naming the kind and a UUIDv7 in Crockford base 32,
 * for example `ord_01k3v8…` (TypeID specification 0.3). They sort by creation time as plain text (collation C),
 * so a keyset page over ids is a page over time.
 */
export type Id = string;

/** Mints a new identifier of the kind named by `prefix` (2 to 8 lower-case letters). */
export const newId = (prefix: string): Id => typeid(prefix).toString();

/** Tells whether `value` is a well-formed identifier of the kind `prefix`; used where input arrives from outside. */
export const isId = (value: string, prefix: string): boolean => {
  try {
    return getType(fromString(value)) === prefix;
  } catch {
    // A malformed identifier is an answer here, not a failure: callers turn `false` into a refusal that names the field.
    return false;
  }
};
