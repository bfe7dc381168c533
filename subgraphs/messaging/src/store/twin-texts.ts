import { statement, type Tx } from '@vitrina/platform/database';
import type { Twin } from '../domain/spam/judge-writing.ts';

/** For how long a text is remembered for the flood check. */
const floodMs = 3_600_000;
const maxTwins = 2_000;

/**
 * What the authors of these texts wrote lately that reads the same, one row per conversation. Short everyday texts have no
 * fingerprint; when all of them are such, no query is sent.
 */
export const twinTexts = async (
  tx: Tx,
  texts: readonly Pick<Twin, 'authorId' | 'fingerprint'>[],
  now: Date,
): Promise<readonly Twin[]> => {
  const keys = texts.flatMap(({ authorId, fingerprint }) => (fingerprint === '' ? [] : [[authorId, fingerprint]]));
  if (keys.length === 0) return [];
  return statement<Twin>(tx)`
    select distinct author_id as "authorId", conversation_id as "conversationId", fingerprint from message
    where created_at >= ${new Date(now.getTime() - floodMs).toISOString()}::timestamptz and fingerprint <> ''
      and (author_id, fingerprint) in (
        select given->>0, given->>1 from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as given)
    limit ${maxTwins}::int`;
};
