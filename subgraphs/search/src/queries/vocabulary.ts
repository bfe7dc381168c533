import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { Knowledge, Nearest, Term, Vocabulary } from '../domain/resolve-query.ts';
import { soundKey } from '../domain/sound-key.ts';

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

/** Terms whose sound resembles that of each word. */
export const nearestTerms = async (executor: Executor, words: readonly string[]): Promise<Nearest> => {
  if (words.length === 0) return new Map();
  const asked = words.map((word) => ({ word, key: soundKey(word) }));
  const rows = await executor.execute<{ asked: string } & TermRow>(sql`
    select asked.word as asked, near.word, near.stem, near.sound_key as "soundKey", near.documents
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (word text, key text)
    cross join lateral nearest_terms(asked.key, ${maxNearest}) as near`);
  const nearest = new Map<string, Term[]>();
  for (const { asked: word, ...term } of rows) nearest.set(word, [...(nearest.get(word) ?? []), term]);
  return nearest;
};
