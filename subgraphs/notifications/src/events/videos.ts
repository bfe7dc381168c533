import { consume } from '@vitrina/platform/events';
import { videoFailed, videoProcessed } from '@vitrina/schema/events';
import * as workflows from '../domain/workflows/videos.ts';
import type { Services } from '../services.ts';
import { peopleOfShop } from '../usecases/contacts.ts';
import { notify } from '../usecases/notify.ts';

export const tellVideoReady = consume<Services, typeof videoProcessed.payload>(
  videoProcessed,
  'tell-video-ready',
  async ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: await peopleOfShop(scope.services, payload.shopId),
      workflow: workflows.videoReady,
      params: {},
      subjectId: payload.videoId,
    }),
);

export const tellVideoFailed = consume<Services, typeof videoFailed.payload>(
  videoFailed,
  'tell-video-failed',
  async ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: await peopleOfShop(scope.services, payload.shopId),
      workflow: workflows.videoFailed,
      params: { code: payload.code },
      subjectId: payload.videoId,
    }),
);
