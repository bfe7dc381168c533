/** A host somebody points to, and the folded text it was read from. */
export interface FoundLink {
  readonly host: string;
  readonly raw: string;
}

/** Top-level domains that make a bare `name.tld` a link; short English words among them (`is`, `it`, `me`) need a path. */
const common =
  'com|net|org|info|biz|ru|su|xn--p1ai|рф|рус|онлайн|сайт|ua|by|kz|uz|kg|am|ge|pl|de|fr|es|uk|eu|cn|tr|io|gg|cc|tv|xyz|' +
  'site|online|shop|store|top|club|pro|live|link|click|app|dev|page|space|website|ltd|vip|win|bet|icu|fun|art|ai|moscow|ws';
const rare = 'me|to|in|is|it|at|so|no|be|us|my|la|do|id|co|ly|sh|st|ph|life|world|today|plus|group|money|cash|one';

const label = '[a-zа-я0-9](?:[a-zа-я0-9-]{0,62})';
const withScheme = /\b(?:h[tx]{2}ps?|ftp|wss?|tg|viber|whatsapp|intent)\s?:\s?[/\\]{2}\s?([^\s/\\?#<>"']{2,})/g;
const bare = new RegExp(
  `(?<![a-zа-я0-9@.-])((?:${label}\\.){1,4}(?:${common}))(?![a-zа-я0-9-]|\\.[a-zа-я0-9])|` +
    `(?<![a-zа-я0-9@.-])((?:${label}\\.){1,4}(?:${rare}))(?=[/?#]\\S)|` +
    `(?<![a-zа-я0-9@.-])(www\\.${label}(?:\\.${label}){1,4})`,
  'g',
);

/** How a dot is written by those who know that links are looked for. */
const hiddenDot = String.raw`\s*[([{<]\s*(?:\.|dot|точка|тчк)\s*[)\]}>]\s*|\s+(?:dot|точка|тчк)\s+|\s+\.\s*|\.\s+`;
const hidden = new RegExp(
  `(?<![a-z0-9@])([a-z0-9-]{2,63})(?:${hiddenDot})(com|net|org|info|ru|su|io|xyz|site|online|рф|ру|ком)(?![a-zа-я0-9])`,
  'g',
);
const spaced = /(?<![a-z0-9])((?:[a-z0-9]\s){2,30}(?:\.\s?)(?:[a-z]\s){1,5}[a-z])(?![a-z0-9])/g;

/** `eviltochkaru`, and a host in Russian letters with a Latin ending, which no word has. */
const spelledOut =
  /(?<![a-z0-9])[a-z0-9-]{3,63}tochka(?:ru|com)(?![a-z])|(?<![a-zа-я0-9@.])[а-я0-9-]{2,63}\.(?:com|ru|net|org)(?![a-zа-я0-9])/g;

/** Every text with a link fits this; the others, which are most, are not looked through further. */
const someLink = new RegExp(
  `:\\s?[/\\\\]{2}|www\\.|\\.\\s*(?:${common}|${rare}|ком|[([{<)\\]}>]|[a-z]\\s[a-z])|\\.\\s*(?:ру|рф)|[([{<]\\s*\\.|(?:dot|точка|тчк|tochka)`,
);

const hostOf = (authority: string): string => {
  const afterUser = authority.slice(authority.lastIndexOf('@') + 1);
  return afterUser
    .replace(/[:?].*$/, '')
    .replace(/^www\./, '')
    .replace(/[.,;)]+$/, '');
};

const isBelow = (host: string, allowed: string): boolean => host === allowed || host.endsWith(`.${allowed}`);

/**
 * Hosts a folded text points to that are not the market's own: with and without a scheme, with dots in brackets, in
 * words or spaced (`site [.] com`, `сайт точка ру`, `s i t e . r u`). A host before an `@` is the user part of an
 * address and no host. Endings of files (`чек.pdf`, `setup.sh`) make no bare link, and every ending makes one with a scheme.
 */
export const findLinks = (folded: string, allowedHosts: readonly string[]): FoundLink[] =>
  someLink.test(folded) ? searchLinks(folded, allowedHosts) : [];

/** The same without the quick look that spares most texts the search. */
export const searchLinks = (folded: string, allowedHosts: readonly string[]): FoundLink[] => {
  const found: FoundLink[] = [];
  const allowed = allowedHosts.map((host) => host.toLowerCase());
  const add = (host: string, raw: string) => {
    if (host !== '' && !allowed.some((own) => isBelow(host, own))) found.push({ host, raw });
  };
  for (const match of folded.matchAll(withScheme)) add(hostOf(match[1] ?? ''), match[0]);
  const rest = folded.replace(withScheme, ' ');
  for (const match of rest.matchAll(bare)) add(hostOf(match[1] ?? match[2] ?? match[3] ?? ''), match[0]);
  for (const match of rest.matchAll(hidden)) {
    const isSentence = /^[a-z0-9-]+\.\s+/.test(match[0]);
    if (!isSentence || /[a-z]/.test(match[2] ?? '')) add(`${match[1]}.${match[2]}`, match[0]);
  }
  for (const match of rest.matchAll(spelledOut)) add((match[0] ?? '').replace('tochka', '.'), match[0]);
  for (const match of rest.matchAll(spaced)) {
    const host = (match[1] ?? '').replace(/\s/g, '');
    if (new RegExp(`\\.(?:${common})$`).test(host)) add(host, match[0]);
  }
  return found;
};
