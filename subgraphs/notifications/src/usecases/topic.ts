/** Pub/sub topic that says a person was told something. */
export const topicOf = (userId: string): string => `notifications.${userId}`;
