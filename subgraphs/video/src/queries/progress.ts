import type { Identity } from '@vitrina/platform/auth';
import { eq } from 'drizzle-orm';
import { type Stage, stages } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { type StepRow, videoStep } from '../store/work.table.ts';
import { noSuchVideo, staffVideo } from '../usecases/access.ts';
import { progressTopic } from '../usecases/topics.ts';
import { followRow } from './follow-row.ts';

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

const readProgress = async ({ database: { orm } }: Services, videoId: string): Promise<ProgressView | undefined> => {
  const [row] = await orm.select().from(video).where(eq(video.id, videoId));
  if (!row) return undefined;
  const steps = await orm.select().from(videoStep).where(eq(videoStep.videoId, videoId));
  return { video: row, stage: openStage(row, steps) };
};

const differs = (before: ProgressView | undefined, now: ProgressView): boolean =>
  before?.video.state !== now.video.state || before.stage !== now.stage || before.video.percent !== now.video.percent;

/**
 * How the work on a video stands: at once, then with every change, until it has ended or the video is gone. For the shop's
 * staff; refuses all others before anything is listened to.
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
  return followRow(services, {
    topic: progressTopic(videoId),
    signal,
    read: () => readProgress(services, videoId),
    isNews: differs,
    isOver: ({ video: row }) => ended(row),
  });
};
