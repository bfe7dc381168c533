import { AppError } from '@vitrina/platform/errors';
import { maxPageSize } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { failedWork } from '../../queries/video-lists.ts';

/** The list should be empty; whoever is on duty looks here first. */
export const failedVideoWork: QueryResolvers['failedVideoWork'] = (_parent, { first }, { services }) => {
  if (first < 0 || first > maxPageSize)
    throw new AppError('BAD_USER_INPUT', `"first" must be between 0 and ${maxPageSize}.`, { field: ['first'] });
  return failedWork(services, first);
};
