import type { Services } from '../services.ts';

/** Where hints about a live stream go; its row is the truth. */
export const liveTopic = (id: string): string => `video.live.${id}`;

/** Tells subscribers to look; a hint that is lost only makes them later. */
export const hintLive = async ({ pubsub, log }: Pick<Services, 'pubsub' | 'log'>, id: string): Promise<void> => {
  try {
    await pubsub.publish(liveTopic(id), {});
  } catch (error) {
    log.warn({ err: error, liveStreamId: id }, 'A hint for subscribers was lost; they look by themselves');
  }
};
