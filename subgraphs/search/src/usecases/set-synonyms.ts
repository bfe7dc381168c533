import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { sql } from 'drizzle-orm';
import { maxPhraseWords } from '../domain/synonyms.ts';
import { wordsOf } from '../domain/text.ts';
import type { Services } from '../services.ts';

const maxGroups = 1_000;
const maxPhrases = 20;

const checkGroup = (words: readonly string[], index: number): Refusal | undefined => {
  const field = ['groups', String(index), 'words'];
  if (words.length < 2 || words.length > maxPhrases)
    return plainRefusal('GROUP_SIZE', field, `Give 2 to ${maxPhrases} words or phrases that mean the same.`);
  const bad = words.findIndex((phrase) => {
    const { length } = wordsOf(phrase);
    return length < 1 || length > maxPhraseWords;
  });
  if (bad < 0) return undefined;
  return plainRefusal('PHRASE_LENGTH', [...field, String(bad)], `A phrase has 1 to ${maxPhraseWords} words.`);
};

/** Replaces all groups of synonyms; they hold from the next search on, because they widen queries, not documents. */
export const setSynonyms = async (
  { database }: Services,
  groups: readonly (readonly string[])[],
): Promise<Result<readonly (readonly string[])[], Refusal>> => {
  if (groups.length > maxGroups)
    return refuse(plainRefusal('TOO_MANY_GROUPS', ['groups'], `Give at most ${maxGroups} groups.`));
  const [first, ...others] = groups.flatMap((words, index) => checkGroup(words, index) ?? []);
  if (first) return refuse(first, ...others);
  const normalised = groups.map((words) => [...new Set(words.map((phrase) => wordsOf(phrase).join(' ')))]);
  const rows = normalised.flatMap((phrases, groupPosition) =>
    phrases.map((phrase, position) => ({ groupPosition, position, phrase })),
  );
  await database.transaction(async (tx) => {
    await tx.execute(sql`lock table synonym_phrase in share row exclusive mode`);
    await tx.execute(sql`delete from synonym_phrase`);
    await tx.execute(sql`
      insert into synonym_phrase (group_position, position, phrase, key)
      select "groupPosition", position, phrase,
             (select string_agg(stem, ' ' order by stem collate "C") from unnest(tsvector_to_array(to_tsvector('vitrina', phrase))) as stem)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given ("groupPosition" integer, position integer, phrase text)`);
  });
  return ok(normalised);
};

/** The groups as they hold now. */
export const readSynonyms = async ({ database }: Services): Promise<{ words: string[] }[]> => [
  ...(await database.orm.execute<{ words: string[] }>(sql`
    select array_agg(phrase order by position) as words from synonym_phrase group by group_position order by group_position`)),
];
