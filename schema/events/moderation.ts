import { z } from 'zod';
import { defineEvent } from './contract.ts';

/** Moderation has decided about something of another context; the newest decision by `decidedAt` holds. */
export const moderationDecided = defineEvent({
  name: 'moderation.decided',
  version: 1,
  owner: 'moderation',
  payload: z.object({
    subjectType: z.enum(['product', 'video', 'live', 'review', 'message']),
    subjectId: z.string(),
    decision: z.enum(['APPROVED', 'REJECTED']),
    reason: z.string().nullable(),
    decidedAt: z.iso.datetime(),
  }),
});
