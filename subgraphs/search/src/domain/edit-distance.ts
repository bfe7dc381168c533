/** Sounds that people confuse in writing: unstressed vowels, voiced and voiceless consonants. */
const confused = new Set(['ao', 'ei', 'bp', 'dt', 'gk', 'sz', 'fv']);

const substitutionCost = (first: string, second: string): number => {
  if (first === second) return 0;
  return confused.has(first < second ? first + second : second + first) ? 0.5 : 1;
};

/**
 * Edits between two sound keys: Damerau-Levenshtein distance in its restricted form (insertion, deletion, substitution,
 * swap of neighbours), where confusing two alike sounds costs half an edit.
 */
export const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    const letter = from.charAt(row - 1);
    for (let column = 1; column <= to.length; column += 1) {
      const other = to.charAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + substitutionCost(letter, other),
      );
      const swapped = row > 1 && column > 1 && letter === to.charAt(column - 2) && from.charAt(row - 2) === other;
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
};

/** One letter for each pair of confused sounds. */
const canonical: Readonly<Record<string, string>> = { o: 'a', i: 'e', p: 'b', t: 'd', k: 'g', z: 's', v: 'f' };

/**
 * Keys by which words near each other meet: the sound key with confused sounds made alike, and the same with any one letter
 * left out. Two keys one edit apart (and some two apart) share at least one of these (Garbe's symmetric deletions).
 */
export const nearKeys = (soundKey: string): string[] => {
  const key = [...soundKey].map((letter) => canonical[letter] ?? letter);
  const shorter = key.map((_, index) => key.filter((_letter, other) => other !== index).join(''));
  return [...new Set([key.join(''), ...shorter])];
};

/** Edits a word may be away from what was meant, by the length of its key: a short word is soon another word. */
export const allowedEdits = (keyLength: number): number => {
  if (keyLength < 4) return 0;
  if (keyLength < 8) return 1;
  return 2;
};
