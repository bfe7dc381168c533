import { defineJob, type SequencedJob, sequenced } from '@vitrina/platform/jobs';
import { z } from 'zod';
import { type Stage, stages } from '../domain/stages.ts';

const step = z.object({ videoId: z.string(), stage: z.enum(stages) });
const ofVideo = z.object({ videoId: z.string() });

// Steps count their own tries in rows, so a queue's tries only have to be enough never to stand in their way.
const attempts = 8;

/** Reading what a file holds, and publishing: light work. */
export const lightStep = defineJob({ name: 'video.light-step', data: step, attempts, concurrency: 2 });
/** Making renditions: one at a time in a worker, since one already takes every core. */
export const encodeStep = defineJob({ name: 'video.encode-step', data: step, attempts, concurrency: 1 });
/** Making pictures. */
export const pictureStep = defineJob({ name: 'video.picture-step', data: step, attempts, concurrency: 1 });
/** Making a still that somebody chose by its second. */
export const makeStill = defineJob({
  name: 'video.make-still',
  data: z.object({ thumbnailId: z.string() }),
  attempts: 5,
  concurrency: 1,
});
/** Moving files between the public and the private bucket. */
export const moveFiles = defineJob({ name: 'video.move-files', data: ofVideo, attempts: 5, concurrency: 2 });
/** Deleting what was let go of. */
export const deleteDiscarded = defineJob({ name: 'video.delete-discarded', data: z.object({}), attempts: 3 });

const jobOf = {
  PROBE: lightStep,
  FIRST_RENDITION: encodeStep,
  LADDER: encodeStep,
  PICTURES: pictureStep,
  PUBLISH: lightStep,
};

/** The jobs of the steps named, one after the other. */
export const stepSequence = (videoId: string, wanted: readonly Stage[]): SequencedJob[] =>
  wanted.map((stage) => sequenced(jobOf[stage], { videoId, stage }));
/** Putting the recording of a show together whose worker is gone. */
export const assembleRecording = defineJob({
  name: 'video.assemble-recording',
  data: z.object({ liveStreamId: z.string() }),
  attempts: 3,
  concurrency: 1,
});

/** Rendering a picture of a landing page. */
export const renderLandingImage = defineJob({
  name: 'video.render-landing-image',
  data: z.object({ imageId: z.string() }),
  attempts: 5,
  concurrency: 1,
});
