import type { SessionResolvers } from '../generated/resolvers.ts';

export const Session: SessionResolvers = {
  current: ({ id }, _args, { actor }) => actor.kind === 'user' && actor.sessionId === id,
};
