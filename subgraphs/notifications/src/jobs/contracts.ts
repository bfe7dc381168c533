import { defineJob } from '@vitrina/platform/jobs';
import { z } from 'zod';

/** Sends the e-mails that are due. Rows say which; the job only says that there may be some, so one waiting is enough. */
export const sendDueEmails = defineJob({ name: 'notifications.send-due-emails', data: z.object({}), attempts: 1 });

/** All wakes are one. */
export const wake = { dedupeKey: 'due' } as const;
