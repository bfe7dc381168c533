import { consume } from '@vitrina/platform/events';
import { moderationDecided } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { decideVideo } from '../usecases/decide-video.ts';
import { wakeMove } from '../usecases/move-files.ts';

/** Moderation's word about a video: shows it, or takes it away, together with its files. */
export const decideModeratedVideo = consume<Services, typeof moderationDecided.payload>(
  moderationDecided,
  'decide-video',
  async ({ payload }, { tx, services, afterCommit }) => {
    if (payload.subjectType !== 'video') return;
    const { subjectId: videoId, decision: moderation } = payload;
    const changed = await decideVideo(tx, { videoId, moderation, decidedAt: new Date(payload.decidedAt) });
    if (changed) afterCommit(() => wakeMove(services, videoId));
  },
);
