import type { Database } from '@vitrina/platform/database';
import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { Page, TimeKey } from '@vitrina/platform/pagination';
import { and, asc, between, eq, isNotNull, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type MessageRow, message } from '../store/message.table.ts';
import { type ReportedRow, type ReportedState, reportedMessage } from '../store/report.table.ts';
import { byTime } from './by-time.ts';

/** The key of a reported message in this list: oldest first, because who waited longest is decided first. */
export const reportedKeyOf = ({ openedAt, messageId }: ReportedRow) => [openedAt.toISOString(), messageId] as const;

const inState = (state: ReportedState | null) => (state === null ? undefined : eq(reportedMessage.state, state));

/** A page of reported messages; all of them when no state is given. */
export const reportedMessages = (
  database: Database,
  state: ReportedState | null,
  page: Page<TimeKey>,
): Promise<ReportedRow[]> => {
  const { openedAt: at, messageId: id } = reportedMessage;
  const { after, order } = byTime({ at, id }, 'OLDEST', page);
  return database.orm
    .select()
    .from(reportedMessage)
    .where(and(inState(state), after))
    .orderBy(...order)
    .limit(page.limit + 1);
};

/** How many there are, counted up to ten thousand. */
export const countReported = async (database: Database, state: ReportedState | null): Promise<number> => {
  const some = database.orm.select({ one: sql`1` }).from(reportedMessage).where(inState(state)).limit(10_000);
  const [row] = await database.orm.select({ count: sql<number>`count(*)::int` }).from(some.as('some'));
  return row?.count ?? 0;
};

/** A stretch of a conversation, as a key: from which number to which. */
export const stretchOf = (conversationId: string, from: number, upTo: number): string =>
  `${conversationId} ${from} ${upTo}`;

interface Stretched {
  readonly stretch: string;
  readonly message: MessageRow;
}

/** The messages of stretches, in order; one query for a page of reported messages. */
export const messagesOfStretch: LoaderDefinition<Services, string, Stretched> = {
  load: ({ database }, stretches) => {
    const wanted = stretches.map((stretch) => {
      const [conversationId, from, upTo] = stretch.split(' ');
      return { stretch, conversationId, from: Number(from), upTo: Number(upTo) };
    });
    const given = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as given("stretch" text, "conversationId" text, "from" int, "upTo" int)`;
    return database.orm
      .select({ stretch: sql<string>`given."stretch"`, message })
      .from(message)
      .innerJoin(given, eq(message.conversationId, sql`given."conversationId"`))
      .where(and(isNotNull(message.sequence), between(message.sequence, sql`given."from"`, sql`given."upTo"`)))
      .orderBy(asc(message.sequence));
  },
  keyOf: ({ stretch }) => stretch,
};
