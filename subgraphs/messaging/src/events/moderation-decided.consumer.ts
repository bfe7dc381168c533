import { consume, gathering } from '@vitrina/platform/events';
import { moderationDecided } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import {
  applyDecision,
  lockMessage,
  lockMessages,
  type MessageDecision,
  tellModeration,
} from '../usecases/moderate-message.ts';

/** Decides what the events of one transaction are about, in their order, once all of their conversations are locked. */
const decideTogether = gathering<Services, MessageDecision>(async ({ tx, services, afterCommit }, decisions) => {
  await lockMessages(
    tx,
    decisions.map(({ messageId }) => messageId),
  );
  for (const decision of decisions) {
    const found = await lockMessage(tx, decision.messageId);
    if (!found) continue;
    const done = await applyDecision(tx, services, found, decision);
    afterCommit(() => tellModeration(services, done));
  }
});

/** Moderation's word about a message: lets it through, keeps it back or takes it down. The newest word holds. */
export const decideModeratedMessage = consume<Services, typeof moderationDecided.payload>(
  moderationDecided,
  'decide-message',
  async ({ payload }, scope) => {
    if (payload.subjectType !== 'message') return;
    decideTogether(scope, {
      messageId: payload.subjectId,
      decision: payload.decision,
      note: payload.reason,
      decidedAt: new Date(payload.decidedAt),
    });
  },
);
