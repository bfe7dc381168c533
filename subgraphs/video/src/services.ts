import { openScratch, type ScratchSpace } from '@vitrina/platform/child-process';
import type { Runtime } from '@vitrina/platform/subgraph';
import type { VideoTools } from './clients/ffmpeg/contract.ts';
import { createVideoTools } from './clients/ffmpeg/index.ts';
import { createBroadcaster, type LiveBroadcaster } from './clients/ffmpeg/live.ts';
import type { VideoConfig } from './config.ts';
import type { ModerationPolicy } from './domain/video-state.ts';
import { type LiveSettings, liveSettings } from './live/settings.ts';
import type { PlaybackBatchRow } from './store/playback.table.ts';
import { appendPlayback } from './usecases/append-playback.ts';
import { type Appender, createAppender } from './usecases/appender.ts';

/** Everything a resolver, job or consumer of video has. */
export interface Services
  extends Pick<
    Runtime,
    'database' | 'events' | 'pubsub' | 'clock' | 'log' | 'jobs' | 'internal' | 'rateLimiter' | 'objects' | 'uploads'
  > {
  readonly moderation: ModerationPolicy;
  /** Where steps have folders of their own; opened, and swept of what killed workers left, at the first use. */
  readonly scratch: () => Promise<ScratchSpace>;
  /** ffmpeg, found and checked at the first use: only workers need it. */
  readonly tools: () => Promise<VideoTools>;
  /** Makes HLS out of what a publisher sends; found like `tools`. */
  readonly broadcaster: () => Promise<LiveBroadcaster>;
  readonly live: LiveSettings;
  /** Appends what players observed, many rows per statement. */
  readonly playback: Appender<PlaybackBatchRow, boolean>;
}

/** Does it at the first call and remembers; what failed is tried again, since somebody may have mended it. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** Builds the services of one process; tests give tools of their own. */
export const createServices = (
  runtime: Runtime,
  settings: VideoConfig,
  findTools: () => Promise<VideoTools> = () => createVideoTools(settings, settings.VITRINA_VIDEO_SCRATCH),
): Services => {
  const { database, events, pubsub, clock, log, jobs, internal, rateLimiter, objects, uploads } = runtime;
  const moderation = settings.VITRINA_VIDEO_MODERATION === 'hold' ? 'HOLD' : 'AUTO_APPROVE';
  log.info({ moderation }, `Videos are moderated by the policy ${moderation} (VITRINA_VIDEO_MODERATION)`);
  return {
    database,
    events,
    pubsub,
    clock,
    log,
    jobs,
    internal,
    rateLimiter,
    objects,
    uploads,
    moderation,
    scratch: once(() => openScratch('video', settings.VITRINA_VIDEO_SCRATCH)),
    tools: once(findTools),
    broadcaster: once(() => createBroadcaster(settings)),
    live: liveSettings(settings),
    playback: createAppender((rows) => appendPlayback(database, rows), 500),
  };
};
