import { consume } from '@vitrina/platform/events';
import { moderationDecided } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { applyDecision, lockMessage, tellModeration } from '../usecases/moderate-message.ts';

/** Moderation's word about a message: lets it through, keeps it back or takes it down. The newest word holds. */
export const decideModeratedMessage = consume<Services, typeof moderationDecided.payload>(
  moderationDecided,
  'decide-message',
  async ({ payload }, { tx, services, afterCommit }) => {
    if (payload.subjectType !== 'message') return;
    const found = await lockMessage(tx, payload.subjectId);
    if (!found) return;
    const done = await applyDecision(tx, services, found, {
      messageId: payload.subjectId,
      decision: payload.decision,
      note: payload.reason,
      decidedAt: new Date(payload.decidedAt),
    });
    afterCommit(() => tellModeration(services, done));
  },
);
