import { consume } from '@vitrina/platform/events';
import { moderationDecided } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { decideLiveStream } from '../usecases/decide-live-stream.ts';
import { decideVideo } from '../usecases/decide-video.ts';
import { hintLive } from '../usecases/live-topics.ts';
import { wakeMove } from '../usecases/move-files.ts';

/** Moderation's word about a video or a live stream: shows it, or takes it away, a video together with its files. */
export const decideModeratedVideo = consume<Services, typeof moderationDecided.payload>(
  moderationDecided,
  'decide-video',
  async ({ payload }, { tx, services, afterCommit }) => {
    const { subjectType, subjectId, decision: moderation } = payload;
    const decidedAt = new Date(payload.decidedAt);
    if (subjectType === 'video') {
      const changed = await decideVideo(tx, { videoId: subjectId, moderation, decidedAt });
      if (changed) afterCommit(() => wakeMove(services, subjectId));
    }
    if (subjectType === 'live') {
      const changed = await decideLiveStream(tx, { liveStreamId: subjectId, moderation, decidedAt });
      if (changed) afterCommit(() => hintLive(services, subjectId));
    }
  },
);
