import type { Identity } from '@vitrina/platform/auth';
import { eq } from 'drizzle-orm';
import { type Stage, stages } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { type StepRow, videoStep } from '../store/work.table.ts';
import { noSuchVideo, staffVideo } from '../usecases/access.ts';
import { progressTopic } from '../usecases/topics.ts';

/** How the work stands. */
export interface ProgressView {
  readonly video: VideoRow;
  /** Null when nothing is being done. */
  readonly stage: Stage | null;
}

const ended = ({ state }: VideoRow): boolean => state === 'READY' || state === 'FAILED';

/** The step being done or next to be done. */
export const openStage = (row: VideoRow, steps: readonly StepRow[]): Stage | null =>
  ended(row)
    ? null
    : (stages.find((stage) => steps.some((step) => step.stage === stage && step.state === 'WAITING')) ?? null);

const readProgress = async ({ database: { orm } }: Services, videoId: string): Promise<ProgressView | null> => {
  const [row] = await orm.select().from(video).where(eq(video.id, videoId));
  if (!row) return null;
  const steps = await orm.select().from(videoStep).where(eq(videoStep.videoId, videoId));
  return { video: row, stage: openStage(row, steps) };
};

/** Hints may be lost; looking this often makes up for it. */
const lookEveryMs = 5_000;

const differs = (before: ProgressView | undefined, now: ProgressView): boolean =>
  before?.video.state !== now.video.state || before.stage !== now.stage || before.video.percent !== now.video.percent;

/** Resolves at a hint (also one that came while nobody waited), after a while, or at the end. */
const createBell = (stop: AbortSignal) => {
  let rung = false;
  let wake = (): void => {};
  return {
    ring: (): void => {
      rung = true;
      wake();
    },
    wait: (): Promise<void> =>
      new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(timer);
          stop.removeEventListener('abort', finish);
          rung = false;
          resolve();
        };
        const timer = setTimeout(finish, lookEveryMs);
        stop.addEventListener('abort', finish, { once: true });
        wake = finish;
        if (rung || stop.aborted) finish();
      }),
  };
};

/**
 * How the work on a video stands: at once, then with every change, until it has ended or the video is gone. For the shop's
 * staff. Listens before it reads, so no change falls in between. Written by hand: an async generator's `return()` would
 * wait for the next event.
 */
export const followProgress = async (
  services: Services,
  identity: Identity,
  videoId: string,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<ProgressView>> => {
  await staffVideo(services.database.orm, identity, videoId).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'NOT_FOUND' ? noSuchVideo(['videoId']) : error;
  });
  const stop = new AbortController();
  const over = AbortSignal.any([signal, stop.signal]);
  const bell = createBell(over);
  const hints = await services.pubsub.subscribe(progressTopic(videoId), { signal: over, onGap: bell.ring });
  void (async () => {
    for await (const _ of hints) bell.ring();
  })().catch((error: unknown) => {
    services.log.warn({ err: error, videoId }, 'Hints are away; the subscription looks by itself');
  });

  let last: ProgressView | undefined;
  const end = (): IteratorResult<ProgressView> => {
    stop.abort();
    return { done: true, value: undefined };
  };
  const next = async (): Promise<IteratorResult<ProgressView>> => {
    while (!over.aborted && !(last && ended(last.video))) {
      const now = await readProgress(services, videoId);
      if (!now) break;
      if (differs(last, now)) {
        last = now;
        return { done: false, value: now };
      }
      await bell.wait();
    }
    return end();
  };
  const sequence: AsyncIterableIterator<ProgressView> = {
    next,
    return: async () => end(),
    throw: async (error) => {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return sequence;
    },
  };
  return sequence;
};
