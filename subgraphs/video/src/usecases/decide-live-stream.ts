import type { Tx } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { changeRow } from './change-live-stream.ts';
import { lockLiveStream } from './live-access.ts';

/**
 * Takes moderation's word about a live stream; the newest one holds, in whatever order they come. A no ends a show that is on:
 * its worker cuts the publisher off at the next look. False when the word is older, or the stream is gone.
 */
export const decideLiveStream = async (
  tx: Tx,
  decision: {
    readonly liveStreamId: string;
    readonly moderation: 'APPROVED' | 'REJECTED';
    readonly decidedAt: Date;
  },
): Promise<boolean> => {
  const { liveStreamId: id, moderation, decidedAt } = decision;
  const known = isId(id, 'liv') ? await lockLiveStream(tx, id) : undefined;
  if (!known || (known.moderatedAt && known.moderatedAt >= decidedAt)) return false;
  const ends = moderation === 'REJECTED' && known.state !== 'ENDED';
  await changeRow(tx, id, {
    moderation,
    moderatedAt: decidedAt,
    ...(ends && { state: 'ENDED', reconnectUntil: null, endedAt: decidedAt }),
  });
  return true;
};
