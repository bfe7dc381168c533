import { invariant } from '@vitrina/platform/errors';
import type { Resolvers } from '../generated/resolvers.ts';

/** Out of the step that was given up. */
export const FailedVideoWork: Resolvers['FailedVideoWork'] = {
  stage: ({ step }) => step.stage,
  attempts: ({ step }) => step.attempts,
  log: ({ step }) => step.log ?? '',
  failedAt: ({ step }) => {
    invariant(step.endedAt, 'A step that was given up has ended.');
    return step.endedAt;
  },
};
