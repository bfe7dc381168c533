import type { Logger } from '@vitrina/platform/logging';
import type { PubSub } from '@vitrina/platform/pubsub';

/** Where hints about a group's changes go; the event table is the truth. */
export const groupTopic = (groupId: string): string => `orders.group.${groupId}`;

/** Tells subscribers to look; a hint that is lost only makes them later. */
export const hintGroup = async (
  { pubsub, log }: { readonly pubsub: PubSub; readonly log: Logger },
  groupId: string,
): Promise<void> => {
  try {
    await pubsub.publish(groupTopic(groupId), {});
  } catch (error) {
    log.warn({ err: error, groupId }, 'A hint for subscribers was lost; they look by themselves');
  }
};
