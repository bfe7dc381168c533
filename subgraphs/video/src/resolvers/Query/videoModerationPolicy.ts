import type { QueryResolvers } from '../../generated/resolvers.ts';

/** What VITRINA_VIDEO_MODERATION says, so that nobody has to guess. */
export const videoModerationPolicy: QueryResolvers['videoModerationPolicy'] = (_parent, _args, { services }) => ({
  mode: services.moderation,
});
