import { standIns } from './look-alikes.ts';

/** What may stand between the letters of a word that somebody spaces out. */
const gap = String.raw`[\s.,\-*|/\\~'"+=:;^]{0,3}`;

const classOf = (letter: string): string => `[${(standIns[letter] ?? letter).replace(/[\]\\^-]/g, '\\$&')}]`;

/**
 * The source of a pattern that finds a word in folded text however it is hidden: look-alike letters, digits for
 * letters, signs and spaces between. Each character can be matched in one way only, so time grows with the text alone.
 * Endings (`телеграм` + `е`) are for the caller.
 */
const hiddenTerm = (term: string): string => [...term].map(classOf).join(gap);

/** One pattern for several hidden words that stand on their own, with up to `endings` letters after them. */
export const hiddenTerms = (terms: readonly string[], endings: number): RegExp =>
  new RegExp(`(?<![a-zа-я0-9])(?:${terms.map(hiddenTerm).join('|')})[a-zа-я]{0,${endings}}(?![a-zа-я0-9])`, 'g');

/** Every character by the family of those that pass for each other, near or far (`8` – `в` – `b` – `б`); 0 for none. */
const families = (() => {
  const table = new Uint8Array(0x500);
  const sets: Set<string>[] = [];
  for (const [letter, others] of Object.entries(standIns)) {
    const all = new Set([letter, ...others]);
    for (let at = sets.length - 1; at >= 0; at -= 1) {
      const set = sets[at];
      if (set && [...set].some((one) => all.has(one))) {
        for (const one of set) all.add(one);
        sets.splice(at, 1);
      }
    }
    sets.push(all);
  }
  sets.forEach((set, at) => {
    for (const one of set) table[one.charCodeAt(0)] = at + 1;
  });
  return table;
})();
/** What may stand between letters, and nothing else. */
const gapCodes = new Set([...' \t\n.,-*/\\~\'"=:;^'].map((one) => one.charCodeAt(0)));

/** A text as the families of its letters, one character each; what may stand between letters is left out. */
const familiesOf = (text: string): string => {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!gapCodes.has(code)) codes.push(64 + (families[code] ?? 0));
  }
  return String.fromCharCode(...codes);
};

/**
 * Tells quickly that a folded text holds none of the words, however hidden: `hiddenTerms` need not look then. It sees
 * families of letters only and so says yes to some texts without. Texts with signs that are letters here and gaps there
 * (`|`, `+`), and very long ones, are always looked through.
 */
export const termGate = (terms: readonly string[]): ((folded: string) => boolean) => {
  const some = new RegExp([...new Set(terms.map(familiesOf))].map((one) => one.replace(/[\\\]^[]/g, '\\$&')).join('|'));
  return (folded) => folded.length > 2_000 || /[|+]/.test(folded) || some.test(familiesOf(folded));
};
