import { handleJob, type JobHandler, type JobScope } from '@vitrina/platform/jobs';
import type { Stage } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import { assembleRecording } from '../usecases/assemble-recording.ts';
import { deleteDue } from '../usecases/discard.ts';
import { makeChosenStill } from '../usecases/make-still.ts';
import { moveFiles } from '../usecases/move-files.ts';
import { runStep } from '../usecases/run-step.ts';
import * as jobs from './contracts.ts';
import { renderLandingImageJob } from './render-landing-image.job.ts';

const doStep = (
  step: { videoId: string; stage: Stage },
  { services, signal, log }: JobScope<Services>,
): Promise<void> => runStep(services, step, { signal, log });

/** The code of every job of this context. */
export const jobHandlers: readonly JobHandler<Services>[] = [
  handleJob<Services, typeof jobs.lightStep.data>(jobs.lightStep, doStep),
  handleJob<Services, typeof jobs.encodeStep.data>(jobs.encodeStep, doStep),
  handleJob<Services, typeof jobs.pictureStep.data>(jobs.pictureStep, doStep),
  handleJob<Services, typeof jobs.makeStill.data>(jobs.makeStill, ({ thumbnailId }, { services, signal }) =>
    makeChosenStill(services, thumbnailId, signal),
  ),
  handleJob<Services, typeof jobs.moveFiles.data>(jobs.moveFiles, ({ videoId }, { services, signal }) =>
    moveFiles(services, videoId, signal),
  ),
  handleJob<Services, typeof jobs.deleteDiscarded.data>(jobs.deleteDiscarded, (_data, { services, signal }) =>
    deleteDue(services, signal),
  ),
  handleJob<Services, typeof jobs.assembleRecording.data>(
    jobs.assembleRecording,
    ({ liveStreamId }, { services, signal }) => assembleRecording(services, liveStreamId, signal),
  ),
  renderLandingImageJob,
];
