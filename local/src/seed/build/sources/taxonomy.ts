import type { TaxonomyRow } from '../../schema.ts';
import { slugify } from '../text.ts';
import { openText } from './open.ts';

const pathsById = (text: string): Map<number, string[]> => {
  const paths = new Map<number, string[]>();
  for (const line of text.split('\n')) {
    const match = /^(\d+) - (.+)$/.exec(line.trim());
    if (match?.[1] && match[2]) paths.set(Number(match[1]), match[2].split(' > '));
  }
  return paths;
};

/** The name alone where it is unique in the tree, else with its parent's name, else with Google's id. */
const slugFor = (path: readonly string[], googleId: number, uses: Map<string, number>): string => {
  const own = slugify(path.at(-1) ?? '');
  if (uses.get(own) === 1) return own;
  const withParent = slugify(path.slice(-2).join(' '));
  return path.length > 1 && !uses.has(withParent) ? withParent : `${own}-${googleId}`;
};

/** Google's product taxonomy of 2015-02-19 in English and Russian, joined by its ids; parents first, then by id. */
export const loadTaxonomy = async (): Promise<TaxonomyRow[]> => {
  const english = pathsById(await openText('google-product-taxonomy', 'taxonomy-with-ids.en-US.txt'));
  const russian = pathsById(await openText('google-product-taxonomy', 'taxonomy-with-ids.ru-RU.txt'));
  const idByPath = new Map([...english].map(([id, path]) => [path.join(' > '), id]));
  const uses = new Map<string, number>();
  for (const path of english.values()) {
    const own = slugify(path.at(-1) ?? '');
    uses.set(own, (uses.get(own) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const ordered = [...english].sort(([a, left], [b, right]) => left.length - right.length || a - b);
  return ordered.map(([googleId, path]) => {
    const nameRu = russian.get(googleId)?.at(-1);
    const parentGoogleId = path.length === 1 ? null : idByPath.get(path.slice(0, -1).join(' > '));
    if (!nameRu || parentGoogleId === undefined)
      throw new Error(`category ${googleId} has no Russian name or no parent`);
    const wished = slugFor(path, googleId, uses);
    const slug = taken.has(wished) ? `${wished}-${googleId}` : wished;
    taken.add(slug);
    return { googleId, parentGoogleId, nameEn: path.at(-1) ?? '', nameRu, slug };
  });
};
