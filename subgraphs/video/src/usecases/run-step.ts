import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, invariant } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import { ProgramsUnusable, VideoToolError } from '../clients/ffmpeg/index.ts';
import { maxAttempts, type Stage } from '../domain/stages.ts';
import { homeOf } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { findVideo } from './access.ts';
import { type Claim, claimStep, releaseStep } from './claim-step.ts';
import { holdLease, type Lease } from './lease.ts';
import { wakeMove } from './move-files.ts';
import { giveUpStep, settleStep } from './settle-step.ts';
import type { Step, StepOutcome } from './steps/contract.ts';
import { makePictures } from './steps/pictures.ts';
import { probe } from './steps/probe.ts';
import { publish } from './steps/publish.ts';
import { makeFirstRendition, makeLadder } from './steps/renditions.ts';
import { hintProgress } from './topics.ts';

const steps: Readonly<Record<Stage, Step>> = {
  PROBE: probe,
  FIRST_RENDITION: makeFirstRendition,
  LADDER: makeLadder,
  PICTURES: makePictures,
  PUBLISH: publish,
};

const maxLogLength = 4_000;

/** What an admin reads about a try that failed: the tool's own last words where there are some. */
export const wordsOf = (error: unknown): string => {
  const words =
    error instanceof VideoToolError ? `${error.message}\n${error.log}` : String((error as Error)?.stack ?? error);
  return words.slice(-maxLogLength);
};

/** Fetches the original, which every step but the last works from. */
const fetchOriginal = async (
  { objects }: Services,
  { video: { id, originalKey } }: Claim,
  path: string,
): Promise<void> => {
  invariant(originalKey, `${id} is worked on, so it has an original.`);
  if (!(await objects.getFile('private', originalKey, path)))
    throw new Error(`The original of ${id} is not in the store: ${originalKey}`);
};

/** Runs a step in a folder of its own, which is gone afterwards whatever happens. */
const inScratch = async (services: Services, claim: Claim, lease: Lease): Promise<StepOutcome> => {
  const scratch = await services.scratch();
  return scratch.use(async (folder) => {
    const outDir = join(folder, 'out');
    const source = join(folder, 'original');
    await mkdir(outDir);
    if (claim.stage !== 'PUBLISH') await fetchOriginal(services, claim, source);
    return steps[claim.stage]({
      services,
      tools: services.tools,
      claim,
      source,
      outDir,
      signal: lease.signal,
      report: lease.report,
    });
  });
};

const afterwards = async (services: Services, videoId: string, log: Logger): Promise<void> => {
  await hintProgress(services, videoId);
  const row = await findVideo(services.database.orm, videoId);
  if (!row || (row.state !== 'READY' && row.state !== 'FAILED')) return;
  log.info({ videoId, state: row.state, code: row.failureCode }, 'The work on a video has ended');
  if (homeOf(row) !== row.storedIn) await wakeMove(services, videoId);
};

/** A worker without ffmpeg, or a server that is away: no file is written off for that, however often it happens. */
const isFaultOfSurroundings = (error: unknown): boolean =>
  error instanceof ProgramsUnusable || (error instanceof AppError && error.code === 'UNAVAILABLE');

/** A try that threw: given back when the worker stops, tried again while there are tries left, written off otherwise. */
const afterFailure = async (
  services: Services,
  claim: Claim,
  error: unknown,
  { stopping, lost, log }: { stopping: boolean; lost: boolean; log: Logger },
): Promise<void> => {
  const { id: videoId } = claim.video;
  if (lost)
    return log.info({ videoId, stage: claim.stage }, 'A step was left: its video was deleted or another worker has it');
  const blameless = stopping || isFaultOfSurroundings(error);
  if (blameless || claim.attempt < maxAttempts) {
    await releaseStep(services, claim, { uncount: blameless, log: stopping ? null : wordsOf(error) });
    throw error;
  }
  log.error(
    { err: error, videoId, stage: claim.stage },
    'A step of a video was given up; admins see it in failedVideoWork',
  );
  const { stage, leaseToken } = claim;
  await giveUpStep(services, { videoId, stage, leaseToken, log: wordsOf(error) });
};

/**
 * Does one step, if it is due and nobody else does it. Safe to repeat and to run twice at once: rows decide. Throws when
 * it should be tried again.
 */
export const runStep = async (
  services: Services,
  { videoId, stage }: { readonly videoId: string; readonly stage: Stage },
  { signal, log }: { readonly signal: AbortSignal; readonly log: Logger },
): Promise<void> => {
  const claim = await claimStep(services, videoId, stage);
  if (claim === 'nothing-to-do') return;
  if (claim === 'spent') {
    await giveUpStep(services, { videoId, stage, leaseToken: null, log: null });
    return afterwards(services, videoId, log);
  }
  await hintProgress(services, videoId);
  const lease = holdLease(services, claim, signal);
  try {
    const outcome = await inScratch(services, claim, lease);
    await lease.end();
    if (!(await settleStep(services, claim, outcome)))
      log.info({ videoId, stage }, 'A finished step came too late to count');
  } catch (error) {
    await lease.end();
    await afterFailure(services, claim, error, { stopping: signal.aborted, lost: lease.lost(), log });
  }
  await afterwards(services, videoId, log);
};
