/** A line of a playlist that means something. */
export type PlaylistLine =
  | { readonly kind: 'tag'; readonly line: number; readonly name: string; readonly value: string }
  | { readonly kind: 'uri'; readonly line: number; readonly uri: string };

/** Reads lines (RFC 8216, § 4.1): tags start with `#EXT`, other lines with `#` are comments, blank ones are ignored. */
export const parseLines = (text: string): readonly PlaylistLine[] =>
  text.split(/\r?\n/).flatMap((content, index): PlaylistLine[] => {
    const line = index + 1;
    if (content.trim() === '' || (content.startsWith('#') && !content.startsWith('#EXT'))) return [];
    if (!content.startsWith('#')) return [{ kind: 'uri', line, uri: content }];
    const colon = content.indexOf(':');
    return [
      colon < 0
        ? { kind: 'tag', line, name: content.slice(1), value: '' }
        : { kind: 'tag', line, name: content.slice(1, colon), value: content.slice(colon + 1) },
    ];
  });

/** An attribute list that was read; `problem` says why it is none. */
export interface Attributes {
  readonly values: ReadonlyMap<string, string>;
  readonly problem?: string;
}

const attribute = /([A-Z0-9-]+)=("[^"\r\n]*"|[^",\s]+)(?:,|$)/y;

/** Reads `NAME=value,NAME="value"` (RFC 8216, § 4.2); quotes are kept, since they tell a string from a word. */
export const parseAttributes = (list: string): Attributes => {
  const values = new Map<string, string>();
  attribute.lastIndex = 0;
  let at = 0;
  while (at < list.length) {
    attribute.lastIndex = at;
    const match = attribute.exec(list);
    const [name, value] = [match?.[1], match?.[2]];
    if (!match || name === undefined || value === undefined)
      return { values, problem: `cannot be read at "${list.slice(at)}"` };
    if (values.has(name)) return { values, problem: `names ${name} twice` };
    values.set(name, value);
    at = attribute.lastIndex;
  }
  return { values };
};

/** What stands between quotes; undefined where there are none. */
export const unquoted = (value: string | undefined): string | undefined => /^"(.*)"$/.exec(value ?? '')?.[1];
