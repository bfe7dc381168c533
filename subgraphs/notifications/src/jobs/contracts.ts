import { defineJob } from '@vitrina/platform/jobs';
import { z } from 'zod';

/** Does the steps that are due. Rows say which; the job only says that there may be some, so one waiting is enough. */
export const runDueSteps = defineJob({ name: 'notifications.run-due-steps', data: z.object({}), attempts: 1 });

/** All wakes are one. */
export const wake = { dedupeKey: 'due' } as const;
