import { consume } from '@vitrina/platform/events';
import { videoFailed, videoProcessed } from '@vitrina/schema/events';
import * as workflows from '../domain/workflows/videos.ts';
import type { Services } from '../services.ts';
import { notify } from '../usecases/notify.ts';

export const tellVideoReady = consume<Services, typeof videoProcessed.payload>(
  videoProcessed,
  'tell-video-ready',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: { shopId: payload.shopId },
      workflow: workflows.videoReady,
      params: {},
      subjectId: payload.videoId,
    }),
);

export const tellVideoFailed = consume<Services, typeof videoFailed.payload>(
  videoFailed,
  'tell-video-failed',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: { shopId: payload.shopId },
      workflow: workflows.videoFailed,
      params: { code: payload.code },
      subjectId: payload.videoId,
    }),
);
