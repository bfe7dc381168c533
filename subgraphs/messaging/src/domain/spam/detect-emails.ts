const at = String.raw`\s*(?:@|[([{<]\s*(?:at|@|эт|собака|собачка|dog)\s*[)\]}>])\s*|\s+(?:at|собака|собачка|сабака|dog)\s+`;
const dot = String.raw`\s*[([{<]\s*(?:\.|dot|точка|тчк)\s*[)\]}>]\s*|\s+(?:dot|точка|тчк)\s+|\s?\.\s?`;
const name = '[a-z0-9](?:[a-z0-9.+-]{0,63})';
const part = '[a-zа-я0-9][a-zа-я0-9-]{0,62}';
const known = 'gmail|mail|yandex|ya|rambler|inbox|bk|list|outlook|hotmail|yahoo|icloud|proton|protonmail|gmx|aol';
const knownRu = 'гмайл|гмейл|джимейл|мейл|майл|яндекс|рамблер';

const address = new RegExp(
  `(?<![a-z0-9])(${name})(?:${at})((?:${part}(?:${dot})){1,4}(?:[a-z]{2,10}|рф|рус|ру|ком))(?![a-zа-я0-9])`,
  'g',
);
const short = new RegExp(`(?<![a-z0-9])(${name})(?:${at})(${known}|${knownRu})(?![a-zа-я0-9])`, 'g');

/** Addresses whose signs are left out or hidden: `anna gmail com`, `anna-at-gmail-dot-com`, `почта annashop на яндексе`. */
const signless = new RegExp(
  `(?<![a-z0-9])[a-z0-9][a-z0-9.]{2,40}\\s+(?:${known}|${knownRu})\\s+(?:com|ru|ком|ру)(?![a-zа-я0-9])|` +
    `(?<![a-z0-9])[a-z0-9.]{1,40}-at-(?:${known})(?:-dot-|\\.)(?:com|ru)(?![a-z])|` +
    `(?<![а-я])(?:почт|мыл|ящик|мейл)[а-я]*:?\\s+[a-z][a-z0-9.-]{3,40}\\s+(?:на|в)\\s+(?:яндекс|гугл|гмейл|гмайл|мейл|рамблер|gmail|mail|yandex)[а-я]*`,
  'g',
);
/** A name before the sign in Russian letters, as it stands where signs were spelled out. */
const russianName = /(?<![a-zа-я0-9])[а-я][а-я0-9.-]{1,30}@[a-z0-9-]+(?:\.[a-z]{2,10}|(?![a-z0-9.]))/g;

/** Every text with an address fits this; the others, which are most, are not looked through further. */
const someAddress =
  /@|(?:at|эт|собака|собачка|сабака|dog)[\s)\]}>]|-at-|\s(?:com|ru|ком|ру)(?![a-zа-я0-9])|яндекс|гугл|гмейл|гмайл|мейл|рамблер|gmail|mail|yandex/;

/**
 * E-mail addresses in a folded text, also as `name (at) host dot com` and `name собака mail точка ru`. Addresses of the
 * market's own hosts are no contact. A plain ` at ` needs a dot written out or a known mail service after it, because
 * people meet at places.
 */
export const findEmails = (folded: string, allowedHosts: readonly string[]): string[] =>
  someAddress.test(folded) ? searchEmails(folded, allowedHosts) : [];

/** The same without the quick look that spares most texts the search. */
export const searchEmails = (folded: string, allowedHosts: readonly string[]): string[] => {
  const found: string[] = [];
  for (const match of folded.matchAll(address)) {
    const host = (match[2] ?? '')
      .replace(/\s*[([{<]?\s*(?:dot|точка|тчк)\s*[)\]}>]?\s*|\s+/g, '.')
      .replace(/\.{2,}/g, '.');
    const isWord = /\sat\s/.test(match[0]) && !/dot|\.[a-z]{2,10}$/.test(match[0]);
    if (!isWord && !allowedHosts.some((own) => host === own || host.endsWith(`.${own}`))) found.push(match[0]);
  }
  for (const match of folded.matchAll(short)) if (!found.some((one) => one.includes(match[0]))) found.push(match[0]);
  for (const match of folded.matchAll(signless)) found.push(match[0]);
  for (const match of folded.matchAll(russianName)) found.push(match[0]);
  return found;
};
