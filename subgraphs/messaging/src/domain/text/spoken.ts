/** Signs of addresses as people spell them out (`точка`, `собака`, `slash`), and letters and services by their names. */
const signs: Readonly<Record<string, string>> = {
  точка: '.',
  тчк: '.',
  tochka: '.',
  dot: '.',
  собака: '@',
  собачка: '@',
  сабака: '@',
  sobaka: '@',
  слэш: '/',
  слеш: '/',
  slash: '/',
  дефис: '-',
  тире: '-',
};
const sign = Object.keys(signs).join('|');
const spelled = new RegExp(`[\\s([{<-]+(${sign})(?![a-zа-я0-9])[\\s)\\]}>-]*`, 'g');
const someSpelled = new RegExp(`(?:^|[^a-zа-я0-9])(?:${sign})(?![a-zа-я0-9])`);

/** Parts of addresses in Russian letters, where they stand beside a sign. */
const parts: Readonly<Record<string, string>> = {
  ме: 'me',
  мэ: 'me',
  мi: 'me',
  ру: 'ru',
  ком: 'com',
  нет: 'net',
  орг: 'org',
  гмейл: 'gmail',
  гмайл: 'gmail',
  джимейл: 'gmail',
  мейл: 'mail',
  майл: 'mail',
  мэйл: 'mail',
  яндекс: 'yandex',
  рамблер: 'rambler',
  тэ: 't',
  те: 't',
  т: 't',
  вк: 'vk',
};
const part = Object.keys(parts).sort((a, b) => b.length - a.length);
const after = new RegExp(`(?<=[.@])(?:${part.join('|')})(?![a-zа-я0-9])`, 'g');
const before = new RegExp(`(?<![a-zа-я0-9])(?:${part.join('|')})(?=[.])`, 'g');
const named = (word: string): string => parts[word] ?? word;

/**
 * A folded text with spelled signs written as signs, and Russian spellings of what stands beside them in Latin letters:
 * `тэ точка ме слэш anna` → `t.me/anna`. Undefined where nothing is spelled, which is the rule.
 */
export const unspell = (folded: string): string | undefined =>
  someSpelled.test(folded)
    ? ` ${folded}`
        .replace(spelled, (_all, word: string) => signs[word] ?? word)
        .replace(after, named)
        .replace(before, named)
        .trim()
    : undefined;
