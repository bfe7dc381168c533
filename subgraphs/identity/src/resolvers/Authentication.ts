import type { AuthenticationResolvers } from '../generated/resolvers.ts';

export const Authentication: AuthenticationResolvers = {
  accessToken: ({ granted }) => granted.accessToken,
  accessTokenExpiresAt: ({ granted }) => granted.accessTokenExpiresAt,
  refreshToken: ({ granted, inBody }) => (inBody ? granted.refreshToken : null),
  refreshExpiresAt: ({ granted }) => granted.refreshExpiresAt,
  user: ({ granted }) => ({ row: granted.user, own: true }),
};
