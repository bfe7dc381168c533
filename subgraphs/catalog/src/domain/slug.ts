/** Cyrillic letters in Latin (close to ISO 9 system B without its diacritics), for page addresses people can type. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'shh',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

const maxLength = 80;

/**
 * A name as part of a page address: lower case Latin letters, digits and hyphens. Never contains an underscore, which
 * is what keeps slugs apart from ids. Names of other scripts alone become `category`.
 */
export const slugOf = (name: string): string => {
  const plain = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[а-яё]/g, (letter) => latin[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, maxLength).replace(/^-+|-+$/g, '') || 'category';
};

/** Slugs to try in turn: the name, the name below its parent, the name with the end of the id, which nothing else has. */
export const slugCandidates = (name: string, parentSlug: string | undefined, id: string): readonly string[] => {
  const own = slugOf(name);
  const below = parentSlug === undefined ? [] : [`${parentSlug.slice(0, maxLength)}-${own}`.slice(0, 2 * maxLength)];
  return [own, ...below, `${own}-${id.slice(-10)}`];
};
