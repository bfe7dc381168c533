import type { Actor } from '@vitrina/platform/auth';
import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { lookupKey } from '@vitrina/platform/text';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type LiveStreamRow, liveStream } from '../store/live.table.ts';
import { isStaff } from '../usecases/access.ts';
import { canSeeLive, findLiveStream, noSuchLiveStream } from '../usecases/live-access.ts';
import { liveTopic } from '../usecases/live-topics.ts';
import { followRow } from './follow-row.ts';

/** Live streams whoever asks; resolvers decide what is shown. */
export const liveStreamById: LoaderDefinition<Services, string, LiveStreamRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(liveStream)
      .where(inArray(liveStream.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** Newest first: all for staff, those on the air for everybody else. */
export const liveStreamsOfShop = (
  { database }: Services,
  actor: Actor,
  shopId: string,
  first: number,
): Promise<LiveStreamRow[]> =>
  database.orm
    .select()
    .from(liveStream)
    .where(
      and(eq(liveStream.shopId, lookupKey(shopId)), isStaff(actor, shopId) ? undefined : eq(liveStream.state, 'LIVE')),
    )
    .orderBy(desc(liveStream.id))
    .limit(first);

/** How a stream stands, at once and with every change, until it is settled. Refuses who may not see it. */
export const followLiveStream = async (
  services: Services,
  actor: Actor,
  id: string,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<LiveStreamRow>> => {
  const known = await findLiveStream(services.database.orm, id);
  if (!known || !canSeeLive(actor, known)) throw noSuchLiveStream(['liveStreamId']);
  return followRow(services, {
    topic: liveTopic(id),
    signal,
    read: () => findLiveStream(services.database.orm, id),
    isNews: (before, now) => before === undefined || now.version > before.version,
    isOver: ({ state, settledAt }) => state === 'ENDED' && settledAt !== null,
  });
};
