import type { Executor } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import { nearKeys } from '../domain/edit-distance.ts';
import { type Knowledge, likelyTerms, type Nearest, type Term, type Vocabulary } from '../domain/resolve-query.ts';
import { soundKey } from '../domain/sound-key.ts';
import { textArray } from '../store/text-array.ts';

type TermRow = Term & Record<string, unknown>;

/** Terms of one sound or stem that are looked at. */
const maxPerWord = 12;

/** What goods have of each word: forms of the word itself, and other words that sound like it. */
export const lookUp = async (executor: Executor, words: readonly string[]): Promise<Vocabulary> => {
  if (words.length === 0) return new Map();
  const asked = words.map((word) => ({ word, key: soundKey(word) }));
  const rows = await executor.execute<{ asked: string; askedStem: string } & (TermRow | { word: null })>(sql`
    with asked as (
      select word, key, coalesce((tsvector_to_array(to_tsvector('vitrina', word)))[1], word) as stem
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as given (word text, key text)
    )
    select asked.word as asked, asked.stem as "askedStem", found.word, found.stem, found.sound_key as "soundKey", found.documents
    from asked
    left join lateral (
      (select * from term where term.stem = asked.stem and documents > 0 order by documents desc limit ${sql.raw(String(maxPerWord))})
      union
      (select * from term where term.sound_key = asked.key and documents > 0 order by documents desc limit ${sql.raw(String(maxPerWord))})
    ) as found on true
    order by found.documents desc`);
  const vocabulary = new Map<string, Knowledge & { forms: Term[]; alike: Term[] }>();
  for (const row of rows) {
    const knowledge = vocabulary.get(row.asked) ?? { stem: row.askedStem, forms: [], alike: [] };
    vocabulary.set(row.asked, knowledge);
    if (row.word === null) continue;
    (row.stem === row.askedStem ? knowledge.forms : knowledge.alike).push(row as Term);
  }
  return vocabulary;
};

/** Terms that are looked at as corrections of one word. */
const maxNearest = 80;

/** Shorter words are not worth a wider look: with two mistakes they may be anything. */
const minKeyForWiderLook = 8;

interface Asked {
  readonly word: string;
  readonly key: string;
}

/** Each word's terms by a look-up of its own: with its keys as constants the index is used. */
const termsNear = async (
  executor: Executor,
  asked: readonly Asked[],
  from: (key: string) => SQL,
): Promise<Map<string, Term[]>> => {
  const found = new Map<string, Term[]>();
  if (asked.length === 0) return found;
  const parts = asked.map(
    ({ word, key }) =>
      sql`(select ${word}::text as asked, word, stem, sound_key as "soundKey", documents from ${from(key)})`,
  );
  const rows = await executor.execute<{ asked: string } & TermRow>(sql.join(parts, sql` union all `));
  for (const { asked: word, ...term } of rows) found.set(word, [...(found.get(word) ?? []), term]);
  return found;
};

const oneMistakeAway = (key: string): SQL => sql`term
  where near_keys && ${textArray(nearKeys(key))} and documents > 0 order by documents desc limit ${maxNearest}`;

const resembling = (key: string): SQL => sql`nearest_terms(${key}, ${maxNearest})`;

/** Terms that each word may be a misspelling of: one mistake away; if there are none and the word is long, any that resemble it. */
export const nearestTerms = async (executor: Executor, words: readonly string[]): Promise<Nearest> => {
  const asked = words.map((word) => ({ word, key: soundKey(word) }));
  const near = await termsNear(executor, asked, oneMistakeAway);
  const left = asked.filter(
    ({ word, key }) => key.length >= minKeyForWiderLook && likelyTerms(word, near.get(word) ?? []).length === 0,
  );
  const wider = await termsNear(executor, left, resembling);
  return new Map([...near, ...wider]);
};
