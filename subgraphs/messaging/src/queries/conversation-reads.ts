import { type Batcher, createBatcher } from '@vitrina/platform/batching';
import { compiled, isDatabaseAway, isDatabaseFull } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { type Changed, createLookout, type Known, type Lookout } from '@vitrina/platform/pubsub';
import { sql } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { idIn } from '../store/id-in.ts';

/** Reads of conversations by id, put together across requests: a thousand sockets that come back at once are a few queries. */
export interface ConversationReads {
  /** The conversation as it is now; undefined for none. */
  find(id: string): Promise<ConversationRow | undefined>;
}

const readAll = async ({ database }: Ports, ids: readonly string[]): Promise<ReadonlyMap<string, ConversationRow>> => {
  const rows = await database.orm.select().from(conversation).where(idIn(conversation.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

/** Gathers what is asked while earlier reads are under way. */
export const createConversationReads = (ports: Ports): ConversationReads => {
  const reads: Batcher<string, ConversationRow | null> = createBatcher({
    run: async (ids) => {
      const rows = await readAll(ports, [...new Set(ids)]);
      return ids.map((id) => rows.get(id) ?? null);
    },
    maxBatch: 500,
    concurrency: 2,
    gatherMs: 0,
    concernsAll: (error) => isDatabaseAway(error) || isDatabaseFull(error),
  });
  return { find: async (id) => (isId(id, 'cnv') ? ((await reads.submit(id)) ?? undefined) : undefined) };
};

/**
 * Conversations that stand differently than they did. The version is the transaction that wrote the row last, which
 * Postgres keeps anyway: whatever changed, the number did. Nothing is read of those that are as they were.
 */
const changedOf = compiled((orm) =>
  orm
    .select({
      key: sql<string>`given.key`,
      version: sql<string | null>`${conversation}.xmin::text`,
      state: conversation,
    })
    .from(
      sql`unnest(string_to_array(${sql.placeholder('keys')}, ','), string_to_array(${sql.placeholder('versions')}, ',', '')) as given(key, version)`,
    )
    .leftJoin(conversation, sql`${conversation.id} = given.key`)
    .where(sql`${conversation}.xmin is null or ${conversation}.xmin::text is distinct from given.version`),
);

const readChanged = async (
  { database }: Ports,
  known: readonly Known[],
): Promise<readonly Changed<ConversationRow>[]> => {
  const rows = await changedOf(database.orm, {
    keys: known.map(({ key }) => key).join(','),
    versions: known.map(({ version }) => version).join(','),
  });
  return rows.map(({ key, version, state }) => ({ key, version: version ?? '', state: state ?? undefined }));
};

/** One look per process at all conversations that are followed in it: finds what a lost hint did not tell. */
export const createConversationLookout = (ports: Ports): Lookout<ConversationRow> =>
  createLookout({
    read: (known) => readChanged(ports, known),
    everyMs: ports.config.MESSAGING_LOOK_EVERY_MS,
    log: ports.log,
  });
