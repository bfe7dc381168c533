import type { Ports } from '../ports.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { MessageRow } from '../store/message.table.ts';
import type { ActivityHint } from './activity.ts';
import { activityTopic, tell, tellLists } from './announce.ts';

/**
 * Tells that a message is not what it was; for after the commit. One without a place is its author's business (and
 * support's), and so is what a decision says about one that the other side sees as before.
 */
export const tellChange = async (
  ports: Pick<Ports, 'pubsub' | 'log'>,
  row: ConversationRow,
  { id, edit, sequence, authorId }: MessageRow,
  audience: 'EVERYBODY' | 'AUTHOR' = sequence === null ? 'AUTHOR' : 'EVERYBODY',
): Promise<void> => {
  const onlyFor = audience === 'AUTHOR' ? authorId : null;
  await tell(ports, activityTopic(row.id), { kind: 'CHANGED', messageId: id, edit, onlyFor } satisfies ActivityHint);
  if (audience === 'EVERYBODY' && sequence === row.lastSequence) await tellLists(ports, row);
};
