import type { Logger } from '@vitrina/platform/logging';
import type { PubSub } from '@vitrina/platform/pubsub';

/** Where hints about the work on a video go; its row is the truth. */
export const progressTopic = (videoId: string): string => `video.progress.${videoId}`;

/** Tells subscribers to look; a hint that is lost only makes them later. */
export const hintProgress = async (
  { pubsub, log }: { readonly pubsub: PubSub; readonly log: Logger },
  videoId: string,
): Promise<void> => {
  try {
    await pubsub.publish(progressTopic(videoId), {});
  } catch (error) {
    log.warn({ err: error, videoId }, 'A hint for subscribers was lost; they look by themselves');
  }
};
