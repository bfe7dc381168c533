import type { QueryResolvers } from '../../generated/resolvers.ts';

/** Public by nature: every browser sends it to its push service. */
export const pushServerKey: QueryResolvers['pushServerKey'] = (_root, _args, { services }) =>
  services.channels.WEB_PUSH ? (services.config.VITRINA_VAPID_PUBLIC_KEY ?? null) : null;
