/** Digits and capitals without those that look or sound alike (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';

/** Random bytes below this are used, so that every character is equally likely. */
const fair = Math.floor(256 / alphabet.length) * alphabet.length;

const groupLength = 5;
const length = 10;

/**
 * A number people can read out: `V-7KQ3M-9XH4C`. Ten characters are 45 bits, so numbers tell neither how much is sold
 * nor each other. `randomBytes` gives that many random bytes.
 */
export const orderGroupNumber = (randomBytes: (count: number) => Uint8Array): string => {
  let characters = '';
  while (characters.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < fair && characters.length < length) characters += alphabet[byte % alphabet.length];
    }
  }
  return `V-${characters.slice(0, groupLength)}-${characters.slice(groupLength)}`;
};

const letters = 'ACDEFGHJKMNPQRTWXY';

/** The number of the group's order at `position` (0-based): the group's own and a letter, or several after 18 shops. */
export const orderNumber = (groupNumber: string, position: number): string => {
  let suffix = '';
  for (let rest = position; rest >= 0; rest = Math.floor(rest / letters.length) - 1)
    suffix = letters[rest % letters.length] + suffix;
  return `${groupNumber}-${suffix}`;
};
