import { and, asc, eq } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type LiveSegmentRow, liveSegment } from '../store/live.table.ts';

type Store = Pick<Services, 'database'>;

/** Everything that was sent of a stream, its preview too, in order. */
export const segmentsOf = ({ database }: Store, liveStreamId: string): Promise<LiveSegmentRow[]> =>
  database.orm
    .select()
    .from(liveSegment)
    .where(eq(liveSegment.liveStreamId, liveStreamId))
    .orderBy(asc(liveSegment.sequence));

/** What belongs into the recording. */
export const segmentsOnAir = ({ database }: Store, liveStreamId: string): Promise<LiveSegmentRow[]> =>
  database.orm
    .select()
    .from(liveSegment)
    .where(and(eq(liveSegment.liveStreamId, liveStreamId), eq(liveSegment.onAir, true)))
    .orderBy(asc(liveSegment.sequence));

/** Notes a segment whose object is stored; a look that is repeated after a failure notes it once. */
export const keepSegment = async ({ database }: Store, segment: LiveSegmentRow): Promise<void> => {
  await database.orm
    .insert(liveSegment)
    .values(segment)
    .onConflictDoUpdate({ target: [liveSegment.liveStreamId, liveSegment.sequence], set: segment });
};

/** Forgets what was sent: a preview nobody needs, or a stream whose objects are gone. */
export const forgetSegments = async ({ database }: Store, liveStreamId: string): Promise<void> => {
  await database.orm.delete(liveSegment).where(eq(liveSegment.liveStreamId, liveStreamId));
};
