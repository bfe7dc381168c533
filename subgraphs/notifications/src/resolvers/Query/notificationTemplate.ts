import type { QueryResolvers } from '../../generated/resolvers.ts';
import { templateAt } from '../../queries/templates.ts';
import { placeOf } from '../template-input.ts';

export const notificationTemplate: QueryResolvers['notificationTemplate'] = async (_root, args, { services }) =>
  (await templateAt(services, placeOf(args))) ?? null;
