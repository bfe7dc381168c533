import { z } from 'zod';
import { defineEvent } from './contract.ts';

const video = z.object({ videoId: z.string(), shopId: z.string() });

/** A seller's file has arrived whole and is a video we can work on. */
export const videoUploaded = defineEvent({ name: 'video.uploaded', version: 1, owner: 'video', payload: video });
/** Every rendition, thumbnail and playlist of a video is there. `productIds` are the products tagged in it at that moment. */
export const videoProcessed = defineEvent({
  name: 'video.processed',
  version: 1,
  owner: 'video',
  payload: video.extend({ format: z.enum(['SHORT', 'LANDING', 'LIVE']), productIds: z.array(z.string()) }),
});
/** A file could not be made into a video; `code` is the refusal the seller reads. */
export const videoFailed = defineEvent({
  name: 'video.failed',
  version: 1,
  owner: 'video',
  payload: video.extend({ code: z.string() }),
});
const live = z.object({ liveStreamId: z.string(), shopId: z.string() });
/** A live stream can be watched. */
export const liveStarted = defineEvent({ name: 'live.started', version: 1, owner: 'video', payload: live });
/** A live stream is over; its recording becomes the named video, when there is one. */
export const liveEnded = defineEvent({
  name: 'live.ended',
  version: 1,
  owner: 'video',
  payload: live.extend({ videoId: z.string().nullable() }),
});
