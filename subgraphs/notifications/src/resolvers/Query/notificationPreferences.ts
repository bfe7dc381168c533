import { requireUser } from '@vitrina/platform/auth';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ownPreferences } from '../../queries/preferences.ts';

export const notificationPreferences: QueryResolvers['notificationPreferences'] = (_root, _args, { services, actor }) =>
  ownPreferences(services, requireUser(actor).userId);
