import type { Actor } from '@vitrina/platform/auth';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { blocked } from '../domain/refusals.ts';
import { blockedBy } from '../domain/sides.ts';
import type { Services } from '../services.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { noSuchConversation, requireSide } from './access.ts';
import type { ActivityHint } from './activity.ts';
import { activityTopic, tell } from './announce.ts';

/** How long somebody counts as typing after they said so. */
export const typingTtlMs = 6_000;

/** Tells the other side that somebody types. Nothing is stored; who stops saying it stops typing. Refusal: BLOCKED. */
export const sendTyping = async (
  services: Services,
  actor: Actor,
  conversationId: string,
): Promise<Result<ConversationRow, Refusal>> => {
  const row = await services.reads.find(conversationId);
  if (!row) throw noSuchConversation();
  const side = requireSide(actor, row);
  const blocks = blockedBy(row);
  if (blocks.length > 0) return refuse(blocked(blocks, side));
  const until = services.clock.now().getTime() + typingTtlMs;
  await tell(services, activityTopic(row.id), { kind: 'TYPING', side, until } satisfies ActivityHint);
  return ok(row);
};
