import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { deleteDue } from '../usecases/discard.ts';
import { forgetOldPlayback, forgetUnsent } from '../usecases/forget-old.ts';
import { makeForgottenStills } from '../usecases/make-still.ts';
import { moveMisplaced } from '../usecases/move-files.ts';
import { clearEndedStreams, endAbandonedStreams } from '../usecases/run-live-stream.ts';
import { wakeSilentWork } from '../usecases/start-work.ts';
import { landingImagesSweep } from './render-landing-image.job.ts';

/** What rows call for when wakes were lost or time has come. */
export const sweeps: readonly Sweep<Services>[] = [
  { name: 'wake-silent-work', everySeconds: 15, run: ({ services, signal }) => wakeSilentWork(services, signal) },
  { name: 'delete-discarded', everySeconds: 60, run: ({ services, signal }) => deleteDue(services, signal) },
  { name: 'move-misplaced', everySeconds: 60, run: ({ services, signal }) => moveMisplaced(services, signal) },
  {
    name: 'make-forgotten-stills',
    everySeconds: 120,
    run: ({ services, signal }) => makeForgottenStills(services, signal),
  },
  { name: 'forget-unsent-videos', everySeconds: 3_600, run: ({ services }) => forgetUnsent(services) },
  {
    name: 'forget-old-playback',
    everySeconds: 3_600,
    run: ({ services, signal }) => forgetOldPlayback(services, signal),
  },
  {
    name: 'end-abandoned-streams',
    everySeconds: 15,
    run: ({ services, signal }) => endAbandonedStreams(services, signal),
  },
  {
    name: 'clear-ended-streams',
    everySeconds: 120,
    run: ({ services, signal }) => clearEndedStreams(services, signal),
  },
  landingImagesSweep,
];
