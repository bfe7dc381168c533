/** Numbers spelled in words, as people read a telephone number out. */
const ones: Readonly<Record<string, number>> = {
  ноль: 0,
  нуль: 0,
  один: 1,
  одна: 1,
  раз: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  восем: 8,
  девять: 9,
  zero: 0,
  oh: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const teens: Readonly<Record<string, number>> = {
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  шеснадцать: 16,
  шестнацать: 16,
  шеснацать: 16,
  пятнацать: 15,
  семнацать: 17,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Readonly<Record<string, number>> = {
  двадцать: 20,
  двацать: 20,
  тридцать: 30,
  трицать: 30,
  сорок: 40,
  пятьдесят: 50,
  пятдесят: 50,
  писят: 50,
  пийсят: 50,
  шестьдесят: 60,
  шестдесят: 60,
  шисят: 60,
  шесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const hundreds: Readonly<Record<string, number>> = {
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
  девятсот: 900,
  девяцот: 900,
  девяцсот: 900,
  восемсот: 800,
  семсот: 700,
  шестсот: 600,
  пятсот: 500,
};
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3, дважды: 2, трижды: 3 };

const values = new Map(Object.entries({ ...hundreds, ...tens, ...teens, ...ones }));
const all = new Set([...values.keys(), ...Object.keys(repeats)]);

/** Whether a folded, resolved word is part of a spelled number. */
export const isDigitWord = (word: string): boolean => all.has(word);

const part = [...all].sort((a, b) => b.length - a.length).join('|');
const glued = new RegExp(`^(?:${part}|\\d){2,}$`);
const piece = new RegExp(`${part}|\\d+`, 'g');

/** The parts of a token in which spelled numbers and digits are written together (`один6`, `стодвадцать`); else undefined. */
export const gluedNumbers = (token: string): string[] | undefined =>
  token.length >= 4 && glued.test(token) ? (token.match(piece) ?? undefined) : undefined;

/** The source of a pattern that every text with a spelled number fits: others need not be looked through. */
export const digitWordPattern = `(?:${part})(?:(?![a-zа-я])|\\d|${part})`;

/** What a smaller number may be to be added to one: `девятьсот` takes up to 99, `двадцать` up to 9. */
const belowOf = (word: string): number => (word in hundreds ? 100 : word in tens ? 10 : 0);

/**
 * The digits a run of spelled numbers stands for, as they would be dialled: `девятьсот шестнадцать сто двадцать три`
 * → `916123`; `double five` → `55`. A smaller number after a larger one is added to it, anything else begins anew. Read
 * `apart`, a single digit after hundreds is a digit of its own: `девятьсот один два` is 900 1 2 then, and 901 2 otherwise.
 */
export const digitsOfWords = (words: readonly string[], apart = false): string => {
  let digits = '';
  let open: { value: number; below: number } | undefined;
  let times = 1;
  const close = () => {
    if (open) digits += String(open.value);
    open = undefined;
  };
  for (const word of words) {
    if (word in repeats) {
      close();
      times = repeats[word] ?? 1;
      continue;
    }
    const value = values.get(word);
    if (value === undefined) continue;
    if (times > 1) {
      digits += String(value).repeat(times);
      times = 1;
      continue;
    }
    const isAdded =
      open !== undefined && value > 0 && value < open.below && !(apart && open.below === 100 && value < 10);
    if (open === undefined || !isAdded) {
      close();
      open = { value, below: 0 };
    } else open.value += value;
    open.below = belowOf(word);
  }
  close();
  return digits;
};
